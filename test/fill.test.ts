// What the generator of dossiers writes is what the program itself would have written.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDatabase } from '../bench/fill/fill-database.ts'
import { openOfficeRows } from '../bench/fill/office.ts'
import { randomOf } from '../bench/fill/random.ts'
import { sharedPaper } from '../bench/fill/shared-paper.ts'
import { agencyNamed, type Catalogue, officeOfFiles } from '../src/core/agency/catalogue.ts'
import type { Dossier } from '../src/core/dossier/dossier.ts'
import type { Event } from '../src/core/dossier/events.ts'
import { evolve } from '../src/core/dossier/evolve.ts'
import { project } from '../src/core/dossier/project.ts'
import { loadCatalogue } from '../src/main/catalogue.ts'
import { projectRoot } from '../src/main/root.ts'
import { createTestDatabase } from './support/database.ts'

const COUNT = 200
const SEED = 7
const UNTIL = '2026-11-20'
const YEARS = 1

let catalogue: Catalogue
let filled: pg.Client
let told: pg.Client
const closers: (() => Promise<unknown>)[] = []

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  closers.unshift(() => client.end())
  return client
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-fill-'))
  closers.push(() => rm(folder, { recursive: true }))
  catalogue = await loadCatalogue(join(projectRoot(), 'catalogue'))
  const [one, other] = [await createTestDatabase(), await createTestDatabase()]
  closers.push(one.drop, other.drop)
  const { file, sealed } = await sharedPaper(folder)
  const filling = { catalogue, agency: 'demak', count: COUNT, seed: SEED, years: YEARS, until: UNTIL, file, sealed }
  await fillDatabase({ ...filling, url: one.ownerUrl, say: () => undefined })
  filled = await connect(one.ownerUrl)
  told = await connect(other.ownerUrl)
  const since = '2025-11-20T00:00:00.000Z'
  await openOfficeRows(told, {
    url: other.ownerUrl,
    catalogue,
    agency: 'demak',
    since,
    until: UNTIL,
    chance: randomOf(SEED, -1),
  })
})

afterAll(async () => {
  for (const close of closers) await close()
})

type Moment = { dossier: string; at: string; events: Event[] }

const moments = async (): Promise<Moment[]> =>
  (
    await filled.query<Moment>(
      'select dossier::text as dossier, at::text as at, jsonb_agg(payload::jsonb order by seq) as events from event group by 1, 2 order by min(event.at), 1',
    )
  ).rows

/** Table by table, what can be compared: heads and salts are drawn at random. */
const TABLES = {
  dossier: "to_jsonb(t) - 'head_hash'",
  event: "to_jsonb(t) - 'salt' - 'payload_hash' - 'hash'",
  task: 'to_jsonb(t)',
  agenda: "to_jsonb(t) - 'entry'",
  outgoing: "to_jsonb(t) - 'entry'",
  paper: 'to_jsonb(t)',
  register_item: 'to_jsonb(t)',
  rating: 'to_jsonb(t)',
  command_key: 'to_jsonb(t)',
  waiting: 'to_jsonb(t)',
  search_entry: 'to_jsonb(t)',
}

const rowsOf = async (client: pg.Client, table: string, what: string): Promise<unknown[]> =>
  (await client.query(`select ${what} as row from ${table} t order by (${what})::text`)).rows.map(({ row }) => row)

test('the program projects the very rows of the generator from the same events', async () => {
  const data = agencyNamed(catalogue, 'demak')
  const procedure = data?.editions.find((one) => one.procedure.procedure === 'subdomain-hosting')?.procedure
  if (!data || !procedure) throw new Error('The catalogue has changed')
  const names = new Map(
    (await told.query("select client, name from client where agency = 'demak'")).rows.map((row) => [
      row.client,
      row.name,
    ]),
  )
  const standing = new Map<string, Dossier>()
  const kept = await filled.query("select dossier || ' ' || at::text as place, key from command_key")
  const keys = new Map<string, string>(kept.rows.map(({ place, key }) => [place, key]))
  for (const { dossier, at, events } of await moments()) {
    const before = standing.get(dossier) ?? null
    const after = events.reduce<Dossier | null>((state, event) => evolve(dossier, state, event), before) as Dossier
    standing.set(dossier, after)
    const now = events[0]?.at ?? ''
    const agency = 'demak'
    const rows = project({
      agency,
      procedure,
      office: officeOfFiles(data),
      clientName: names.get(after.client) ?? '',
      before,
      after,
      events,
      now,
    })
    const key = keys.get(`${dossier} ${at}`)
    const change = JSON.stringify({ ...rows, events, numbers: [], jobs: [] })
    const answer = await told.query('select commit_transition($1, $2, $3, $4, $5) as answer', [
      agency,
      dossier,
      before?.version ?? 0,
      key,
      change,
    ])
    expect(answer.rows[0].answer).toHaveProperty('done')
  }
  expect(standing.size).toBe(COUNT)
  for (const [table, what] of Object.entries(TABLES)) {
    const rows = await rowsOf(filled, table, what)
    expect(rows.length, table).toBeGreaterThan(0)
    expect(rows, table).toEqual(await rowsOf(told, table, what))
  }
})

test('every chain of hashes is whole and ends in the head that stands on the dossier', async () => {
  const dossiers = (await filled.query('select dossier::text as dossier, version, head_hash from dossier')).rows
  for (const { dossier, version, head_hash } of dossiers) {
    const events = (await filled.query('select * from event where dossier = $1 order by seq', [dossier])).rows
    let head = ''
    for (const { seq, payload, salt, payload_hash, hash } of events) {
      expect(sha256(salt + payload)).toBe(payload_hash)
      head = sha256(`${head}.${seq}.${payload_hash}`)
      expect(hash).toBe(head)
    }
    expect({ version, head_hash }).toEqual({ version: events.length, head_hash: head })
  }
})

test('numbers run without a gap in each year, in the order in which they were taken', async () => {
  const taken = await filled.query<{ year: number; numbers: number[] }>(
    `select extract(year from submitted_at at time zone 'Asia/Jakarta')::int as year,
       array_agg(split_part(number, '/', 3)::int order by submitted_at, number) as numbers from dossier group by 1`,
  )
  const entered = await filled.query<{ year: number; numbers: number[] }>(
    'select year, array_agg(number::int order by entered_at, number::int) as numbers from agenda group by 1',
  )
  for (const { numbers } of [...taken.rows, ...entered.rows]) expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const series = await filled.query("select year, last from number_series where series = 'dossier' order by 1")
  expect(series.rows).toEqual(
    taken.rows.map(({ year, numbers }) => ({ year, last: numbers.length })).sort((a, b) => a.year - b.year),
  )
})

test('every state and every step that a request can wait at is there', async () => {
  const states = await filled.query('select distinct status from dossier order by 1')
  expect(states.rows.map((row) => row.status)).toEqual(['finished', 'open', 'rejected', 'withdrawn'])
  const steps = await filled.query("select distinct step from task where closed_at is null and kind = 'main'")
  expect(steps.rows.map((row) => row.step).sort()).toEqual([
    'ajukan',
    'buat',
    'catat',
    'disposisi-kabid',
    'disposisi-kadin',
    'disposisi-sekretaris',
    'surat-akun',
    'terima',
  ])
})

test('the same seed tells the same story again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-fill-'))
  closers.push(() => rm(folder, { recursive: true }))
  const { file, sealed } = await sharedPaper(folder)
  const filling = { catalogue, agency: 'demak', count: 40, seed: SEED, years: YEARS, until: UNTIL, file, sealed }
  const stories: unknown[][] = []
  for (const database of [await createTestDatabase(), await createTestDatabase()]) {
    closers.push(database.drop)
    await fillDatabase({ ...filling, url: database.ownerUrl, say: () => undefined })
    stories.push(await rowsOf(await connect(database.ownerUrl), 'dossier', 'to_jsonb(t)'))
  }
  expect(stories[0]).toEqual(stories[1])
})

test('no two of very many dossiers draw the same identity', () => {
  const drawn = new Set(Array.from({ length: 200_000 }, (_, place) => randomOf(SEED, place, 3).uuid()))
  expect(drawn.size).toBe(200_000)
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
