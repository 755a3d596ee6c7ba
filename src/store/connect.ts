// Connections to PostgreSQL under the least role that will do, and transactions that work for one agency.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { createNews, type News } from './news.ts'
import type { DB } from './schema.ts'

export type Role = 'mipp_app' | 'mipp_worker'
export type Reading = Transaction<DB>

export type Store = {
  pool: pg.Pool
  /** Works for one agency: row-level security lets nothing else through. */
  inAgency: <T>(agency: string, work: (db: Reading) => Promise<T>) => Promise<T>
  /** Tells open pages, some milliseconds later, whose work lists have changed. */
  tell: News['tell']
  close: () => Promise<void>
}

// Days stay `YYYY-MM-DD` and instants ISO text: no Date objects, whose zone would be the server's.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** How long the database is waited for. It stops by itself what takes longer; what does not even say so is given up. */
export type DatabasePatience = { connectMs: number; statementMs: number; answerMs: number }

export const PATIENCE: DatabasePatience = { connectMs: 5_000, statementMs: 10_000, answerMs: 12_000 }

/** @param url of the owner or of any login that may take the role on */
export const openStore = (url: string, role: Role, size = 10, patience = PATIENCE): Store => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    // Compiling a query takes longer than any of ours may run.
    options: `-c role=${role} -c timezone=UTC -c jit=off -c statement_timeout=${patience.statementMs}`,
    application_name: role,
    connectionTimeoutMillis: patience.connectMs,
    query_timeout: patience.answerMs,
    keepAlive: true,
  })
  surviveLostLines(pool)
  const news = createNews(pool)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    pool,
    inAgency: (agency, work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select set_config('mipp.agency', ${agency}, true)`.execute(transaction)
        return work(transaction)
      }),
    tell: news.tell,
    close: async () => {
      await news.close()
      await db.destroy()
    },
  }
}

/**
 * A line that breaks is told by the next query on it; without a listener the driver would end the process. The pool
 * listens only while nobody has the connection, and a transaction has it also between its queries.
 */
export const surviveLostLines = (pool: pg.Pool): void => {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
}
