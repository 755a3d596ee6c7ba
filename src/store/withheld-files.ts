// Which files nobody is to open yet: those that a malware scanner has not looked at, and those in which it found something.
import type { Store } from './connect.ts'

export const withheldFiles = (store: Store, agency: string, files: readonly string[]): Promise<Set<string>> =>
  store.inAgency(agency, async (db) => {
    if (files.length === 0) return new Set()
    const rows = await db
      .selectFrom('file_scan')
      .select('file')
      .where('agency', '=', agency)
      .where('file', 'in', files)
      .where('state', 'in', ['waiting', 'infected'])
      .execute()
    return new Set(rows.map((row) => row.file))
  })
