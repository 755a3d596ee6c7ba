// A database to be hostile to: statements are tried in the owner's transaction, under any role, and taken back.
import pg from 'pg'
import { projectRoot } from '../../src/main/root.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { openHandling } from './handling.ts'

/** What belongs to no agency: whether this is a demo, and which migrations it has had. */
export const OF_NO_AGENCY = ['installation', 'migration']

export type Tried = {
  database: TestDatabase
  owner: pg.Client
  /** All tables of agencies. */
  tables: string[]
  /** Runs in a transaction of the owner that is taken back, whatever it did. */
  tried: <T>(work: () => Promise<T>) => Promise<T>
  /** What became of one hostile statement; the transaction lives on. */
  attempt: (statement: string) => Promise<string>
  drop: () => Promise<void>
}

export const openTried = async (): Promise<Tried> => {
  const database = await createTestDatabase()
  await (await openHandling(database)).close()
  // What a start does; a database that is a copy of another does not bring the rights on itself along.
  await migrate({ ownerUrl: database.ownerUrl, root: projectRoot() })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return {
    database,
    owner,
    tables: await tablesOfAgencies(owner),
    tried: async (work) => {
      await owner.query('begin')
      try {
        return await work()
      } finally {
        await owner.query('rollback')
      }
    },
    attempt: (statement) => attempt(owner, statement),
    drop: async () => {
      await owner.end()
      await database.drop()
    },
  }
}

const tablesOfAgencies = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map((one) => one.name).filter((name) => !OF_NO_AGENCY.includes(name))
}

const attempt = async (owner: pg.Client, statement: string): Promise<string> => {
  await owner.query('savepoint attempt')
  try {
    const { rowCount } = await owner.query(statement)
    return `${rowCount} rows`
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    return /row-level security|permission denied/.exec(message)?.[0] ?? message
  } finally {
    await owner.query('rollback to savepoint attempt')
  }
}
