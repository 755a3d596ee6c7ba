// Reads one dossier whole: folded from its events, with the edition it runs on.
import type { Dossier } from '../core/dossier/dossier.ts'
import type { Event } from '../core/dossier/events.ts'
import { fold } from '../core/dossier/evolve.ts'
import type { Store } from './connect.ts'

export type DossierRecord = { dossier: Dossier; events: Event[]; procedure: string; edition: string }

/** @returns null when this agency has no such dossier */
export const readDossier = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  id: string,
): Promise<DossierRecord | null> => {
  if (!UUID.test(id)) return null
  const result = await pool.query<{ loaded: { procedure: string; edition: string; events: Event[] } | null }>({
    name: 'load_dossier',
    text: 'select load_dossier($1, $2, $3) as loaded',
    values: [agency, id, ''],
  })
  const loaded = result.rows[0]?.loaded
  const dossier = loaded ? fold(id, loaded.events) : null
  return loaded && dossier
    ? { dossier, events: loaded.events, procedure: loaded.procedure, edition: loaded.edition }
    : null
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
