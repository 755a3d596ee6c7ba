// The rungs that have come: taken by one worker at a time, and armed anew where a row no longer says what its dossier does.
import type { LivingOffice } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import { type Timer, timersOf } from '../core/dossier/late/timers.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Store } from './connect.ts'
import { readDossier } from './dossiers.ts'

export type DueTimer = { dossier: string; clock: string; rung: string }

type Taking = { now: Instant; until: Instant; limit: number }

/** Nobody else gets them before `until`: whoever took them may die, and then they are taken once more. */
export const takeTimers = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  { now, until, limit }: Taking,
): Promise<DueTimer[]> => {
  const { rows } = await pool.query<DueTimer>({
    name: 'take_timers',
    text: 'select dossier, clock, rung from take_timers($1, $2, $3, $4)',
    values: [agency, now, until, limit],
  })
  return rows
}

type Arming = {
  agency: string
  dossier: string
  office: LivingOffice
  now: Instant
  procedureOf: (agency: string, procedure: string, edition: string) => Promise<Procedure>
}

/** Only where nothing happened to the dossier meanwhile: otherwise its own commit has armed it. */
export const armAnew = async (
  store: Store,
  { agency, dossier: id, office, now, procedureOf }: Arming,
): Promise<void> => {
  const record = await readDossier(store, agency, id)
  if (!record) return
  const { dossier } = record
  const procedure = await procedureOf(agency, record.procedure, record.edition)
  await armTimers(store, agency, dossier, timersOf({ procedure, dossier, office, now }))
}

/** @param dossier as it was when the timers were worked out */
export const armTimers = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  dossier: Pick<Dossier, 'id' | 'version'>,
  timers: readonly Timer[],
): Promise<void> => {
  await pool.query({
    name: 'arm_timers',
    text: 'select arm_timers($1, $2, $3, $4)',
    values: [agency, dossier.id, dossier.version, JSON.stringify(timers)],
  })
}
