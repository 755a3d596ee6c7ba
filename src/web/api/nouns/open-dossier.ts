// The dossier an address names, if its caller may see it: what is hidden looks like what is not there.
import { type Reader, readableDossier, readableEvents, readerOf } from '../../../core/dossier/confidential.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Event } from '../../../core/dossier/events.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { type DossierAct, inProcedure, mayDossier } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type DossierRecord, readDossier } from '../../../store/dossiers.ts'
import { noteReading } from '../../note-reading.ts'
import { noteLook } from '../../secret-access.ts'
import { type Asked, bad, type Caller } from '../endpoint.ts'
import type { ProblemFacts } from '../problem.ts'

export type OpenDossier = {
  record: DossierRecord
  dossier: Dossier
  events: readonly Event[]
  procedure: Procedure
  /** The caller sees what officers see. */
  isInside: boolean
  /** As far as confidential answers and papers go: those are left out of `dossier` and `events` already. */
  reader: Reader
}
type Found = { ok: true; found: OpenDossier } | { ok: false; problem: ProblemFacts }

/** @param act that the caller must be allowed; seeing it is the least */
export const openDossier = async (
  { services, office, caller }: Asked & { caller: Caller },
  id: string,
  act: DossierAct = 'see-dossier',
): Promise<Found> => {
  const found = await readDossier(services.store, office, id)
  if (!found) return bad('not-found')
  const facts = factsOf(found.dossier)
  const actor = inProcedure(caller.actor, found.procedure)
  const isRefused = !mayDossier(actor, 'see-dossier', facts)
  if (isRefused || mayDossier(actor, 'see-inside', facts)) {
    const look = { office, person: caller, dossier: found.dossier, now: services.now() }
    await noteLook(services, { ...look, what: 'dossier', over: 'api', isRefused })
  }
  if (isRefused) return bad('not-found')
  if (!mayDossier(actor, act, facts)) return bad('not-allowed')
  const procedure = await services.procedureOf(office, found.procedure, found.edition)
  const isInside = mayDossier(actor, 'see-inside', facts)
  const reading = { office, person: caller, record: found, procedure }
  const record = isInside ? await noteReading(services, reading) : found
  const reader = readerOf(actor, record.dossier)
  const dossier = readableDossier(procedure, record.dossier, reader)
  const events = readableEvents(procedure, record.events, reader)
  return { ok: true, found: { record, dossier, events, procedure, isInside, reader } }
}
