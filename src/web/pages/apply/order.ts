// An order inside the office: a post of the first step begins the work itself, on the same pages as an applicant.
import type { Context } from 'hono'
import { type AgencyData, inForce } from '../../../core/agency/catalogue.ts'
import { firstPosts } from '../../../core/dossier/submit.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { begins } from '../../../core/procedure/who-begins.ts'
import { OFFICE_CLIENT } from '../../../store/clients.ts'
import { byPost } from '../../acting.ts'
import type { Services } from '../../services.ts'
import { officeTitle } from '../../story/titles.ts'
import type { Person, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import type { Found } from './situation.ts'

export const ORDER_BASE = '/orders'

export const orderOf = (c: Context<WebEnv>, services: Services): Found => {
  const { agency, signedIn } = c.get('visitor')
  const procedure = inForce(agency).find((one) => one.procedure === c.req.param('procedure'))
  if (!procedure) return { ok: false, response: notFoundPage(c, services) }
  if (!signedIn) return { ok: false, response: signInFirst(c) }
  const by = byOrder(signedIn, procedure)
  if (by?.kind !== 'post') return { ok: false, response: notFoundPage(c, services) }
  return {
    ok: true,
    situation: {
      procedure,
      signedIn,
      client: { client: OFFICE_CLIENT, name: officeTitle(agency.agency, by) },
      by,
      channel: 'order',
      sentTo: (dossier) => `/dossiers/${dossier}`,
      draft: {
        person: signedIn.person,
        procedure: procedure.procedure,
        client: OFFICE_CLIENT,
        channel: 'order',
      },
      at: (page) => `${ORDER_BASE}/${procedure.procedure}/${page}`,
    },
  }
}

/** The post under which this person may order it; null where there is none. */
export const byOrder = (person: Person, procedure: Procedure) =>
  mayOffice(person.actor, 'give-order') && begins(procedure, 'post')
    ? byPost(person, procedure, firstPosts(procedure))
    : null

export const ordersOf = (agency: AgencyData, person: Person): Procedure[] =>
  inForce(agency).filter((procedure) => byOrder(person, procedure) !== null)
