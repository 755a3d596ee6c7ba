// The dossier an address names, if its caller may see it: what is hidden looks like what is not there.
import { type Reader, readableDossier, readableEvents, readerOf } from '../../../core/dossier/confidential.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Event } from '../../../core/dossier/events.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { type Actor, type DossierAct, inProcedure, mayDossier } from '../../../core/person/may.ts'
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

type Asking = Asked & { caller: Caller }

/**
 * For what shows something of it: whoever it lies with has it before them from now on.
 * @param act that the caller must be allowed; seeing it is the least
 */
export const openDossier = async (asked: Asking, id: string, act: DossierAct = 'see-dossier'): Promise<Found> => {
  const met = await meet(asked, id, act)
  if (!met.ok) return met
  const { services, office, caller } = asked
  const { record, procedure, isInside } = met
  const reading = { office, person: caller, record, procedure }
  return { ok: true, found: openedFor(isInside ? { ...met, record: await noteReading(services, reading) } : met) }
}

/** For a deed, whose answer shows nothing of it: a deed that is refused must leave no trace, also not that it was read. */
export const findDossier = async (asked: Asking, id: string, act: DossierAct = 'see-dossier'): Promise<Found> => {
  const met = await meet(asked, id, act)
  return met.ok ? { ok: true, found: openedFor(met) } : met
}

type Met = { ok: true; record: DossierRecord; procedure: Procedure; actor: Actor; isInside: boolean }

const meet = async (
  { services, office, caller }: Asking,
  id: string,
  act: DossierAct,
): Promise<Met | { ok: false; problem: ProblemFacts }> => {
  const record = await readDossier(services.store, office, id)
  if (!record) return bad('not-found')
  const facts = factsOf(record.dossier)
  const actor = inProcedure(caller.actor, record.procedure)
  const isRefused = !mayDossier(actor, 'see-dossier', facts)
  const isInside = mayDossier(actor, 'see-inside', facts)
  if (isRefused || isInside) {
    const look = { office, person: caller, dossier: record.dossier, now: services.now() }
    await noteLook(services, { ...look, what: 'dossier', over: 'api', isRefused })
  }
  if (isRefused) return bad('not-found')
  if (!mayDossier(actor, act, facts)) return bad('not-allowed')
  const procedure = await services.procedureOf(office, record.procedure, record.edition)
  return { ok: true, record, procedure, actor, isInside }
}

const openedFor = ({ record, procedure, actor, isInside }: Met): OpenDossier => {
  const reader = readerOf(actor, record.dossier)
  const dossier = readableDossier(procedure, record.dossier, reader)
  const events = readableEvents(procedure, record.events, reader)
  return { record, dossier, events, procedure, isInside, reader }
}
