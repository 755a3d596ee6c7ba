import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

test('the migrations have been applied to the database of a test', async () => {
  const rows = await ask(database.ownerUrl, 'select count(*)::int as migrations from migration')
  expect(rows).toEqual([{ migrations: expect.any(Number) }])
  expect(rows).not.toEqual([{ migrations: 0 }])
})

test('the tests run on the PostgreSQL that was asked for', async () => {
  const asked = process.env.MIPP_TEST_DATABASE_URL === undefined ? (process.env.MIPP_TEST_POSTGRES ?? '18') : ''
  const rows = await ask(database.ownerUrl, 'show server_version')
  expect(rows).toEqual([{ server_version: expect.stringMatching(new RegExp(`^${asked}`)) }])
})

test('app and worker step down to roles that own nothing and cannot go around row-level security', async () => {
  for (const [url, role] of [
    [database.appUrl, 'mipp_app'],
    [database.workerUrl, 'mipp_worker'],
  ] as const) {
    const rows = await ask(
      url,
      `select current_user as role, rolsuper, rolbypassrls,
         (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
       from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ role, rolsuper: false, rolbypassrls: false, owns: 0 }])
  }
})

test('what one test file writes, another does not see', async () => {
  const other = await createTestDatabase()
  await ask(database.ownerUrl, 'create table only_here (one int)')
  await expect(ask(other.ownerUrl, 'select from only_here')).rejects.toThrow('does not exist')
  await other.drop()
})

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
