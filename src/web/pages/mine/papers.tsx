// The papers of a request for its applicant: downloads only, because nobody knows what an upload would do in a browser.
import { Readable } from 'node:stream'
import { speakShort } from '../../../core/clock/speak.ts'
import type { PaperRef } from '../../../core/dossier/events.ts'
import { papersForApplicant } from '../../../core/dossier/involved.ts'
import { fieldsOf } from '../../../core/procedure/form.ts'
import { sizeWords } from '../../fields/file-answer.tsx'
import { inLines } from '../../fields/lines.tsx'
import { noteReceipt } from '../../note-receipt.ts'
import { downloadHeaders } from '../../request/headers.ts'
import type { Services } from '../../services.ts'
import { titleOfBy } from '../../story/titles.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { App } from '../../visitor.ts'
import { DemoSealed } from '../dossier/signing/demo-seal.tsx'
import { notFoundPage, paperAwayPage } from '../message.tsx'
import { AttachForm } from './attach.tsx'
import type { ViewProps } from './dossier-view.tsx'
import { type MyRequest, requestOf } from './situation.ts'

export const requestPaperRoute = (app: App, services: Services): void => {
  app.get('/mine/:dossier/papers/:paper', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const paper = papersForApplicant(found.request.dossier).find((one) => one.id === c.req.param('paper'))
    if (!paper) return notFoundPage(c, services)
    const file = await services.files.open(paper.sha256)
    if (!file) return paperAwayPage(c, services, paper.sha256)
    const { dossier, signedIn, visitor } = found.request
    const office = visitor.agency.agency.agency
    await noteReceipt(services, { office, person: signedIn, dossier, paper: paper.id })
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, {
      ...downloadHeaders(paper.name, paper.mime),
      'content-length': String(file.bytes),
    })
  })
}

export const Papers = (props: ViewProps) => {
  const { request } = props
  const { dossier, visitor } = request
  const papers = papersForApplicant(dossier)
  const words = visitor.text.apply.dossier
  return (
    <Card title={words.papers}>
      {papers.length === 0 ? (
        <p>{words.noPapers}</p>
      ) : (
        <ul class="rows">
          {papers.toReversed().map((paper) => (
            <li key={paper.id}>
              <p>
                <strong>{paperTitle(request, paper)}</strong>
              </p>
              <Attached request={request} paper={paper} />
              <DemoSealed visitor={visitor} letter={dossier.letters.find((one) => one.paper?.id === paper.id)} />
              <LinkButton kind="quiet" icon="zoom-in" href={`/mine/${dossier.id}/papers/${paper.id}/view`}>
                {visitor.text.viewer.open}
              </LinkButton>
              <LinkButton kind="quiet" icon="download" href={`/mine/${dossier.id}/papers/${paper.id}`} download>
                {`${words.download(paper.name)} (${sizeWords(paper.bytes)})`}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <div>
          <LinkButton kind="quiet" icon="download" href={`/mine/${dossier.id}/archive.zip`} download>
            {visitor.text.archive.download}
          </LinkButton>
          <p class="field-hint">{visitor.text.archive.hint}</p>
        </div>
      )}
      <AttachForm {...props} />
    </Card>
  )
}

/** Who attached it and when, and what they wrote to it. */
const Attached = ({ request, paper }: { request: MyRequest; paper: PaperRef }) => {
  const { dossier, visitor, clientName } = request
  const attachment = dossier.attachments.find((one) => one.paper.id === paper.id)
  if (!attachment) return null
  const { agency, language, now, text } = visitor
  const names = { applicant: clientName, system: text.apply.history.system }
  const when = speakShort(attachment.at, language, { zone: agency.agency.zone, now })
  return (
    <>
      <p class="field-hint">{text.attach.by(titleOfBy(agency.agency, attachment.by, names), when)}</p>
      {attachment.note !== '' && <p>{inLines(attachment.note.split('\n'))}</p>}
    </>
  )
}

/** What it is called in the form, or the number of a letter from the office. */
export const paperTitle = ({ dossier, procedure, visitor }: MyRequest, paper: PaperRef): string => {
  if (dossier.attachments.some((one) => one.paper.id === paper.id)) return visitor.text.attach.named(paper.name)
  const letter = dossier.letters.find((one) => one.paper?.id === paper.id)
  if (letter?.number) return visitor.text.apply.dossier.letter(letter.number)
  return fileFieldOf(procedure, paper)?.label[visitor.language] ?? paper.name
}

/** The field that asked for a paper; none for what was attached. */
export const fileFieldOf = (procedure: MyRequest['procedure'], { paper }: Pick<PaperRef, 'paper'>) =>
  fieldsOf(procedure).find((one) => one.type === 'file' && one.paper === paper)
