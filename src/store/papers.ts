// The papers of a dossier, also those that a corrected one has replaced.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type PaperRow = {
  paper: string
  /** Kind in the procedure. */
  kind: string
  sha256: string
  bytes: number
  mime: string
  name: string
  letter: string | null
  number: string | null
  filedAt: Instant
}

/** Newest first. */
export const papersOf = (store: Store, agency: string, dossier: string): Promise<PaperRow[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('paper')
      .select(['paper', 'kind', 'sha256', 'bytes', 'mime', 'name', 'letter', 'number', 'filed_at'])
      .where('agency', '=', agency)
      .where('dossier', '=', dossier)
      .orderBy('filed_at', 'desc')
      .orderBy('paper')
      .execute()
    return rows.map(({ filed_at, ...row }) => ({ ...row, filedAt: filed_at }))
  })
