// The time of a dossier through the machine interface: what its clocks say, the extension, the pause and its rows.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { post, subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let officer: Program
let applicant: Program
// A Wednesday in the office of Demak, whose promise for a subdomain is seven working days.
let now = '2026-11-18T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  officer = await programOf(office, 'pelaksana')
  applicant = await programOf(office, 'pemohon')
})
afterAll(() => office.stop())

let count = 0
const fresh = async () => {
  now = '2026-11-18T02:00:00.000Z'
  const walk = await submitted(office, subdomainForm(`waktu${++count}`))
  return { walk, at: `/dossiers/${walk.id}` }
}

const rowOf = async (id: string) =>
  office.office.store.inAgency('demak', (db) =>
    db.selectFrom('dossier').select('due_at').where('dossier', '=', id).executeTakeFirstOrThrow(),
  )

describe('a program', () => {
  test('reads both clocks, how their due came to be and who is waited for', async () => {
    const { at } = await fresh()
    now = '2026-11-18T02:03:00.000Z'
    const { json } = await officer.get(`${at}/clocks`)
    expect(json.promise).toMatchObject({
      clock: 'promise',
      limit: { amount: 7, unit: 'day' },
      standing: 'in-time',
      dueAt: '2026-11-27T02:00:00.000Z',
      usedMinutes: 3,
      pauses: [],
    })
    expect(json.promise.skipped.map((day: { name: string }) => day.name)).toEqual(['Sabtu', 'Minggu'])
    expect(json.steps).toMatchObject([{ step: 'catat', limit: { amount: 5, unit: 'minute' }, usedMinutes: 3 }])
    expect(json.waits).toMatchObject([{ waitedFor: { kind: 'posts', posts: ['pelaksana'] }, workingMinutes: 3 }])
  })

  test('extends the promise once; the applicant sees the new moment, its row has it, and the reason stands in the history', async () => {
    const { walk, at } = await fresh()
    const asked = { amount: '2 hari', reason: 'Menunggu perangkat' }
    expect((await officer.post(`${at}/extend`, asked)).status).toBe(200)
    expect((await applicant.get(at)).json.dueAt).toBe('2026-12-01T02:00:00.000Z')
    expect((await rowOf(walk.id)).due_at).toBe('2026-12-01T02:00:00.000Z')
    const { json } = await applicant.get(`${at}/events`)
    expect(json.events.at(-1)).toMatchObject({
      type: 'extended',
      title: { id: 'Batas waktu diperpanjang 2 hari kerja' },
      note: { id: 'Menunggu perangkat' },
    })
    const again = await officer.post(`${at}/extend`, asked)
    expect([again.status, again.json.code]).toEqual([409, 'already-done'])
  })

  test('may not extend it further than the office allows, nor as the applicant', async () => {
    const { at } = await fresh()
    const far = await officer.post(`${at}/extend`, { amount: '9 hari', reason: 'Lama' })
    expect([far.status, far.json.code]).toEqual([422, 'invalid'])
    expect((await applicant.post(`${at}/extend`, { amount: '1 hari', reason: 'Mohon' })).status).toBe(403)
  })
})

test('while a returned request lies with its applicant nothing is due, and what was left is given back', async () => {
  const { walk, at } = await fresh()
  const { task } = await walk.task()
  await walk.send(post('pelaksana'), { type: 'return', task, reason: 'Nama belum tepat' })
  now = '2026-11-19T02:00:00.000Z'
  expect((await rowOf(walk.id)).due_at).toBeNull()
  expect((await applicant.get(at)).json.dueAt).toBeNull()
  const { json } = await officer.get(`${at}/clocks`)
  expect(json.promise).toMatchObject({
    standing: 'paused',
    dueAt: null,
    pauses: [{ waitedFor: 'applicant', to: null }],
  })
  expect(json.totals.at(-1)).toMatchObject({ waitedFor: { kind: 'applicant' }, workingMinutes: 450 })
  await applicant.post(`${at}/tasks/${(await walk.task()).task}/correct`, { form: {} })
  // A day more than promised at first.
  expect((await rowOf(walk.id)).due_at).toBe('2026-11-30T02:00:00.000Z')
})
