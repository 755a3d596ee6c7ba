// The pages of the organisation: who sees and changes what, and what follows from it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { readOrganisation } from '../../../store/organisation.ts'

let office: TestOffice
let admin: Visit
let officer: Visit
const NOW = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  admin = await office.as('admin')
  officer = await office.as('kabid')
})
afterAll(() => office.stop())

const see = () => readOrganisation(office.office.store, 'demak')
const personOf = async (email: string) => (await see()).people.find((one) => one.email === email)?.person ?? ''
const wordsAt = async (visit: Visit, path: string) => wordsOf((await visit.get(path)).text)

const CHANGES: [path: string, fields: Record<string, string>][] = [
  ['/organisation/units/_new', { name: 'Unit X', kind: 'team', superior: 'dinas' }],
  ['/organisation/units/aptika', { name: 'Bidang X', kind: 'division', superior: 'dinas' }],
  ['/organisation/posts/_new', { do: 'save', title: 'Jabatan X', unit: 'aptika', superior: 'kabid-aptika' }],
  ['/organisation/posts/pelaksana', { do: 'close', closedOn: '2026-12-01', successor: 'kabid-aptika' }],
  ['/organisation/clients/_new', { do: 'save', name: 'Dinas X', head: 'Kepala', address: 'Kota' }],
  ['/organisation/clients/bappeda', { do: 'close', closedOn: '2026-11-20' }],
]

describe('the pages of the organisation', () => {
  test.each(CHANGES)('%s change nothing for an officer, an applicant or a stranger', async (path, fields) => {
    const before = await see()
    for (const visit of [officer, await office.as('pemohon')]) expect((await visit.post(path, fields)).status).toBe(404)
    await office.visitor().post(path, fields)
    expect(await see()).toEqual(before)
  })

  test('are seen by officers, but for what only administrators need; by applicants not at all', async () => {
    const applicant = await office.as('pemohon')
    for (const path of ['', '/holders', '/substitutes', '/posts/pelaksana']) {
      expect((await officer.get(`/organisation${path}`)).status).toBe(200)
      expect((await applicant.get(`/organisation${path}`)).status).toBe(404)
      expect((await office.visitor().get(`/organisation${path}`)).location).toContain('/sign-in')
    }
    for (const path of ['/journal', '/clients', '/clients/bappeda', '/units/aptika', '/posts/_new'])
      expect((await officer.get(`/organisation${path}`)).status).toBe(404)
    expect(await wordsAt(officer, '/organisation/posts/pelaksana')).not.toContain('Tutup jabatan')
  })

  test('of what is not there are not found', async () => {
    for (const path of ['/posts/raja', '/units/raja', '/clients/raja', '/clients/_public'])
      expect((await admin.get(`/organisation${path}`)).status).toBe(404)
    expect((await admin.post('/organisation/posts/raja', { do: 'close' })).status).toBe(404)
    expect((await admin.post('/organisation/posts/_new', { do: 'close' })).status).toBe(404)
  })
})

describe('a post', () => {
  test('is entered in a unit of its own, given to somebody, and stands in the chart and the journal', async () => {
    expect(
      (await admin.post('/organisation/units/_new', { name: 'Seksi Arsip', kind: 'team', superior: 'dinas' })).status,
    ).toBe(303)
    const fields = { do: 'save', title: 'Arsiparis', unit: 'seksi-arsip', superior: 'sekretaris', reason: 'Perbup 12' }
    const bad = await admin.post('/organisation/posts/_new', { ...fields, superior: '' })
    expect(bad.status).toBe(422)
    expect(wordsOf(bad.text)).toContain('hanya satu jabatan tanpa atasan')
    expect(bad.text).toContain('value="Arsiparis"')
    expect((await admin.post('/organisation/posts/_new', fields)).location).toBe('/organisation/posts/arsiparis')
    expect(await wordsAt(officer, '/organisation')).toContain('Jabatan tanpa pemegang: Arsiparis.')
    const key = crypto.randomUUID()
    const person = await personOf('sekretariat@dinkominfo.example')
    const give = { do: 'give', key, person, post: 'arsiparis', capacity: 'plt', fromOn: '2026-11-20', decree: '800/9' }
    const nobody = await admin.post('/organisation/posts/arsiparis', { ...give, person: '' })
    expect(wordsOf(nobody.text)).toContain('Pilih orang dari daftar pengguna')
    for (const _ of ['once', 'twice'])
      expect((await admin.post('/organisation/posts/arsiparis', give)).status).toBe(303)
    expect(await wordsAt(officer, '/organisation/posts/arsiparis')).toContain('Plt. Petugas Sekretariat')
    const journal = await wordsAt(admin, '/organisation/journal')
    for (const part of ['Satuan kerja ditambahkan: Seksi Arsip', 'Jabatan ditambahkan: Arsiparis', 'Perbup 12'])
      expect(journal).toContain(part)
    expect(journal.match(/Masa jabatan ditambahkan: Petugas Sekretariat, Arsiparis/g)).toHaveLength(1)
  })

  test('with open work is closed only when another takes over, who then does it', async () => {
    await submitted(office, subdomainForm('organisasi'))
    const close = { do: 'close', closedOn: '2026-11-20' }
    const refused = await admin.post('/organisation/posts/pelaksana', close)
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.text)).toContain('1 tugas masih terbuka di Pelaksana / Pranata Komputer')
    expect((await admin.post('/organisation/posts/pelaksana', { ...close, successor: 'kabid-aptika' })).status).toBe(
      303,
    )
    const seen = await wordsAt(admin, '/organisation/posts/pelaksana')
    expect(seen).toContain('Jabatan sudah ditutup; dikerjakan dari Kepala Bidang Aplikasi Informatika')
    expect(seen).toContain('Pejabat Kepala Bidang Aptika (dari jabatan lain)')
    expect((await admin.post('/organisation/posts/pelaksana', { do: 'reopen' })).status).toBe(303)
    expect((await see()).posts.find((one) => one.post === 'pelaksana')).toMatchObject({
      closedOn: null,
      successor: null,
    })
  })
})

describe('a substitute', () => {
  const naming = async (absent: string, person: string) => ({
    do: 'add',
    key: crypto.randomUUID(),
    absent: `${absent}|${await personOf(absent === 'kabid-aptika' ? 'kabid@dinkominfo.example' : 'kadin@dinkominfo.example')}`,
    person: await personOf(person),
    fromOn: '2026-11-20',
    toOn: '2026-11-27',
    decree: 'Cuti',
  })
  const path = '/organisation/substitutes'

  test('is named by a holder for themselves, never for another', async () => {
    const other = await officer.post(path, await naming('kepala-dinas', 'sekretaris@dinkominfo.example'))
    expect(other.status).toBe(422)
    expect(wordsOf(other.text)).toContain('Hanya pejabat itu sendiri atau pengelola')
    expect((await see()).substitutes).toEqual([])
    expect((await officer.post(path, await naming('kabid-aptika', 'ketua-splp@dinkominfo.example'))).status).toBe(303)
    const seen = await wordsAt(officer, path)
    expect(seen).toContain('Pejabat Kepala Bidang Aptika, Kepala Bidang Aplikasi Informatika')
    expect(await wordsAt(officer, '/organisation/posts/kabid-aptika')).toContain(
      'Pejabat Ketua Tim SPBE (pengganti untuk Pejabat Kepala Bidang Aptika)',
    )
    expect(await wordsAt(officer, '/organisation/holders?procedure=subdomain-hosting&on=2026-11-27')).toContain(
      '(pengganti',
    )
    expect(await wordsAt(officer, '/organisation/holders?procedure=subdomain-hosting&on=2026-11-28')).not.toContain(
      '(pengganti',
    )
  })

  test('is ended by its holder or an administrator, and by nobody else', async () => {
    const [{ substitute } = { substitute: '' }] = (await see()).substitutes
    const end = { do: 'end', substitute, toOn: '2026-11-21' }
    expect((await (await office.as('sekretaris')).post(path, end)).status).toBe(422)
    expect((await see()).substitutes).toMatchObject([{ toOn: '2026-11-27' }])
    expect((await officer.post(path, end)).status).toBe(303)
    expect((await admin.post(path, { ...end, toOn: '2026-11-20' })).status).toBe(303)
    expect((await see()).substitutes).toMatchObject([{ toOn: '2026-11-20' }])
  })
})

describe('a client', () => {
  test('is entered, renamed and closed; then nobody files in its name', async () => {
    const fields = { do: 'save', name: 'Dinas Perhubungan', head: 'Kepala Dinas Perhubungan', address: 'Demak' }
    expect((await admin.post('/organisation/clients/_new', fields)).location).toBe(
      '/organisation/clients/dinas-perhubungan',
    )
    const renamed = { ...fields, name: 'Dinas Perhubungan dan Parkir' }
    expect((await admin.post('/organisation/clients/dinas-perhubungan', renamed)).status).toBe(303)
    expect(await wordsAt(admin, '/organisation/clients')).toContain('Dinas Perhubungan dan Parkir')
    const applicant = await office.as('pemohon')
    expect((await applicant.get('/services/subdomain-hosting/apply')).status).toBe(200)
    expect(
      (await admin.post('/organisation/clients/dinas-arsip', { do: 'close', closedOn: '2026-11-20' })).status,
    ).toBe(303)
    expect(wordsOf((await applicant.get('/services/subdomain-hosting/apply')).text)).toContain('sudah ditutup')
    expect((await applicant.get('/mine')).status).toBe(200)
    expect((await admin.post('/organisation/clients/dinas-arsip', { do: 'reopen' })).status).toBe(303)
    expect((await applicant.get('/services/subdomain-hosting/apply')).status).toBe(200)
  })
})

test('a day that is none is told, and today is shown instead', async () => {
  const answer = await officer.get('/organisation/holders?on=2026-02-30&procedure=raja')
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain('Tulis tanggal yang benar')
})
