// Reading with the rights of the owner, for the command line: over all agencies, and never writing.
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { surviveLostLines } from './connect.ts'
import type { DB } from './schema.ts'

export type OwnerStore = {
  /** One snapshot: whatever is read in it fits together, also while the office goes on. */
  inSnapshot: <T>(read: (db: Transaction<DB>) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** @param url of the owner of the tables: row-level security does not hold for it */
export const openOwnerStore = (url: string): OwnerStore => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    options: '-c timezone=UTC',
    application_name: 'mipp_command',
  })
  surviveLostLines(pool)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    inSnapshot: (read) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read),
    close: () => db.destroy(),
  }
}
