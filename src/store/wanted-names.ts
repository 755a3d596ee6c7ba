// Who already has a name, and which running requests may want it too.
import { sql } from 'kysely'
import type { Store } from './connect.ts'

/** The client for whom the office looks after this name now, or null when no register has it as active. */
export const holderOfItem = (
  store: Store,
  agency: string,
  registers: readonly string[],
  key: string,
): Promise<string | null> => {
  if (registers.length === 0) return Promise.resolve(null)
  return store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('register_item as i')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'i.agency').onRef('d.dossier', '=', 'i.dossier'))
      .select('d.client')
      .where('i.agency', '=', agency)
      .where('i.register', 'in', [...registers])
      .where('i.key', '=', key)
      .where('i.state', '=', 'active')
      .executeTakeFirst()
    return row?.client ?? null
  })
}

/** Running dossiers that speak of this name; whether they want it stands in their forms. */
export const openDossiersNaming = (store: Store, agency: string, name: string): Promise<string[]> =>
  store.inAgency(agency, async (db) => {
    const words = name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const found = await sql<{
      dossier: string
    }>`select dossier from open_dossiers_naming(${agency}, ${words}) as dossier`.execute(db)
    return found.rows.map((row) => row.dossier)
  })
