// The line to the database may break at any moment, and only whoever used it hears of that.
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../../test/support/database.ts'
import type { Reading } from './connect.ts'
import { openStore } from './connect.ts'
import { openOwnerStore } from './owner.ts'

test.each([
  ['the pages', (url: string) => store(openStore(url, 'mipp_app', 1))],
  ['the command line', (url: string) => owner(openOwnerStore(url))],
])('a line that breaks between two questions of %s breaks that piece of work, not the program', async (_, open) => {
  const { ownerUrl, drop } = await createTestDatabase()
  const { within, close } = open(ownerUrl)
  const broken = within(async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    await endConnection(ownerUrl, rows[0]?.pid)
    await sql`select 1`.execute(db)
  })
  await expect(broken).rejects.toThrow()
  const again = await within((db) => sql<{ one: number }>`select 1 as one`.execute(db))
  expect(again).toMatchObject({ rows: [{ one: 1 }] })
  await close()
  await drop()
})

type Opened = { within: (work: (db: Reading) => Promise<unknown>) => Promise<unknown>; close: () => Promise<void> }

const store = ({ inAgency, close }: ReturnType<typeof openStore>): Opened => ({
  within: (work) => inAgency('demak', work),
  close,
})
const owner = ({ inSnapshot, close }: ReturnType<typeof openOwnerStore>): Opened => ({ within: inSnapshot, close })

/** @returns when it is gone */
const endConnection = async (url: string, pid: number | undefined): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 10000)', [pid])
  await client.end()
}
