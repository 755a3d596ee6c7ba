// Texts of letters through the machine interface: the same table of permissions and the same decisions as on the pages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { subdomainForm, submitted } from '../../../test/support/walk.ts'

const NOW = '2026-11-20T02:12:00.000Z'
let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
})
afterAll(() => office.stop())

const textOf = (body: string): string => `---\nletter: surat-uji\ntitle: Surat Uji\nsubject: Uji\n---\n${body}\n`

test('a program begins, saves, previews, ratifies and puts a text in force; a fault or a late save is told', async () => {
  const keeper = await programOf(office, 'admin')
  const made = await keeper.post('/letter-text-drafts', { source: textOf('Isi {pemohon.namma}.') })
  expect([made.status, made.json]).toEqual([201, expect.objectContaining({ letter: 'surat-uji', version: 1 })])
  const path = `/letter-text-drafts/${String(made.json.draft)}`
  const headers = { 'content-type': 'application/json' }
  const save = () =>
    keeper.send('PATCH', path, { body: JSON.stringify({ version: 1, source: textOf('Isi {pemohon.nama}.') }), headers })
  expect((await keeper.get(path)).json.faults).toHaveLength(1)
  const ratify = { post: 'kepala-dinas', decree: 'Keputusan 1/2026' }
  expect((await keeper.post(`${path}/ratify`, { ...ratify, version: 1 })).status).toBe(409)
  expect((await save()).json).toMatchObject({ version: 2 })
  const late = await save()
  expect([late.status, late.json]).toEqual([412, expect.objectContaining({ code: 'changed-meanwhile' })])
  expect((await keeper.get(`${path}/preview?paper=f4`)).status).toBe(200)
  const walk = await submitted(office, subdomainForm('lewat-program'))
  expect((await keeper.get(`${path}/preview?dossier=${walk.id}`)).status).toBe(200)
  await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
  expect((await keeper.get(`${path}/preview?dossier=${walk.id}`)).status).toBe(409)
  expect((await keeper.post(`${path}/ratify`, { ...ratify, version: 2 })).json).toEqual({
    letter: 'surat-uji',
    edition: 1,
  })
  const edition = '/letter-texts/surat-uji/editions/1'
  const force = { from: '2026-11-20', reason: 'Keputusan 1/2026' }
  expect((await keeper.post(`${edition}/in-force`, { ...force, from: 'besok' })).status).toBe(422)
  expect((await keeper.post(`${edition}/in-force`, force)).status).toBe(200)
  const { json } = await keeper.get('/letter-texts')
  expect(json.letters).toContainEqual(
    expect.objectContaining({ letter: 'surat-uji', editions: [expect.objectContaining({ state: 'in-force' })] }),
  )
  expect((await keeper.get(`${edition}/file`)).status).toBe(200)
  expect((await keeper.post(`${edition}/withdraw`, { reason: 'Tidak dipakai' })).status).toBe(200)
})

test.each(['pemohon', 'pelaksana'])('%s may do none of it', async (role) => {
  const program = await programOf(office, role)
  const asked = await Promise.all([
    program.get('/letter-texts'),
    program.get('/letter-texts/surat-akun/editions/1/file'),
    program.post('/letter-text-drafts', { source: textOf('Isi') }),
    program.post('/letter-texts/surat-akun/editions/1/withdraw', { reason: 'Tidak dipakai' }),
  ])
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403])
})
