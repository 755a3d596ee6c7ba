// One request as its applicant sees it; to anybody else it does not exist.
import type { Context } from 'hono'
import { readableDossier, readableEvents } from '../../../core/dossier/confidential.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Event } from '../../../core/dossier/events.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { readDossier } from '../../../store/dossiers.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

export type MyRequest = {
  visitor: Visitor
  signedIn: SignedIn
  procedure: Procedure
  dossier: Dossier
  events: readonly Event[]
  clientName: string
}

export type FoundRequest = { ok: true; request: MyRequest } | { ok: false; response: Response | Promise<Response> }

/** Officers have their own page of the dossier; this one is for the people of its client. */
export const requestOf = async (c: Context<WebEnv>, services: Services): Promise<FoundRequest> => {
  const visitor = c.get('visitor')
  const { signedIn, agency } = visitor
  if (!signedIn) return { ok: false, response: signInFirst(c) }
  const office = agency.agency.agency
  const record = await readDossier(services.store, office, c.req.param('dossier') ?? '')
  if (!record || !mayDossier(signedIn.actor, 'see-as-applicant', factsOf(record.dossier)))
    return { ok: false, response: notFoundPage(c, services) }
  const procedure = await services.procedureOf(office, record.procedure, record.edition)
  const dossier = readableDossier(procedure, record.dossier, 'applicant')
  const events = readableEvents(procedure, record.events, 'applicant')
  const hat = signedIn.hats.find((one) => one.kind === 'client' && one.client === dossier.client)
  return {
    ok: true,
    request: {
      visitor,
      signedIn,
      procedure,
      dossier,
      events,
      clientName: hat?.kind === 'client' ? hat.name : dossier.client,
    },
  }
}
