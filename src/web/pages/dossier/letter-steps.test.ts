// One letter by three steps: drafted by one post, initialed by another, signed by a third; and sent back between them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askedForFieldWork,
  type FieldOffice,
  keptPaper,
  startFieldOffice,
} from '../../../../test/support/field-work.ts'
import { printedWords } from '../../../../test/support/printed.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import type { Walk } from '../../../../test/support/walk.ts'
import { address, deed, everybody, type People } from './desk.fixture.ts'

let field: FieldOffice
let at: People
beforeAll(async () => {
  field = await startFieldOffice(undefined, { works: true })
  at = await everybody(field.office)
})
afterAll(() => field.stop())

const atDrafting = async (): Promise<Walk> => {
  const walk = await askedForFieldWork(field.office)
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ note: 'Kabel cukup' })
  await walk.finish({ form: { latensi: '12', pukul: '09.30' }, papers: [await keptPaper(field.office, 'foto-hasil')] })
  await walk.finish({ note: 'Sudah diukur' })
  await walk.finish({ exit: 'cukup' })
  await walk.finish({ form: { hasil: 'baik' }, papers: [await keptPaper(field.office, 'bukti-uji')] })
  return walk
}

test('a draft goes back from the initial with its reason, and comes round to the one who asked', async () => {
  const walk = await atDrafting()
  const page = await at.pelaksana.get(address(walk))
  expect(wordsOf(page.text)).toContain('Isi surat')
  expect(wordsOf(page.text)).toContain('Draf surat')
  await deed(at.pelaksana, walk, { do: 'finish', draft: 'Jaringan baik.' })

  const initialing = wordsOf((await at.kabid.get(address(walk))).text)
  for (const said of ['Jaringan baik.', 'Bubuhkan paraf', 'Kembalikan kepada Pelaksana / Pranata Komputer'])
    expect(initialing).toContain(said)
  // Whoever initials reads the letter as it will be signed, not with themselves under it.
  const { task } = await walk.task()
  const printed = await printedWords((await at.kabid.get(`${address(walk)}/tasks/${task}/draft.pdf`)).bytes)
  expect(printed).toMatch(/Kepala Dinas,.*Pejabat Kepala Dinas/)
  expect(printed).not.toContain('Kepala Bidang')
  expect(initialing).not.toContain('Kembalikan kepada pemohon')
  const back = await deed(at.kabid, walk, { do: 'return', reason: 'Sebutkan angkanya' })
  expect(back.status).toBe(303)
  expect(wordsOf((await at.kabid.get('/work')).text)).toContain('dikembalikan kepada Pelaksana / Pranata Komputer')

  await field.office.jobsDone()
  const notices = wordsOf((await at.pelaksana.get('/notices')).text)
  expect(notices).toContain('Kepala Bidang Aplikasi Informatika mengembalikan draf surat: Sebutkan angkanya')
  const again = await at.pelaksana.get(address(walk))
  expect(wordsOf(again.text)).toContain('Sebutkan angkanya')
  expect(again.text).toContain('Jaringan baik.')
  // What goes back inside the office is none of the applicant's business.
  expect(wordsOf((await at.pemohon.get(`/mine/${walk.id}`)).text)).not.toContain('Sebutkan angkanya')
  await deed(at.pelaksana, walk, { do: 'finish', draft: 'Jaringan baik: 12 ms.' })
  expect((await walk.task()).step).toBe('paraf')
})

test('whoever initials at a step puts the text right in the form; read in an older version it is compared first, and nothing is lost', async () => {
  const walk = await atDrafting()
  await deed(at.pelaksana, walk, { do: 'finish', draft: 'Jaringan baik.' })
  const form = await at.kabid.get(address(walk))
  expect(wordsOf(form.text)).toContain('Perbaiki teksnya sebelum memaraf')
  expect(form.text).toMatch(/name="version" value="1"/)
  const mended = { do: 'finish', note: '', draft: 'Jaringan baik: 12 ms.' }
  const clash = await deed(at.kabid, walk, { ...mended, version: '0' })
  expect(clash.status).toBe(409)
  expect(clash.text).toMatch(/<ins[^>]*>[\s\S]*12[\s\S]*<\/ins>/)
  expect(wordsOf(clash.text)).toContain('Rekan Anda sudah menyimpan versi lain')
  expect(clash.text).toMatch(/<textarea[^>]*>Jaringan baik: 12 ms\.</)
  expect((await deed(at.kabid, walk, { ...mended, version: '1' })).status).toBe(303)
  const [letter] = (await walk.see()).letters
  expect(letter).toMatchObject({ draft: { note: 'Jaringan baik: 12 ms.' }, initials: [{ version: 2 }] })
  expect(letter?.versions.map(({ draft }) => draft.note)).toEqual(['Jaringan baik.', 'Jaringan baik: 12 ms.'])
  const unchanged = await at.kadin.get(address(walk))
  expect(unchanged.text).toContain('Jaringan baik: 12 ms.')
})

test('how a letter of the path is filed is chosen where it is drafted, and again where it is signed; its initials hold', async () => {
  const walk = await atDrafting()
  expect((await at.pelaksana.get(address(walk))).text).toMatch(/name="security"[\s\S]*?value="biasa" selected/)
  const draft = { do: 'finish', draft: 'Jaringan baik.' }
  const wrong = await deed(at.pelaksana, walk, { ...draft, classification: 'x', security: 'samar' })
  expect([wrong.status, wordsOf(wrong.text).includes('Pilih sifat surat dari daftar')]).toEqual([422, true])
  expect(wrong.text).toContain('Jaringan baik.')
  await deed(at.pelaksana, walk, { ...draft, classification: '000.1', security: 'terbatas' })
  await deed(at.kabid, walk, { do: 'finish', note: '' })
  expect((await at.kadin.get(address(walk))).text).toMatch(/name="security"[\s\S]*?value="terbatas" selected/)
  const sent = { do: 'finish', phase: 'send', classification: '000.1', security: 'sangat-rahasia' }
  expect((await deed(at.kadin, walk, sent)).status).toBe(303)
  const [letter] = (await walk.see()).letters
  expect(letter?.place).toMatchObject({ classification: '000.1', security: 'sangat-rahasia' })
  expect(letter?.initials).toMatchObject([{ post: 'kabid-aptika' }])
})

test('an initialed draft is signed as it is, and goes out with its number', async () => {
  const walk = await atDrafting()
  await deed(at.pelaksana, walk, { do: 'finish', draft: 'Jaringan baik.' })
  await deed(at.kabid, walk, { do: 'finish', note: '' })
  const page = await at.kadin.get(address(walk))
  expect(wordsOf(page.text)).toContain('Tandatangani dan kirim')
  expect(wordsOf(page.text)).toContain('Diparaf Kepala Bidang Aplikasi Informatika')
  expect(page.text).toContain('Jaringan baik.')
  expect(wordsOf(page.text)).toContain('kembalikan kepada penyusunnya agar diparaf lagi')
  // Nothing to type into: what cannot be changed here only stands to be read.
  expect(page.text).not.toContain('name="draft"')
  const changed = await deed(at.kadin, walk, { do: 'finish', phase: 'send', draft: 'Jaringan buruk.' })
  expect(changed.status).toBe(409)
  expect(wordsOf(changed.text)).toContain('Isi surat berubah setelah diparaf.')
  const asked = await deed(at.kadin, walk, { do: 'finish', phase: 'ask-initials', draft: 'Jaringan buruk.' })
  expect(asked.status).toBe(409)
  const preview = await deed(at.kadin, walk, { do: 'finish', phase: 'preview' })
  expect([preview.status, preview.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await deed(at.kadin, walk, { do: 'finish', phase: 'send' })).status).toBe(303)
  await field.office.jobsDone()
  const [letter] = (await walk.see()).letters
  expect(letter).toMatchObject({
    letter: 'surat-balasan',
    draft: { note: 'Jaringan baik.' },
    initials: [{ post: 'kabid-aptika' }],
  })
  expect(letter?.number).toMatch(/^500\.12\//)
  expect((await walk.task()).step).toBe('terima')
})

test('a step of initials has no answer that sends a letter on without them', async () => {
  const walk = await atDrafting()
  await deed(at.pelaksana, walk, { do: 'finish', draft: 'Jaringan baik.' })
  await expect(walk.finish({ verdict: 'sent-back', note: 'Kurang' })).rejects.toThrow('no answer that sends back')
  expect((await walk.task()).step).toBe('paraf')
})
