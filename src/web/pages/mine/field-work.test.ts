// The applicant's own steps that ask for fields: filled in on their own page, with files, and shown where they were told.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askedForFieldWork,
  type FieldOffice,
  keptPaper,
  photo,
  startFieldOffice,
} from '../../../../test/support/field-work.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import type { Walk } from '../../../../test/support/walk.ts'

let field: FieldOffice
let pemohon: Visit
beforeAll(async () => {
  field = await startFieldOffice()
  pemohon = await field.office.as('pemohon')
})
afterAll(() => field.stop())

const atTesting = async (): Promise<Walk> => {
  const walk = await askedForFieldWork(field.office)
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ note: 'Kabel cukup' })
  const papers = [await keptPaper(field.office, 'foto-hasil')]
  await walk.finish({
    form: { latensi: '80', pukul: '09.30', 'titik-ukur': [{ nama: 'Loket' }] },
    papers,
    note: 'Kabel',
  })
  await walk.finish({ note: 'Sudah' })
  await walk.finish({ exit: 'cukup', note: 'Silakan diuji' })
  return walk
}

test('a step of the applicant asks for its fields and files, keeps both on a fault, and goes on when they are there', async () => {
  const walk = await atTesting()
  const mine = wordsOf((await pemohon.get(`/mine/${walk.id}`)).text)
  for (const said of ['Silakan diuji', 'Lengkapi dan kirim', '80 ms', 'Loket']) expect(mine).toContain(said)
  const page = await pemohon.get(`/mine/${walk.id}/correct`)
  expect(wordsOf(page.text)).toContain('Hasil uji pemohon')
  expect(wordsOf(page.text)).not.toContain('Tempat *')
  const send = (fields: Record<string, string>, files = [photo('bukti', 'bukti.png')]) =>
    pemohon.post(`/mine/${walk.id}/correct`, { do: 'send', key: randomUUID(), ...fields }, files)
  const missing = await send({ note: 'Belum selesai mengisi' })
  expect(missing.status).toBe(422)
  expect(wordsOf(missing.text)).toContain('Hasil uji belum diisi.')
  expect(wordsOf(missing.text)).toContain('Tersimpan: bukti.png')
  expect(missing.text).toContain('Belum selesai mengisi')
  expect((await send({ hasil: 'baik', note: 'Lancar' }, [])).location).toBe(`/mine/${walk.id}`)
  const dossier = await walk.see()
  expect(dossier.form).toMatchObject({ hasil: 'baik', latensi: '80', tempat: 'Balai Desa' })
  expect(dossier.papers.map(({ name }) => name)).toContain('bukti.png')
  expect((await walk.task()).step).toBe('susun')
  const officer = wordsOf((await (await field.office.as('kabid')).get(`/dossiers/${walk.id}`)).text)
  for (const said of ['Hasil uji pemohon', 'Langkah 7 dari 11: Menguji sendiri', 'Lancar'])
    expect(officer).toContain(said)
})

test('nobody else fills in the step of an applicant', async () => {
  const walk = await atTesting()
  const other = await field.office.as('kabid')
  const sent = await other.post(`/mine/${walk.id}/correct`, { do: 'send', key: randomUUID(), hasil: 'baik' })
  expect(sent.status).toBe(404)
  expect((await walk.task()).step).toBe('uji')
})
