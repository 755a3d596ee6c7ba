// What the database itself guards: the chain of events, the borders between agencies, the queue.
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { byClient, type Handling, openHandling } from '../../test/support/handling.ts'

let database: TestDatabase
let office: Handling
let dossier: string

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
  ;({ dossier } = await office.submit())
  await office.finish(dossier, 'catat', { urgency: 'biasa', secrecy: 'rahasia' })
  await office.send(dossier, byClient, { type: 'comment', text: 'Nama saya ada di sini', visibleToApplicant: true })
})

afterAll(async () => {
  await office.close()
  await database.drop()
})

/** Asks on one connection, for an agency if one is given, and takes everything back. */
const ask = async (url: string, query: string, agency?: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    if (agency) await client.query("select set_config('mipp.agency', $1, true)", [agency])
    return (await client.query(query)).rows
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

type EventRow = { seq: number; payload: string | null; salt: string | null; payload_hash: string; hash: string }

const readChain = async (): Promise<{ rows: EventRow[]; head: string }> => {
  const rows = await ask(
    database.ownerUrl,
    `select seq, payload, salt, payload_hash, hash from event where dossier = '${dossier}' order by seq`,
  )
  const [row] = await ask(database.ownerUrl, `select head_hash from dossier where dossier = '${dossier}'`)
  return { rows: rows as EventRow[], head: (row as { head_hash: string }).head_hash }
}

/** The first event that does not fit, or null; computed here from nothing but the rows. */
const firstBreak = ({ rows, head }: { rows: EventRow[]; head: string }): number | null => {
  let link = ''
  for (const { seq, payload, salt, payload_hash, hash } of rows) {
    if (payload !== null && sha256(`${salt}${payload}`) !== payload_hash) return seq
    link = sha256(`${link}.${seq}.${payload_hash}`)
    if (link !== hash) return seq
  }
  return link === head ? null : rows.length + 1
}

describe('the chain of events', () => {
  test('can be computed again from payload and salt, up to the head that stands on the dossier', async () => {
    const chain = await readChain()
    expect(chain.rows.length).toBeGreaterThan(5)
    expect(new Set(chain.rows.map((row) => row.salt)).size).toBe(chain.rows.length)
    expect(firstBreak(chain)).toBeNull()
  })

  test('still fits when a payload has been destroyed by law', async () => {
    const chain = await readChain()
    const last = chain.rows.at(-1)
    if (last) Object.assign(last, { payload: null, salt: null })
    expect(firstBreak(chain)).toBeNull()
  })

  test('shows a payload that was changed, an event that was taken out, and a tail that was cut', async () => {
    const changed = await readChain()
    const third = changed.rows[2]
    if (third) third.payload = `${third.payload} `
    expect(firstBreak(changed)).toBe(3)
    const shorter = await readChain()
    shorter.rows.splice(3, 1)
    expect(firstBreak(shorter)).toBe(5)
    const cut = await readChain()
    cut.rows.pop()
    expect(firstBreak(cut)).toBe(cut.rows.length + 1)
  })
})

describe.each(['appUrl', 'workerUrl'] as const)('the role behind %s', (which) => {
  test.each([
    ["update event set type = 'x'", 'permission denied'],
    ['delete from event', 'permission denied'],
    ['truncate event', 'permission denied'],
    ['delete from dossier', 'permission denied'],
    ['delete from command_key', 'permission denied'],
    ["update command_key set answer = '{}'", 'permission denied'],
    ['delete from paper', 'permission denied'],
    ['update paper set sha256 = sha256', 'permission denied'],
    ['delete from agenda', 'permission denied'],
    ['delete from number_series', 'permission denied'],
    ["update access_token set scopes = '{people}'", 'permission denied'],
    ['update access_token set expires_at = expires_at', 'permission denied'],
    ['delete from access_token', 'permission denied'],
    ['update upload set person = person', 'permission denied'],
    ['delete from migration', 'permission denied'],
    ['update installation set is_demo = true', 'permission denied'],
    ['alter table event disable row level security', 'must be owner'],
    ['drop policy event_of_agency on event', 'must be owner'],
    ['select * from graphile_worker._private_jobs', 'permission denied'],
    ["select graphile_worker.add_job('fulfil', '{}')", 'permission denied'],
    ['create table mine (one int)', 'permission denied'],
  ])('may not: %s', async (query, sentence) => {
    await expect(ask(database[which], query, 'demak')).rejects.toThrow(sentence)
  })

  test('queues through its one door', async () => {
    const rows = await ask(database[which], "select queue_job('seal-day', '{}'::json, 'once')")
    expect(rows).toHaveLength(1)
  })

  test('sees no row of any agency before one is set, and nothing of another, also without a condition', async () => {
    // What it may not read at all shows it nothing either.
    const tables = await ask(
      database[which],
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and has_table_privilege(c.oid, 'select') order by 1`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables as { name: string }[]) {
      expect([name, await ask(database[which], `select * from ${name}`)]).toEqual([name, []])
      const others = await ask(
        database[which],
        `select agency from ${name} where agency <> 'tulungagung'`,
        'tulungagung',
      )
      expect([name, others]).toEqual([name, []])
    }
    expect(await ask(database[which], 'select * from event', 'tulungagung')).toEqual([])
    expect((await ask(database[which], 'select * from event', 'demak')).length).toBeGreaterThan(5)
  })

  test('cannot write a row for another agency', async () => {
    const insert = `insert into client (agency, client, name, head_title, address, created_at)
      values ('demak', 'palsu', 'Palsu', 'x', 'x', now())`
    await expect(ask(database[which], insert, 'tulungagung')).rejects.toThrow('row-level security')
    expect(
      await ask(database[which], "update client set name = 'x' returning client", 'tulungagung'),
    ).not.toContainEqual({ client: 'dinas-arsip' })
  })

  test('cannot load a dossier of another agency', async () => {
    const [row] = await ask(database[which], `select load_dossier('tulungagung', '${dossier}', '') as loaded`)
    expect(row).toEqual({ loaded: null })
    const load = `select load_for_command('tulungagung', '${dossier}', '', 'dinas-arsip') -> 'dossier' as loaded`
    expect(await ask(database[which], load)).toEqual([{ loaded: null }])
  })
})

describe('a setting of the agency', () => {
  test('does not outlive its statement on a connection that others use next', async () => {
    const client = new pg.Client({ connectionString: database.appUrl })
    await client.connect()
    try {
      await client.query(`select load_dossier('demak', $1, $2)`, [dossier, randomUUID()])
      expect((await client.query('select * from dossier')).rows).toEqual([])
    } finally {
      await client.end()
    }
  })
})
