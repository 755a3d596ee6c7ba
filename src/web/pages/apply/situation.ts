// Which service is asked for, by whom and in whose name; or the answer that ends the matter here.
import type { Context } from 'hono'
import { inForce } from '../../../core/agency/catalogue.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { DraftKey } from '../../../store/drafts.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { clientChoice } from './client-choice.tsx'

export type Situation = {
  procedure: Procedure
  signedIn: SignedIn
  client: { client: string; name: string }
  draft: DraftKey
  /** Address of one of the pages of this form, with the client where a person asks for several. */
  at: (page: FormPage) => string
}

export type FormPage = 'apply' | 'draft' | 'summary' | 'check-name' | `letter/${string}` | `upload/${string}`
export type Found = { ok: true; situation: Situation } | { ok: false; response: Response | Promise<Response> }

export const situationOf = (c: Context<WebEnv>, services: Services): Found => {
  const { agency, signedIn } = c.get('visitor')
  const procedure = inForce(agency).find((one) => one.procedure === c.req.param('procedure'))
  if (!procedure) return { ok: false, response: notFoundPage(c, services) }
  if (!signedIn) return { ok: false, response: signInFirst(c) }
  if (!mayOffice(signedIn.actor, 'apply')) return { ok: false, response: notFoundPage(c, services) }
  const clients = signedIn.hats.flatMap((hat) =>
    hat.kind === 'client' ? [{ client: hat.client, name: hat.name }] : [],
  )
  const wanted = c.req.query('client')
  if (wanted === undefined && clients.length > 1)
    return { ok: false, response: clientChoice(c, services, procedure, clients) }
  const client = wanted === undefined ? clients[0] : clients.find((one) => one.client === wanted)
  if (!client) return { ok: false, response: notFoundPage(c, services) }
  return { ok: true, situation: situation(procedure, signedIn, client, clients.length > 1) }
}

const situation = (
  procedure: Procedure,
  signedIn: SignedIn,
  client: Situation['client'],
  hasSeveral: boolean,
): Situation => ({
  procedure,
  signedIn,
  client,
  draft: { person: signedIn.person, procedure: procedure.procedure, client: client.client, channel: 'online' },
  at: (page) => `/services/${procedure.procedure}/${page}${hasSeveral ? `?client=${client.client}` : ''}`,
})
