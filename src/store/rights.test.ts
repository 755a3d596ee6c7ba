// What the two roles of the program may not do to the database, and that they stay what they are.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/support/database.ts'
import { OF_NO_AGENCY, openTried, type Tried } from '../../test/support/tried.ts'

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

describe.each(ROLES)('as %s', (role) => {
  test('events are only added', async () => {
    for (const statement of [
      `update event set payload = '{}'`,
      'update event set seq = 1',
      'delete from event',
      'truncate event cascade',
      `merge into event e using (select 1) s on true when matched then delete`,
      `insert into event select * from event on conflict (agency, dossier, seq) do update set type = 'x'`,
      'create trigger t before insert on event for each row execute function suppress_redundant_updates_trigger()',
      'create rule r as on insert to event do instead nothing',
      'lock table event in access exclusive mode',
    ])
      await tried(async () => {
        await owner.query(`set local role ${role}`)
        await owner.query(`select set_config('mipp.agency', 'demak', true)`)
        expect([statement, await attempt(statement)]).toEqual([
          statement,
          expect.stringMatching(/permission denied|must be owner/),
        ])
      })
  })

  test.each([
    'create table here (one int)',
    'create temporary table event (one int)',
    'create schema here',
    'create function public.here() returns int language sql return 1',
    'create extension dblink',
    'create role here',
    'alter table event disable row level security',
    'alter table event no force row level security',
    'drop policy event_of_agency on event',
    'create policy open on event using (true)',
    'alter role current_user bypassrls',
    'set session authorization postgres',
    'select * from pg_authid',
    'select * from pg_shadow',
    `select pg_read_file('/etc/passwd')`,
    `copy client to '/tmp/out'`,
    `copy client from program 'id'`,
    'select * from graphile_worker._private_jobs',
    'select * from graphile_worker._private_tasks',
    `select graphile_worker.add_job('fulfil', '{}')`,
    'delete from migration',
    'update installation set is_demo = true',
    "select lo_import('/etc/passwd')",
  ])('is refused: %s', async (statement) => {
    await tried(async () => {
      await owner.query(`set local role ${role}`)
      expect(await attempt(statement)).toMatch(
        /permission denied|must be owner|row-level security|must have|Only roles with|superuser|cannot/i,
      )
    })
  })

  test('owns no table, function, schema, type or database, and may pass for nobody else', async () => {
    const { rows } = await owner.query(
      `select
         (select count(*)::int from pg_class where relowner = r.oid) as tables,
         (select count(*)::int from pg_proc where proowner = r.oid) as functions,
         (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
         (select count(*)::int from pg_type where typowner = r.oid) as types,
         (select count(*)::int from pg_database where datdba = r.oid) as databases,
         (select count(*)::int from pg_auth_members where member = r.oid) as roles,
         rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
       from pg_roles r where rolname = $1`,
      [role],
    )
    const nothing = { tables: 0, functions: 0, schemas: 0, types: 0, databases: 0, roles: 0 }
    const no = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(rows).toEqual([{ ...nothing, ...no, rolreplication: false, rolcanlogin: false }])
  })
})

describe('the database', () => {
  test('guards every table that belongs to an agency by the same rule, for reading and for writing', async () => {
    const { rows } = await owner.query(
      `select c.relname as name, c.relrowsecurity as guarded, p.cmd, p.permissive, p.qual, p.with_check
       from pg_class c left join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1)`,
      [OF_NO_AGENCY],
    )
    const rule = '(agency = current_agency())'
    const wanted = { guarded: true, cmd: 'ALL', permissive: 'PERMISSIVE', qual: rule, with_check: rule }
    expect(rows).toEqual(tables.map((name) => ({ name, ...wanted })).sort(byNameIn(rows)))
  })

  test('has no view that would read with more rights than its reader', async () => {
    const { rows } = await owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and not coalesce('security_invoker=true' = any (reloptions), false)`,
    )
    expect(rows).toEqual([])
  })

  test('runs a function with the rights of its owner only with a fixed search path, and only for our roles', async () => {
    const { rows } = await owner.query<{ name: string; path: string | null; everybody: boolean; app: boolean }>(
      `select proname as name, (select c from unnest(proconfig) as c where c like 'search_path=%') as path,
         has_function_privilege('public', oid, 'execute') as everybody,
         has_function_privilege('mipp_app', oid, 'execute') as app
       from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const one of rows) {
      expect(one).toMatchObject({
        path: expect.stringMatching(/^search_path=(pg_catalog|public), pg_temp$/),
        everybody: false,
      })
    }
    expect(rows.map((one) => one.name)).toContain('queue_job')
  })

  test('gives nothing to everybody', async () => {
    const { rows } = await owner.query(
      `select grantee, table_name, privilege_type from information_schema.role_table_grants
       where table_schema in ('public', 'graphile_worker') and (grantee = 'PUBLIC' or table_schema = 'graphile_worker' and grantee like 'mipp\\_%')`,
    )
    expect(rows).toEqual([])
  })
})

const byNameIn = (rows: { name: string }[]) => (one: { name: string }, other: { name: string }) =>
  rows.findIndex((row) => row.name === one.name) - rows.findIndex((row) => row.name === other.name)

describe('a login that may only take on the role of the application', () => {
  test('cannot become the owner, whatever it asks for', async () => {
    const name = `mipp_pages_${randomBytes(4).toString('hex')}`
    const password = randomBytes(12).toString('hex')
    await owner.query(`create role ${name} login password '${password}' noinherit`)
    await owner.query(`grant mipp_app to ${name}`)
    const url = new URL(database.appUrl)
    url.username = name
    url.password = password
    const client = new pg.Client({ connectionString: url.href })
    try {
      await client.connect()
      const ownerName = (await owner.query('select current_user as name')).rows[0].name
      for (const statement of [
        `set role "${ownerName}"`,
        `set session authorization "${ownerName}"`,
        `select set_config('role', '${ownerName}', false)`,
        'set role mipp_worker',
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/)
      await client.query('set role none')
      await expect(client.query('select * from event')).rejects.toThrow('permission denied')
      await expect(client.query('delete from event')).rejects.toThrow('permission denied')
    } finally {
      await client.end()
      await owner.query(`drop role ${name}`)
    }
  })
})
