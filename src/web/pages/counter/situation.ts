// Which service is keyed in at the counter and for whom; or the answer that ends the matter here.
import type { Context } from 'hono'
import type { Client } from '../../../core/agency/agency.ts'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { By } from '../../../core/dossier/events.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { begins, beginsFor } from '../../../core/procedure/who-begins.ts'
import { listClients } from '../../../store/clients.ts'
import type { DraftKey } from '../../../store/drafts.ts'
import { byCounter } from '../../acting.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

export type Counter = {
  procedure: Procedure
  client: Client
  signedIn: SignedIn
  by: By
  draft: DraftKey
  at: (page: '' | 'draft' | 'check-name') => string
}

export type FoundCounter = { ok: true; counter: Counter } | { ok: false; response: Response | Promise<Response> }

/** Services in force that take paper letters of agencies or companies. */
export const counterServices = ({ agency }: Visitor): Procedure[] =>
  inForce(agency).filter(
    (procedure) => procedure.policy.counter && (begins(procedure, 'client') || begins(procedure, 'company')),
  )

export const mayBeAtCounter = ({ signedIn }: Visitor): boolean => mayOffice(signedIn?.actor ?? null, 'file-at-counter')

/** Where the choice is told to be wrong, and made again. */
const startOf = ({ procedure }: Procedure, { client }: Client): string =>
  `/counter?service=${procedure}&client=${client}`

export const counterOf = async (c: Context<WebEnv>, services: Services): Promise<FoundCounter> => {
  const visitor = c.get('visitor')
  const { signedIn, agency } = visitor
  if (!signedIn) return { ok: false, response: signInFirst(c) }
  const procedure = counterServices(visitor).find((one) => one.procedure === c.req.param('procedure'))
  const by = byCounter(signedIn, agency.agency)
  if (!mayBeAtCounter(visitor) || !procedure || !by) return { ok: false, response: notFoundPage(c, services) }
  const client = (await listClients(services.store, agency.agency.agency)).find(
    (one) => one.client === c.req.query('client'),
  )
  if (!client) return { ok: false, response: c.redirect('/counter', 303) }
  if (!beginsFor(procedure, client.kind)) return { ok: false, response: c.redirect(startOf(procedure, client), 303) }
  return {
    ok: true,
    counter: {
      procedure,
      client,
      signedIn,
      by,
      draft: { person: signedIn.person, procedure: procedure.procedure, client: client.client, channel: 'counter' },
      at: (page) => `/counter/${procedure.procedure}${page === '' ? '' : `/${page}`}?client=${client.client}`,
    },
  }
}
