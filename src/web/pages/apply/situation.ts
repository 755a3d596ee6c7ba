// Which service is asked for, by whom and in whose name; or the answer that ends the matter here.
import type { Context } from 'hono'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { By } from '../../../core/dossier/events.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { beginsFor } from '../../../core/procedure/who-begins.ts'
import type { DraftKey } from '../../../store/drafts.ts'
import { byClient } from '../../acting.ts'
import type { Services } from '../../services.ts'
import type { Hat, SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { clientChoice } from './client-choice.tsx'
import { ORDER_BASE, orderOf } from './order.ts'
import { closedClientPage, wrongKindPage } from './wrong-kind.ts'

export type Situation = {
  procedure: Procedure
  signedIn: SignedIn
  client: { client: string; name: string }
  by: By
  /** An order of the office goes the same way as a request, under other words. */
  channel: 'online' | 'order'
  /** Where whoever sent it goes. */
  sentTo: (dossier: string) => string
  draft: DraftKey
  /** Address of one of the pages of this form, with the client where a person asks for several. */
  at: (page: FormPage) => string
}

export type FormPage = 'apply' | 'draft' | 'summary' | 'check-name' | `letter/${string}` | `upload/${string}`
export type Found = { ok: true; situation: Situation } | { ok: false; response: Response | Promise<Response> }

/** The same pages stand under both: one's own requests, and the orders of a post. */
export const APPLY_BASES = ['/services', ORDER_BASE] as const

export const situationOf = (c: Context<WebEnv>, services: Services): Found => {
  if (c.req.path.startsWith(`${ORDER_BASE}/`)) return orderOf(c, services)
  const { agency, signedIn } = c.get('visitor')
  const procedure = inForce(agency).find((one) => one.procedure === c.req.param('procedure'))
  if (!procedure) return { ok: false, response: notFoundPage(c, services) }
  if (!signedIn) return { ok: false, response: signInFirst(c) }
  if (!mayOffice(signedIn.actor, 'apply')) return { ok: false, response: notFoundPage(c, services) }
  const fitting = signedIn.hats
    .filter((hat): hat is ClientHat => hat.kind === 'client')
    .filter((hat) => beginsFor(procedure, hat.clientKind))
  if (fitting.length === 0) return { ok: false, response: wrongKindPage(c, services, procedure) }
  const clients = fitting.filter(({ client }) => !agency.closedClients?.includes(client))
  if (clients.length === 0) return { ok: false, response: closedClientPage(c, services) }
  const wanted = c.req.query('client')
  if (wanted === undefined && clients.length > 1)
    return { ok: false, response: clientChoice(c, services, procedure, clients) }
  const client = wanted === undefined ? clients[0] : clients.find((one) => one.client === wanted)
  const by = client && byClient(signedIn, client.client)
  if (!client || !by) return { ok: false, response: notFoundPage(c, services) }
  const address = clients.length > 1 ? `?client=${client.client}` : ''
  return { ok: true, situation: situation(procedure, signedIn, { client, by, address }) }
}

type ClientHat = Extract<Hat, { kind: 'client' }>

const situation = (
  procedure: Procedure,
  signedIn: SignedIn,
  { client, by, address }: { client: Situation['client']; by: By; address: string },
): Situation => ({
  procedure,
  signedIn,
  client,
  by,
  channel: 'online',
  sentTo: (dossier) => `/mine/${dossier}/receipt`,
  draft: { person: signedIn.person, procedure: procedure.procedure, client: client.client, channel: 'online' },
  at: (page) => `/services/${procedure.procedure}/${page}${address}`,
})
