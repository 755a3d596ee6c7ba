// The ladder on a real database: every rung rings once, with two workers, after one that died, and after the program was away.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ring } from '../src/jobs/ring.ts'
import { createLog } from '../src/main/log.ts'
import { startWork } from '../src/main/work.ts'
import { takeTimers } from '../src/store/timers.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { post, subdomainForm, submitted } from './support/walk.ts'

let one: TestOffice
let other: TestOffice
/** Friday 20 November 2026, by the clock of the office. */
let now = '2026-11-20T02:00:00.000Z'
const clock = (at: string, day = '2026-11-20'): void => {
  now = new Date(`${day}T${at.replace('.', ':')}:00+07:00`).toISOString()
}

beforeAll(async () => {
  one = await startOffice({ works: false, now: () => now })
  other = await startOffice({
    on: { ownerUrl: one.ownerUrl, dataFolder: one.dataFolder },
    works: false,
    now: () => now,
  })
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: one.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}

type Rung = { rung: string; tell: string[] }

/** What was told of the step of a dossier. */
const rungsOf = async (dossier: string): Promise<Rung[]> => {
  const rows = await asOwner<{ payload: string }>(
    `select payload from event where dossier = $1 and type = 'rung-reached' order by seq`,
    [dossier],
  )
  return rows.map(({ payload }) => JSON.parse(payload)).filter(({ task }) => task !== null)
}

const timersOf = (dossier: string): Promise<{ rung: string }[]> =>
  asOwner('select rung from timer where dossier = $1 and task is not null', [dossier])

const sweep = (office = one): Promise<void> => ring(office.office.tools, {}, 1)

test('the warning comes in its minute, then the delay, and neither a second time', async () => {
  clock('09.00')
  const { id } = await submitted(one, subdomainForm('peringatan'))
  clock('09.03')
  await sweep()
  expect(await rungsOf(id)).toEqual([])
  clock('09.04')
  await sweep()
  await sweep()
  expect((await rungsOf(id)).map(({ rung }) => rung)).toEqual(['peringatan'])
  clock('09.06')
  await sweep()
  await sweep(other)
  expect((await rungsOf(id)).map(({ rung }) => rung)).toEqual(['peringatan', 'terlewat'])
  expect(await asOwner('select rung, posts, tell from breach where dossier = $1', [id])).toEqual([
    { rung: 'terlewat', posts: ['pelaksana'], tell: ['holder', 'superior'] },
  ])
})

test('finished work rings nobody', async () => {
  clock('09.10')
  const walk = await submitted(one, subdomainForm('selesai-dulu'))
  clock('09.11')
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20', note: '' })
  clock('09.50')
  await sweep()
  const told = await rungsOf(walk.id)
  expect(told.filter((rung) => 'step' in rung && rung.step === 'catat')).toEqual([])
})

test('two workers that sweep at once ring each of forty rungs once', async () => {
  clock('10.00')
  const walks = []
  for (let count = 0; count < 40; count += 1) walks.push(await submitted(one, subdomainForm(`berdua${count}`)))
  clock('10.04')
  const log = createLog('silent')
  const workers = await Promise.all(
    [one, other].map(({ office }) => startWork(one.ownerUrl, office.tools, log, { isTimed: false })),
  )
  await asOwner(`select graphile_worker.add_job('ring') from generate_series(1, 6)`)
  await one.jobsDone()
  for (const worker of workers) await worker.stop()
  for (const { id } of walks) {
    expect((await rungsOf(id)).map(({ rung }) => rung)).toEqual(['peringatan'])
    expect(await timersOf(id)).toEqual([{ rung: 'terlewat' }])
  }
})

test('what a worker took before it died is rung by another, once', async () => {
  clock('10.20')
  const { id } = await submitted(one, subdomainForm('ditinggalkan'))
  clock('10.24')
  const until = new Date(Date.parse(now) + 120_000).toISOString()
  const taken = await takeTimers(one.office.tools.store, 'demak', { now, until, limit: 1000 })
  expect(taken.map(({ dossier }) => dossier)).toContain(id)
  await sweep(other)
  expect(await rungsOf(id)).toEqual([])
  clock('10.26')
  await sweep(other)
  expect((await rungsOf(id)).map(({ rung }) => rung)).toContain('terlewat')
})

test('what came while the program was away is told once, by its highest rung', async () => {
  clock('11.00')
  const { id } = await submitted(one, subdomainForm('lama-mati'))
  clock('11.00', '2026-12-18')
  await sweep()
  expect((await rungsOf(id)).map(({ rung, tell }) => [rung, tell.length > 0])).toEqual([
    ['peringatan', false],
    ['terlewat', false],
    ['eskalasi', false],
    ['eskalasi-lanjut', true],
  ])
  expect(await timersOf(id)).toEqual([])
})

test('a dossier that cannot be read does not keep the others from ringing', async () => {
  clock('09.00', '2027-01-06')
  const bad = await submitted(one, subdomainForm('tak-terbaca'))
  const good = await submitted(one, subdomainForm('terbaca'))
  await asOwner(
    `insert into procedure_edition (agency, procedure, edition, source, sha256, stored_at) values ('demak', 'subdomain-hosting', 'rusak', 'x: [', 'x', $1)`,
    [now],
  )
  await asOwner(`update dossier set edition = 'rusak' where dossier = $1`, [bad.id])
  clock('09.04', '2027-01-06')
  await sweep()
  expect((await rungsOf(good.id)).map(({ rung }) => rung)).toEqual(['peringatan'])
  expect(await rungsOf(bad.id)).toEqual([])
})

test('what the step was late with is asked of its post, and noted by the one above; both stand in the chain', async () => {
  clock('09.20', '2027-01-06')
  const walk = await submitted(one, subdomainForm('terlambat'))
  const { task } = await walk.task()
  clock('09.40', '2027-01-06')
  await sweep()
  const given = await walk.send(post('pelaksana'), {
    type: 'explain-breach',
    clock: task,
    reason: 'beban-kerja',
    note: '',
  })
  const noted = await walk.send(post('kabid-aptika'), { type: 'acknowledge-breach', clock: task, remark: 'Baik' })
  expect([given.ok, noted.ok]).toEqual([true, true])
  const [row] = await asOwner('select reason, explained_post, acknowledged_at from breach where dossier = $1', [
    walk.id,
  ])
  expect(row).toMatchObject({ reason: 'beban-kerja', explained_post: 'pelaksana', acknowledged_at: expect.anything() })
})
