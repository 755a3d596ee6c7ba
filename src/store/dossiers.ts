// Reads one dossier whole: folded from its events, with the edition it runs on.
import type { Dossier } from '../core/dossier/dossier.ts'
import type { Event } from '../core/dossier/events.ts'
import { fold } from '../core/dossier/evolve.ts'
import type { Store } from './connect.ts'
import { loadForCommand } from './load.ts'

export type DossierRecord = {
  dossier: Dossier
  events: Event[]
  procedure: string
  edition: string
  clientName: string | null
}

/** @returns null when this agency has no such dossier */
export const readDossier = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  id: string,
): Promise<DossierRecord | null> => {
  if (!UUID.test(id)) return null
  const { dossier: found, clientName } = await loadForCommand(pool, { agency, dossier: id, key: '', client: null })
  const dossier = found ? fold(id, found.events) : null
  return found && dossier ? { dossier, ...found, clientName } : null
}

/** The identity behind a public tracking code, or null. */
export const dossierOfTrackingCode = (store: Store, agency: string, code: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('dossier')
      .select('dossier')
      .where('agency', '=', agency)
      .where('tracking_code', '=', code)
      .executeTakeFirst()
    return row?.dossier ?? null
  })

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
