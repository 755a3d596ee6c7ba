// Changes of the organisation in a real database: all or none, one at a time, each in a journal that only grows.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { makePerson } from '../../test/support/people.ts'
import { subdomainForm, submitted } from '../../test/support/walk.ts'
import type { Change } from '../core/organisation/change.ts'
import { readOrganisation } from './organisation.ts'
import { changeOrganisation, fingerprintOf } from './organisation-changes.ts'
import { readOrganisationJournal } from './organisation-journal.ts'

const FACTS = { today: '2026-11-20', calendars: ['utama'], procedures: ['subdomain-hosting'], named: {} }
const NOW = '2026-11-20T02:00:00.000Z'

let office: TestOffice
let admin: string
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  admin = await makePerson(office, { email: 'pengelola@uji.example', isAdministrator: true })
})
afterAll(() => office.stop())

const change = (changes: readonly Change[], more: { expected?: string } = {}) =>
  changeOrganisation(office.office.store, 'demak', {
    by: { person: admin, now: NOW },
    reason: 'keputusan 12',
    facts: FACTS,
    plan: () => changes,
    ...more,
  })
const see = () => readOrganisation(office.office.store, 'demak')
const journal = (subject: string) => readOrganisationJournal(office.office.store, 'demak', { subject })
const personOf = async (email: string) => (await see()).people.find((one) => one.email === email)?.person ?? ''

const unit = (name: string): Change => ({
  type: 'unit',
  isNew: true,
  row: { unit: name, name: `Satuan ${name}`, kind: 'team', superior: 'dinas', calendar: null },
})
const post = (name: string, at: string): Change => ({
  type: 'post',
  isNew: true,
  row: {
    post: name,
    title: `Jabatan ${name}`,
    unit: at,
    superior: 'sekretaris',
    duties: [],
    closedOn: null,
    successor: null,
  },
})

test('a unit and a post in it are made in one, the post last in the order, both with who, why and what', async () => {
  expect(await change([unit('arsip'), post('arsiparis', 'arsip')])).toMatchObject({ ok: true, warnings: [] })
  expect((await see()).posts.at(-1)).toMatchObject({ post: 'arsiparis', unit: 'arsip' })
  expect(await journal('arsiparis')).toMatchObject([
    { kind: 'post', before: null, after: { unit: 'arsip' }, by: 'Orang Uji', reason: 'keputusan 12', at: NOW },
  ])
})

test('one of several that cannot be leaves nothing of the others', async () => {
  const before = await see()
  expect(await change([unit('gudang'), post('penjaga', 'tidak-ada')])).toMatchObject({ ok: false, at: 'unit' })
  expect(await see()).toEqual(before)
  expect(await journal('gudang')).toEqual([])
})

test('an office that has changed since it was looked at is left alone', async () => {
  const seen = fingerprintOf(await see())
  expect(await change([unit('pertama')], { expected: seen })).toMatchObject({ ok: true })
  expect(await change([unit('kedua')], { expected: seen })).toEqual({ ok: false, stale: true })
  expect((await see()).units.map((one) => one.unit)).not.toContain('kedua')
})

test('of two who name each other at the same moment one is refused: the work would go in a circle', async () => {
  const [head, secretary] = await Promise.all(
    ['kadin@dinkominfo.example', 'sekretaris@dinkominfo.example'].map(personOf),
  )
  const naming = (absent = '', person = '', at = ''): Change => ({
    type: 'substitute',
    row: {
      substitute: randomUUID(),
      post: at,
      absent,
      person,
      fromOn: '2026-11-20',
      toOn: '2026-11-27',
      procedures: [],
      decree: null,
    },
  })
  const answers = await Promise.all([
    change([naming(head, secretary, 'kepala-dinas')]),
    change([naming(secretary, head, 'sekretaris')]),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await see()).substitutes).toHaveLength(1)
})

test('a post with open work at it says how much', async () => {
  await submitted(office, subdomainForm('tutup'))
  const found = (await see()).posts.find((one) => one.post === 'pelaksana')
  const row = { ...(found as NonNullable<typeof found>), closedOn: '2026-12-01' }
  expect(await change([{ type: 'post', isNew: false, row }])).toMatchObject({ ok: false, at: 'successor' })
  const handed = { ...row, successor: 'kabid-aptika' }
  expect(await change([{ type: 'post', isNew: false, row: handed }])).toMatchObject({ ok: true })
  expect((await see()).mandates.filter((one) => one.post === 'pelaksana')).toMatchObject([{ toOn: '2026-11-30' }])
})

test('the journal is never changed or shortened by the program, and names nobody', async () => {
  await expect(
    office.office.store.inAgency('demak', (db) => db.deleteFrom('organisation_journal').execute()),
  ).rejects.toThrow('permission denied')
  await expect(
    office.office.store.inAgency('demak', (db) => db.updateTable('organisation_journal').set({ reason: '' }).execute()),
  ).rejects.toThrow('permission denied')
  const [entry] = await journal(admin)
  expect(entry).toMatchObject({ kind: 'person', after: { state: 'invited' } })
  expect(JSON.stringify(entry?.after)).not.toContain('pengelola@uji.example')
})
