// Which agencies a database holds.
import type { OwnerStore } from './owner.ts'

export const agencyIds = (store: OwnerStore): Promise<string[]> =>
  store.inSnapshot(async (db) => {
    const rows = await db.selectFrom('agency').select('agency').orderBy('agency').execute()
    return rows.map((row) => row.agency)
  })
