// The organisation as tables: downloaded, changed, looked at and agreed to.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { mailsTo } from '../../../../test/support/people.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { readOrganisationJournal } from '../../../store/organisation-journal.ts'

const PATH = '/organisation/files'
let office: TestOffice
let admin: Visit

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:00:00.000Z' })
  admin = await office.as('admin')
})
afterAll(() => office.stop())

const see = () => readOrganisation(office.office.store, 'demak')
const upload = (visit: Visit, ...texts: string[]) =>
  visit.post(
    PATH,
    {},
    texts.map((text, index) => ({
      field: 'tables',
      name: `tabel-${index + 1}.csv`,
      type: 'text/csv',
      bytes: Buffer.from(text),
    })),
  )
const agree = (visit: Visit, agreement: string) => visit.post(PATH, { do: 'agree', agreement })
const PEOPLE = 'surel;nama;jabatan;kedudukan;mulai;sampai;keputusan\r\n'

test('only administrators download or upload them', async () => {
  for (const role of ['kabid', 'pemohon']) {
    const visit = await office.as(role)
    expect((await visit.get(PATH)).status).toBe(404)
    expect((await visit.get(`${PATH}/mandates.csv`)).status).toBe(404)
    expect((await upload(visit, 'satuan;nama;jenis;atasan\nx;Satuan X;tim;dinas\n')).status).toBe(404)
  }
  expect((await admin.get(`${PATH}/secrets.csv`)).status).toBe(404)
})

test('a table that was downloaded is read by a spreadsheet, and changes nothing when it comes back', async () => {
  const file = await admin.get(`${PATH}/mandates.csv`)
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.headers['cache-control']).toBe('no-store')
  expect(file.text).toMatch(/^\uFEFFsurel;nama;jabatan;kedudukan;mulai;sampai;keputusan\r\n/)
  const preview = await upload(admin, file.text)
  expect(wordsOf(preview.text)).toContain('0 baru, 0 berubah, 0 berakhir, 15 tetap, 0 ditolak.')
  expect(fieldValue(preview.text, 'agreement')).toBe('')
})

test('nothing is written before it is agreed to; then all of it, with invitations, once', async () => {
  const before = await see()
  const units = 'satuan;nama;jenis;atasan\nseksi;Seksi Baru;tim;dinas\n'
  const posts = 'jabatan;nama jabatan;satuan;atasan\nkasi;Kepala Seksi;seksi;kepala-dinas\n'
  const people = `${PEOPLE}kasi@uji.example;Kepala Seksi Satu;kasi;definitif;20/11/2026;;821/7\r\n`
  const preview = await upload(admin, people, posts, units)
  expect(wordsOf(preview.text)).toContain('3 baru, 0 berubah, 0 berakhir, 0 tetap, 0 ditolak.')
  expect(await see()).toEqual(before)
  expect(await mailsTo(office, 'kasi@uji.example')).toEqual([])
  const agreement = fieldValue(preview.text, 'agreement') ?? ''
  expect((await agree(admin, agreement)).status).toBe(303)
  const after = await see()
  expect(after.mandates.some((one) => one.post === 'kasi')).toBe(true)
  expect(await mailsTo(office, 'kasi@uji.example')).toHaveLength(1)
  const [entry] = await readOrganisationJournal(office.office.store, 'demak', { kind: 'unit', subject: 'seksi' })
  expect(entry?.reason).toMatch(/tabel-3\.csv \(SHA-256 [0-9a-f]{64}\)/)
  const again = await agree(admin, agreement)
  expect(wordsOf(again.text)).toContain('Organisasi sudah berubah sejak pratinjau itu dibuat')
  expect(await see()).toEqual(after)
})

test('a preview of an office that has changed meanwhile is not written, but shown anew', async () => {
  const preview = await upload(admin, 'satuan;nama;jenis;atasan\nlambat;Satuan Lambat;tim;dinas\n')
  await admin.post('/organisation/units/_new', { name: 'Satuan Cepat', kind: 'team', superior: 'dinas' })
  const stale = await agree(admin, fieldValue(preview.text, 'agreement') ?? '')
  expect(wordsOf(stale.text)).toContain('Organisasi sudah berubah')
  expect((await see()).units.map((one) => one.unit)).not.toContain('lambat')
  expect((await agree(admin, fieldValue(stale.text, 'agreement') ?? '')).status).toBe(303)
  expect((await see()).units.map((one) => one.unit)).toContain('lambat')
})

test('an agreement that was changed, made up, or is of somebody else writes nothing', async () => {
  const preview = await upload(admin, 'satuan;nama;jenis;atasan\npalsu;Satuan Palsu;tim;dinas\n')
  const agreement = fieldValue(preview.text, 'agreement') ?? ''
  const changed = `${agreement.slice(0, 40)}${agreement[40] === 'A' ? 'B' : 'A'}${agreement.slice(41)}`
  for (const sent of [changed, '', 'abc'])
    expect(wordsOf((await agree(admin, sent)).text)).toContain('Unggah berkasnya sekali lagi')
  const { store } = office.office
  await store.inAgency('demak', (db) =>
    db.updateTable('person').set({ is_administrator: true }).where('demo_role', '=', 'sekretaris').execute(),
  )
  expect(wordsOf((await agree(await office.as('sekretaris'), agreement)).text)).toContain(
    'Unggah berkasnya sekali lagi',
  )
  expect((await see()).units.map((one) => one.unit)).not.toContain('palsu')
})

test('refused lines are told with their numbers, and nothing can be agreed to', async () => {
  const preview = await upload(admin, `${PEOPLE}kadin@dinkominfo.example;X;raja;definitif;2026-11-20;;1/2\r\n`)
  expect(wordsOf(preview.text)).toContain('Pilih jabatan dari daftar.')
  expect(wordsOf(preview.text)).toContain('Perbaiki baris yang ditolak')
  expect(fieldValue(preview.text, 'agreement')).toBe('')
  expect(wordsOf((await upload(admin)).text)).toContain('Pilih sekurangnya satu berkas CSV')
  expect(wordsOf((await upload(admin, 'x'.repeat(201 * 1024))).text)).toContain('paling banyak 200 KB')
})
