// The receipt for whoever brought a paper letter: number and tracking code on the screen, and as a PDF to print.
import type { Context } from 'hono'
import { factsOf } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { receiptDocument } from '../../../letters/receipt.ts'
import { readClient } from '../../../store/clients.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { receiptFacts, receiptOf } from '../mine/receipt-page.tsx'
import type { MyRequest } from '../mine/situation.ts'
import { signInFirst } from '../sign-in-first.ts'
import { mayBeAtCounter } from './situation.ts'

export const counterReceiptRoutes = (app: App, services: Services): void => {
  app.get('/counter/receipts/:id{.+\\.pdf}', async (c) => {
    const request = await filedAt(c, services, (c.req.param('id') ?? '').slice(0, -4))
    if (!request) return c.get('visitor').signedIn ? notFoundPage(c, services) : signInFirst(c)
    const receipt = receiptOf(request, services.publicUrl(c.get('visitor').agency.agency.agency))
    return sendOwnPdf(
      c,
      await services.renderPdf(receiptDocument(receipt)),
      `Tanda Terima ${request.dossier.number}.pdf`,
    )
  })
  app.get('/counter/receipts/:id', async (c) => {
    const request = await filedAt(c, services, c.req.param('id') ?? '')
    if (!request) return c.get('visitor').signedIn ? notFoundPage(c, services) : signInFirst(c)
    const { counter: words } = c.get('visitor').text.office
    return page(c, services, { title: words.receipt, narrow: true, children: <ReceiptView request={request} /> })
  })
}

const ReceiptView = ({ request }: { request: MyRequest }) => {
  const { dossier, visitor } = request
  const { counter: words } = visitor.text.office
  return (
    <>
      <PageHead
        kicker={dossier.number}
        title={words.receipt}
        lead={words.receiptLead}
        back={{ href: '/counter', label: words.back }}
      />
      <Card
        actions={
          <>
            <LinkButton kind="primary" icon="printer" href={`/counter/receipts/${dossier.id}.pdf`} newTab>
              {words.print}
            </LinkButton>
            <LinkButton icon="route" href={`/dossiers/${dossier.id}`}>
              {words.open}
            </LinkButton>
            <LinkButton kind="quiet" icon="plus" href="/counter">
              {words.another}
            </LinkButton>
          </>
        }
      >
        <Definition facts={receiptFacts(request)} />
      </Card>
    </>
  )
}

/** A dossier that came in at the counter, for an officer of the counter. */
const filedAt = async (c: Context<WebEnv>, services: Services, id: string): Promise<MyRequest | null> => {
  const visitor = c.get('visitor')
  const { signedIn, agency } = visitor
  if (!signedIn || !mayBeAtCounter(visitor)) return null
  const office = agency.agency.agency
  const record = await readDossier(services.store, office, id)
  if (record?.dossier.channel !== 'counter' || !mayDossier(signedIn.actor, 'see-inside', factsOf(record.dossier)))
    return null
  const [procedure, client] = await Promise.all([
    services.procedureOf(office, record.procedure, record.edition),
    readClient(services.store, office, record.dossier.client),
  ])
  return { visitor, signedIn, procedure, dossier: record.dossier, events: record.events, clientName: client.name }
}
