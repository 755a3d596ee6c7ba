// The receipt: what the applicant holds after sending, on the screen, printed, or as a PDF.
import type { Forecast } from '../../../core/clock/forecast.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { speakInstant } from '../../../core/clock/speak.ts'
import { toldDue } from '../../../core/clock/speak-due.ts'
import { promiseDue } from '../../../core/dossier/clocks.ts'
import { showCode } from '../../../core/paper/code.ts'
import { agencyLetterhead } from '../../../letters/letterhead.ts'
import { type Receipt, receiptDocument } from '../../../letters/receipt.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { officeTitle } from '../../story/titles.ts'
import { Code } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import type { Lang } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App } from '../../visitor.ts'
import { ApplySteps } from '../apply/apply-steps.tsx'
import { sendOwnPdf } from '../dossier/picture.ts'
import { forecastFact, forecastNow } from '../service/forecast-words.ts'
import { promiseFacts, promiseWords } from '../service/promise-words.ts'
import { fileFieldOf } from './papers.tsx'
import { type MyRequest, requestOf } from './situation.ts'

export const receiptRoutes = (app: App, services: Services): void => {
  app.get('/mine/:dossier/receipt', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const title = found.request.visitor.text.apply.receipt.heading
    const { visitor, procedure, dossier } = found.request
    const forecast = dossier.status === 'open' ? await forecastNow(services, visitor, procedure.procedure) : undefined
    const children = <ReceiptView request={found.request} forecast={forecast} />
    return page(c, services, { title, narrow: true, children })
  })
  app.get('/mine/:dossier/receipt.pdf', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const { visitor, dossier } = found.request
    const receipt = receiptOf(found.request, services.publicUrl(visitor.agency.agency.agency))
    return sendOwnPdf(c, await services.renderPdf(receiptDocument(receipt)), `Tanda Terima ${dossier.number}.pdf`)
  })
}

type Props = { request: MyRequest; forecast: Forecast | null | undefined }

const ReceiptView = ({ request, forecast }: Props) => {
  const { visitor, dossier } = request
  const { text } = visitor
  const words = text.apply.receipt
  const isFresh = dossier.agenda === null && dossier.status === 'open' && dossier.returns.length === 0
  return (
    <>
      <PageHead kicker={visitor.agency.agency.name} title={isFresh ? words.title : words.heading} lead={words.lead} />
      {isFresh && <ApplySteps at="receipt" text={text.apply} />}
      <Card
        title={words.heading}
        actions={
          <>
            <LinkButton kind="primary" href={`/mine/${dossier.id}`} icon="route">
              {words.follow}
            </LinkButton>
            <LinkButton href={`/mine/${dossier.id}/receipt.pdf`} icon="download" newTab>
              {words.pdf}
            </LinkButton>
            <LinkButton kind="quiet" href={`/track/${dossier.trackingCode}`}>
              {words.track}
            </LinkButton>
          </>
        }
      >
        <Definition facts={receiptFacts(request)} />
        {isFresh && forecast !== undefined && <Definition facts={[forecastFact(visitor, forecast)]} />}
        <p class="field-hint">{words.codeHint}</p>
      </Card>
    </>
  )
}

export const receiptFacts = ({ visitor, dossier, procedure, clientName }: MyRequest) => {
  const { text, language, agency } = visitor
  const words = text.apply.receipt
  const { zone } = agency.agency
  return [
    { label: words.number, value: <Code>{dossier.number}</Code> },
    { label: words.code, value: <Code>{showCode(dossier.trackingCode)}</Code> },
    { label: words.service, value: procedure.title },
    { label: words.subject, value: dossier.subject },
    { label: words.client, value: clientName },
    { label: words.at, value: speakInstant(dossier.submittedAt, language, zone) },
    { label: words.papers, value: handedIn({ dossier, procedure }, language).join('; ') },
    ...promiseFacts(visitor, procedure, dossier),
    ...(procedure.service.cost ? [{ label: words.cost, value: procedure.service.cost[language] }] : []),
  ]
}

/** Printed papers of the office are in Indonesian, whatever the reader's language. */
export const receiptOf = (
  { visitor, dossier, procedure, events, clientName }: MyRequest,
  publicUrl: string,
): Receipt => {
  const { agency } = visitor.agency
  const by = events[0]?.by
  const isCounter = dossier.channel === 'counter'
  const dueAt = promiseDue({ procedure, dossier, office: visitor.agency })
  return {
    letterhead: agencyLetterhead(agency, visitor.agency.arms ?? null),
    zone: agency.zone,
    createdAt: dossier.submittedAt,
    dossierNumber: dossier.number,
    trackingCode: showCode(dossier.trackingCode),
    tracking: {
      url: `${publicUrl}/track/${dossier.trackingCode}`,
      site: `${URL.parse(publicUrl)?.host ?? publicUrl}/track`,
    },
    service: procedure.title,
    subject: dossier.subject,
    client: clientName,
    submittedAt: dossier.submittedAt,
    channel: isCounter ? 'di loket pelayanan' : 'melalui MIPP',
    receivedBy: isCounter && by?.kind === 'post' ? officeTitle(agency, by) : null,
    papers: handedIn({ dossier, procedure }, 'id'),
    promise: {
      text: promiseWords(procedure, 'id'),
      dueOn: dueAt ? inZone(toldDue(visitor.agency.calendar, dueAt).at, agency.zone).toPlainDate().toString() : null,
    },
    cost: procedure.service.cost?.id ?? '',
  }
}

/** By what the form calls them: every scan may have the same name. Letters of the office came later. */
const handedIn = ({ dossier, procedure }: Pick<MyRequest, 'dossier' | 'procedure'>, language: Lang): string[] =>
  dossier.papers
    .filter((paper) => !dossier.letters.some((letter) => letter.paper?.id === paper.id))
    .map((paper) => {
      const label = fileFieldOf(procedure, paper)?.label[language]
      return label ? `${label}: ${paper.name}` : paper.name
    })
