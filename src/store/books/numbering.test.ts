// Numbers of letters under many hands at once: none is missing, none is given twice, also when one of them breaks.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { byPost, type Handling, openHandling } from '../../../test/support/handling.ts'
import { openMainTasks } from '../../core/dossier/dossier.ts'
import { reserveNumbers } from './outgoing-acts.ts'

const SIGNERS = 64

let database: TestDatabase
let office: Handling

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
})
afterAll(async () => {
  await office.close()
  await database.drop()
})

/** A request whose letter lies ready: refused, it takes the next number for its letter of refusal. */
const atRefusal = async (): Promise<{ dossier: string; task: string; post: string }> => {
  const { dossier } = await office.submit()
  await office.finish(dossier, 'catat', { urgency: 'biasa', secrecy: 'biasa' })
  for (const step of ['disposisi-kadin', 'disposisi-sekretaris'])
    await office.finish(dossier, step, { instructions: [], note: 'Mohon diproses' })
  const [task] = openMainTasks(await office.read(dossier))
  if (!task?.posts[0]) throw new Error('Nobody could refuse it')
  return { dossier, task: task.task, post: task.posts[0] }
}

const sign = ({ dossier, task, post }: { dossier: string; task: string; post: string }) =>
  office.send(dossier, byPost(post), { type: 'reject', task, reason: 'Persyaratan tidak dapat dipenuhi' })

type Line = { number: string; seq: number; state: string }

const book = async (): Promise<Line[]> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Line>(
    "select number, seq, state from outgoing where agency = 'demak' and series = 'letter' order by seq",
  )
  await owner.end()
  return rows
}

const mustBeWhole = (lines: readonly Line[]): void => {
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1))
  expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length)
  for (const { number, seq } of lines) expect(number).toBe(`500.12/${seq}/DINKOMINFO/XI/2026`)
}

describe('64 officers who sign at once', () => {
  test('are given 64 numbers one after the other, while others reserve some and one of them breaks in the middle', async () => {
    const waiting = await Promise.all(Array.from({ length: SIGNERS }, atRefusal))
    const broken = new pg.Client({ connectionString: database.appUrl })
    broken.on('error', () => undefined)
    await broken.connect()
    await broken.query('begin')
    await broken.query("select set_config('mipp.agency', 'demak', true)")
    // One has its number and has not yet committed: all others wait for what becomes of it.
    const taken = await broken.query<{ seq: number }>("select next_number('demak', 'letter', 2026) as seq")
    expect(taken.rows[0]?.seq).toBe(1)
    const signing = waiting.map(sign)
    const reserving = reserveNumbers(office.store, 'demak', doing(), {
      taking: { series: 'letter', year: 2026, pattern: '500.12/{seq}/DINKOMINFO/XI/2026', lateOn: null },
      count: 6,
      purpose: 'Undangan rapat',
      classification: '500.12',
      security: 'biasa',
      today: '2026-11-20',
    })
    await someoneWaits(database)
    // It is killed with its number in its hands.
    await killed(database, broken)
    expect((await Promise.all(signing)).every(({ ok }) => ok)).toBe(true)
    expect((await reserving).ok).toBe(true)
    const lines = await book()
    expect(lines).toHaveLength(SIGNERS + 6)
    mustBeWhole(lines)
  })

  test('leave no gap when some are refused on the way', async () => {
    const before = (await book()).length
    const waiting = await Promise.all(Array.from({ length: 8 }, atRefusal))
    // The same request refused by two at once: one of them is told that it is done already.
    const outcomes = await Promise.all(waiting.flatMap((one) => [sign(one), sign(one)]))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(8)
    const lines = await book()
    expect(lines).toHaveLength(before + 8)
    mustBeWhole(lines)
  })

  test('find in the book what the letter says of its place', async () => {
    const one = await atRefusal()
    await sign(one)
    const letter = (await office.read(one.dossier)).letters.at(-1)
    const line = (await book()).find(({ number }) => number === letter?.number)
    expect(line).toMatchObject({ seq: Number(letter?.place?.seq), state: 'reserved' })
  })
})

const doing = () => ({ key: randomUUID(), person: randomUUID(), post: 'sekretariat', now: '2026-11-20T02:12:00.000Z' })

/** Until somebody stands in the queue behind the row of the series. */
const someoneWaits = async ({ ownerUrl }: TestDatabase): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (;;) {
    const { rows } = await owner.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (rows.length > 3) break
  }
  await owner.end()
}

const killed = async ({ ownerUrl }: TestDatabase, client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await owner.end()
}
