// The borders between agencies, tried by hostile queries on every table that there is, under both roles of the program.
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/support/database.ts'
import { openTried, type Tried } from '../../test/support/tried.ts'
import { openStore } from './connect.ts'

const ROLES = ['mipp_app', 'mipp_worker'] as const

let database: TestDatabase
let owner: pg.Client
let tables: string[]
let tried: Tried['tried']
let attempt: Tried['attempt']
let drop: Tried['drop']

beforeAll(async () => {
  ;({ database, owner, tables, tried, attempt, drop } = await openTried())
})
afterAll(() => drop())

type Column = { name: string; type: string }

/** A row of this table for an agency, of whatever its columns hold: its own rules are lifted, the borders are not. */
const plant = async (table: string, agency: string): Promise<void> => {
  if (table === 'agency') return
  const { rows } = await owner.query<Column>(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and is_generated = 'NEVER'`,
    [table],
  )
  const row = Object.fromEntries(rows.map(({ name, type }) => [name, name === 'agency' ? agency : fillerOf(type)]))
  const names = rows.map(({ name }) => `"${name}"`).join(', ')
  await owner.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(row)],
  )
}

const fillerOf = (type: string): unknown => {
  if (type === 'uuid') return randomUUID()
  if (type.startsWith('int')) return Math.floor(Math.random() * 1e9)
  if (type === 'timestamptz') return '2026-11-20T02:00:00Z'
  if (type === 'date') return '2026-11-20'
  if (type === 'bool') return false
  if (type.startsWith('_')) return []
  if (type === 'bytea') return `\\x${randomBytes(4).toString('hex')}`
  return type.startsWith('json') ? {} : randomBytes(6).toString('hex')
}

/** Checks and references would refuse first: without them nothing but the border is left to refuse. */
const liftRules = async (table: string): Promise<void> => {
  const { rows } = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`,
    [`public.${table}`],
  )
  for (const { name } of rows) await owner.query(`alter table ${table} drop constraint "${name}"`)
  await owner.query(`alter table ${table} disable trigger user`)
}

const seen = async (table: string): Promise<string[]> => {
  const { rows } = await owner.query<{ agency: string }>(`select distinct agency from ${table} order by 1`)
  return rows.map((one) => one.agency)
}

describe.each(ROLES)('as %s', (role) => {
  test('every table shows nothing without an agency, nothing of another one, and takes nothing for another one', async () => {
    expect(tables.length).toBeGreaterThan(24)
    for (const table of tables)
      await tried(async () => {
        await liftRules(table)
        for (const agency of ['demak', 'tulungagung']) await plant(table, agency)
        expect(await seen(table)).toEqual(expect.arrayContaining(['demak', 'tulungagung']))
        await owner.query(`set local role ${role}`)
        const mayRead = await owner.query<{ may: boolean }>(`select has_table_privilege($1, 'select') as may`, [table])
        if (!mayRead.rows[0]?.may) return
        expect([table, await seen(table)]).toEqual([table, []])
        await owner.query(`select set_config('mipp.agency', '', true)`)
        expect([table, await seen(table)]).toEqual([table, []])
        await owner.query(`select set_config('mipp.agency', 'tulungagung', true)`)
        expect([table, await seen(table)]).toEqual([table, ['tulungagung']])
        const closed = expect.stringMatching(/^(row-level security|permission denied)$/)
        const none = expect.stringMatching(/^(0 rows|permission denied)$/)
        expect({
          table,
          written: await attempt(`insert into ${table} (agency) values ('demak')`),
          movedOut: await attempt(`update ${table} set agency = 'demak'`),
          changed: await attempt(`update ${table} set agency = agency where agency = 'demak'`),
          taken: await attempt(`delete from ${table} where agency = 'demak'`),
          emptied: await attempt(`truncate ${table} cascade`),
        }).toEqual({
          table,
          written: closed,
          movedOut: closed,
          changed: none,
          taken: none,
          emptied: 'permission denied',
        })
      })
  })
})

describe('a connection that is used again', () => {
  test('keeps nothing of the agency before, whether its work went well or not', async () => {
    const store = openStore(database.appUrl, 'mipp_app', 1)
    try {
      const count = () => store.pool.query<{ count: number }>('select count(*)::int as count from client')
      const pid = async () => (await store.pool.query('select pg_backend_pid() as pid')).rows[0].pid
      const before = await pid()
      const inside = await store.inAgency('demak', (db) => db.selectFrom('client').select('agency').execute())
      expect(new Set(inside.map((one) => one.agency))).toEqual(new Set(['demak']))
      expect((await count()).rows).toEqual([{ count: 0 }])
      await expect(store.inAgency('demak', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
      expect((await count()).rows).toEqual([{ count: 0 }])
      const other = await store.inAgency('tulungagung', (db) => db.selectFrom('client').select('agency').execute())
      expect(other.map((one) => one.agency)).not.toContain('demak')
      expect(await pid()).toBe(before)
    } finally {
      await store.close()
    }
  })
})
