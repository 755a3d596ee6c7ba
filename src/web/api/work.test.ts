// The views of the work list by programs: what the pages show, with their filters, counted alike.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let clerk: Program
let head: Program

beforeAll(async () => {
  office = await startOffice({ works: false })
  clerk = await programOf(office, 'pelaksana')
  head = await programOf(office, 'kepala-dinas')
  for (const name of ['satu', 'dua', 'tiga']) await submitted(office, subdomainForm(`tampilan-${name}`))
  const walk = await submitted(office, subdomainForm('tampilan-empat'))
  await walk.finish({ urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-01-05' })
})
afterAll(() => office.stop())

const subjects = (rows: { subject: string }[]): string[] => rows.map(({ subject }) => subject.split(/[ .]/)[1] ?? '')

test('a view answers its rows, narrowed and in the order asked for', async () => {
  const all = await clerk.get('/work/mine?sort=newest')
  expect(subjects(all.json.tasks)).toEqual(['tampilan-tiga', 'tampilan-dua', 'tampilan-satu'])
  expect(all.json.tasks[0]).toMatchObject({ client: 'dinas-arsip', takenBy: null, takenName: null })
  expect(subjects((await clerk.get('/work/mine?text=DUA')).json.tasks)).toEqual(['tampilan-dua'])
  expect((await clerk.get('/work/mine?urgency=segera')).json.tasks).toEqual([])
  expect(subjects((await head.get('/work/mine?urgency=segera')).json.tasks)).toEqual(['tampilan-empat'])
})

test('what waits for others says with whom it lies', async () => {
  const { dossiers } = (await clerk.get('/waiting-for-others')).json
  expect(subjects(dossiers)).toEqual(['tampilan-empat'])
  expect(dossiers[0].tasks).toMatchObject([{ posts: ['kepala-dinas'], takenBy: null, forApplicant: false }])
})

test('the counts are those of the rows', async () => {
  expect((await clerk.get('/work-counts')).json.counts).toMatchObject({ mine: 3, elsewhere: 1 })
  expect((await head.get('/work-counts')).json.counts).toMatchObject({ mine: 1, team: 3 })
})

test('an applicant has no work list, and what is not known is told', async () => {
  const applicant = await programOf(office, 'pemohon')
  for (const path of ['/work/mine', '/waiting-for-others', '/work-counts'])
    expect((await applicant.get(path)).status, path).toBe(403)
  expect((await clerk.get('/work/rahasia')).status).toBe(404)
  for (const query of ['urgency=kilat', 'from=2026-02-30', 'after=x', 'warna=biru', 'sort=acak'])
    expect((await clerk.get(`/work/mine?${query}`)).status, query).toBe(422)
})
