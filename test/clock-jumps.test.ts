// The clock of the machine is set forward and back: the order of events, due dates, sessions and pages stay sane.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from './support/office.ts'
import { subdomainForm, submitted } from './support/walk.ts'

const TODAY = '2026-11-19T02:00:00.000Z'
let office: TestOffice
let now = TODAY
beforeAll(async () => {
  office = await startOffice({ now: () => now })
})
afterAll(() => office.stop())

type Row = { seq: number; at: string; type: string }
const eventsOf = async (dossier: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<Row>('select seq, type, at from event where dossier = $1 order by seq', [dossier])
    .then((result) => result.rows)
    .finally(() => client.end())
}

test.each([
  ['forward by three days', '2026-11-22T02:00:00.000Z'],
  ['back by three days', '2026-11-16T02:00:00.000Z'],
  ['back by a year', '2025-11-19T02:00:00.000Z'],
])('a request under way goes on when the clock is set %s, and its pages open', async (_, jumped) => {
  now = TODAY
  const walk = await submitted(office, subdomainForm(`jam${jumped.slice(5, 10)}${jumped.slice(0, 4)}`))
  now = jumped
  await walk.finish({ urgency: 'segera', secrecy: 'biasa' })
  now = TODAY
  await walk.finish({ instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' })
  await walk.finish({ note: 'Teruskan' })
  const events = await eventsOf(walk.id)
  // The history is what happened after what; the hour on it is what the clock showed.
  expect(events.map((event) => event.seq)).toEqual(events.map((_one, at) => at + 1))
  const finished = events.find((event) => event.type === 'entered')
  expect(Date.parse(finished?.at ?? '')).toBe(Date.parse(jumped))
  const open = await walk.task()
  expect(Date.parse(open.openedAt)).toBe(Date.parse(TODAY))
  const pages: [string, string][] = [
    ['pemohon', `/mine/${walk.id}`],
    ['kabid', `/dossiers/${walk.id}`],
    ['kabid', '/work'],
  ]
  for (const [role, path] of pages) {
    const page = await (await office.as(role)).get(path)
    expect([page.status, path]).toEqual([200, path])
    expect(page.text).not.toMatch(/NaN|Invalid|undefined/)
  }
})

test('a session made by a clock that ran ahead ends in its own time, and one whose clock fell back goes on', async () => {
  now = TODAY
  const pemohon = await office.as('pemohon')
  now = '2026-11-18T02:00:00.000Z'
  expect((await pemohon.get('/mine')).status).toBe(200)
  now = '2026-11-21T02:00:00.000Z'
  expect((await pemohon.get('/mine')).status).toBe(303)
})
