// Fields at the steps of officers: filled in, judged beside the field, kept whatever happens, shown where they were recorded.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedForFieldWork, type FieldOffice, photo, startFieldOffice } from '../../../../test/support/field-work.ts'
import type { TestOffice } from '../../../../test/support/office.ts'
import { type FormFields, fieldValue, wordsOf } from '../../../../test/support/visit.ts'
import type { Walk } from '../../../../test/support/walk.ts'
import { address, deed, entering, everybody, type People } from './desk.fixture.ts'

let field: FieldOffice
let office: TestOffice
let at: People
beforeAll(async () => {
  field = await startFieldOffice()
  office = field.office
  at = await everybody(office)
})
afterAll(() => field.stop())

const atMeasuring = async (form: object = {}): Promise<Walk> => {
  const walk = await askedForFieldWork(office, form)
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ note: 'Kabel cukup' })
  return walk
}

const MEASURED: FormFields = {
  do: 'finish',
  latensi: '12,5',
  pukul: '09:30',
  'titik-ukur.0.nama': 'Ruang server',
  'titik-ukur.0.redaman': '-18,5',
  note: '',
}

const sendMeasured = async (walk: Walk, fields: FormFields = MEASURED, files = [photo('foto')]) =>
  at.pelaksana.post(address(walk), { task: (await walk.task()).task, key: randomUUID(), ...fields }, files)

describe('An analysis', () => {
  test('is asked for by name, and not taken without words', async () => {
    const walk = await askedForFieldWork(office)
    expect((await deed(at.pelaksana, walk, entering)).status).toBe(303)
    expect(wordsOf((await at.kabid.get(address(walk))).text)).toContain('Hasil analisis')
    const silent = await deed(at.kabid, walk, { do: 'finish', note: ' ' })
    expect(silent.status).toBe(422)
    expect(wordsOf(silent.text)).toContain('Tulis hasil analisis secara ringkas.')
    expect((await deed(at.kabid, walk, { do: 'finish', note: 'Kabel cukup' })).status).toBe(303)
    expect((await walk.task()).step).toBe('ukur')
  })
})

describe('A measurement', () => {
  test('has its fields on the page, with unit and what is expected', async () => {
    const walk = await atMeasuring()
    const page = await at.pelaksana.get(address(walk))
    expect(wordsOf(page.text)).toContain('Hasil pengukuran')
    expect(wordsOf(page.text)).toContain('Diharapkan paling banyak 50 ms.')
    expect(page.text).toMatch(/enctype="multipart\/form-data"/)
    expect(wordsOf(page.text)).toMatch(/Foto hasil \*\s+PDF atau PNG, paling besar 10 MB\./)
    expect(page.text).toMatch(/name="foto"[^>]* required/)
    expect(wordsOf(page.text)).toMatch(/Nama titik \*/)
    expect(wordsOf(page.text)).toContain('Denah kunci (boleh kosong)')
    // Whoever only looks on is not asked.
    expect((await at.kadin.get(address(walk))).text).not.toContain('name="latensi"')
  })

  test('says every fault beside its field and keeps what was typed and uploaded', async () => {
    const walk = await atMeasuring()
    const sent = await sendMeasured(walk, { ...MEASURED, latensi: 'cepat', pukul: '', 'titik-ukur.0.nama': '' })
    expect(sent.status).toBe(422)
    for (const said of ['Tulis angka', 'Pukul belum diisi', 'Nama titik belum diisi', 'hasil.png'])
      expect(wordsOf(sent.text), said).toContain(said)
    expect(sent.text).toContain('href="#field-latensi"')
    expect(wordsOf(sent.text)).toContain('Titik ukur, baris 1: Nama titik belum diisi')
    expect(wordsOf(sent.text)).toContain('Latensi: Tulis angka')
    expect(fieldValue(sent.text, 'titik-ukur.0.redaman')).toBe('-18,5')
    // Opened once more, as after a break: still there, and blamed for nothing.
    const later = await at.pelaksana.get(address(walk))
    expect(fieldValue(later.text, 'titik-ukur.0.redaman')).toBe('-18,5')
    expect(wordsOf(later.text)).toContain('Tersimpan: hasil.png')
    expect(wordsOf(later.text)).not.toContain('Tulis angka')
    // The photograph need not be chosen again.
    expect((await sendMeasured(walk, MEASURED, [])).status).toBe(303)
    expect((await walk.see()).form).toMatchObject({
      latensi: '12,5',
      'titik-ukur': [{ nama: 'Ruang server', redaman: '-18,5' }],
      tempat: 'Balai Desa',
    })
    expect((await walk.see()).papers.map(({ name }) => name)).toEqual(['hasil.png'])
  })

  test('outside what is expected is flagged beside the figure until a note explains it', async () => {
    const walk = await atMeasuring()
    const odd = await sendMeasured(walk, { ...MEASURED, latensi: '80' })
    expect(odd.status).toBe(422)
    expect(wordsOf(odd.text)).toContain('Di luar batas yang diharapkan (paling banyak 50 ms).')
    expect(wordsOf(odd.text)).toContain('Tulis apa sebabnya dan apa tindak lanjutnya.')
    expect((await walk.task()).step).toBe('ukur')
    const told = await sendMeasured(walk, { ...MEASURED, latensi: '80', note: 'Kabel rusak, diganti besok' }, [])
    expect(told.status).toBe(303)
    const page = wordsOf((await at.kabid.get(address(walk))).text)
    expect(page).toContain('80 ms di luar batas yang diharapkan (paling banyak 50 ms)')
    expect(page).toContain('Langkah 4 dari 11: Mengukur di lapangan, Pelaksana / Pranata Komputer')
    expect(page).toContain('Ruang server')
  })

  test('gets one row more or less without scripts, and loses nothing by it', async () => {
    const walk = await atMeasuring()
    const more = await sendMeasured(walk, { ...MEASURED, row: 'add:titik-ukur', note: 'Sedang diukur' })
    expect(more.status).toBe(200)
    expect(fieldValue(more.text, 'titik-ukur.1.nama')).toBe('')
    expect(fieldValue(more.text, 'titik-ukur.0.nama')).toBe('Ruang server')
    expect(more.text).toContain('Sedang diukur')
    expect(wordsOf(more.text)).toContain('Tersimpan: hasil.png')
    const less = await sendMeasured(
      walk,
      { ...MEASURED, row: 'remove:titik-ukur:0', 'titik-ukur.1.nama': 'Loket', 'titik-ukur.1.redaman': '' },
      [],
    )
    expect(fieldValue(less.text, 'titik-ukur.0.nama')).toBe('Loket')
    expect(fieldValue(less.text, 'titik-ukur.1.nama')).toBeNull()
    expect((await walk.task()).step).toBe('ukur')
  })

  test('typed before the session ended stands there after signing in again, files included', async () => {
    const walk = await atMeasuring()
    const tab = await office.as('pelaksana')
    await office.office.store.inAgency('demak', (db) =>
      db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00Z' }).where('csrf', '=', tab.csrf).execute(),
    )
    const task = (await walk.task()).task
    const sent = await tab.post(address(walk), { task, key: randomUUID(), ...MEASURED, note: 'Diketik lalu keluar' }, [
      photo('foto', 'parkir.png'),
    ])
    expect(sent.location).toContain('/sign-in?to=')
    const again = await office.as('pelaksana')
    for (const [name, value] of tab.cookies) if (name !== 'mipp_session') again.cookies.set(name, value)
    const back = decodeURIComponent(sent.location.split('to=')[1] ?? '')
    const page = await again.get(back)
    expect(fieldValue(page.text, 'latensi')).toBe('12,5')
    expect(page.text).toContain('Diketik lalu keluar')
    expect(wordsOf(page.text)).toContain('Tersimpan: parkir.png')
  })

  test('sent when somebody else has done the step is refused, and what was typed is shown once more', async () => {
    const walk = await atMeasuring()
    const { task } = await walk.task()
    await sendMeasured(walk)
    const late = await at.pelaksana.post(address(walk), { task, key: randomUUID(), ...MEASURED, latensi: '33' }, [])
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Latensi: 33')
  })

  test('is kept while it is typed, for the one who types alone', async () => {
    const walk = await atMeasuring()
    const { task } = await walk.task()
    const draft = `${address(walk)}/tasks/${task}/draft`
    expect((await at.pelaksana.post(draft, { ...MEASURED, task, latensi: '44', note: 'Belum selesai' })).status).toBe(
      204,
    )
    const page = await at.pelaksana.get(address(walk))
    expect(fieldValue(page.text, 'latensi')).toBe('44')
    expect(page.text).toContain('Belum selesai')
    expect((await at.kabid.post(draft, { ...MEASURED, task })).status).toBe(404)
    expect((await at.pemohon.post(draft, { ...MEASURED, task })).status).toBe(404)
  })
})

describe('A field whose condition asks about the request', () => {
  const CONDITIONAL = 'name="redaman-serat"'

  test('is asked for where the request answers it so, without a condition left to the page', async () => {
    const walk = await atMeasuring({ jenis: 'serat' })
    const page = (await at.pelaksana.get(address(walk))).text
    expect(page).toContain(CONDITIONAL)
    expect(page).not.toContain('data-when')
    expect(wordsOf(page)).not.toContain('Diisi hanya bila')
    const sent = await sendMeasured(walk)
    expect(wordsOf(sent.text)).toContain('Redaman serat belum diisi.')
  })

  test('is not there at all where it does not', async () => {
    const walk = await atMeasuring({ jenis: 'tembaga' })
    expect((await at.pelaksana.get(address(walk))).text).not.toContain(CONDITIONAL)
    expect((await sendMeasured(walk)).status).toBe(303)
  })
})

describe('A step that comes round again', () => {
  test('has in its fields what stands, and replaces it', async () => {
    const walk = await atMeasuring()
    await sendMeasured(walk)
    await deed(at.pelaksana, walk, { do: 'finish', note: 'Sudah diukur' })
    await deed(at.kabid, walk, { do: 'finish', exit: 'ulang', note: 'Ukur pada jam sibuk' })
    const page = await at.pelaksana.get(address(walk))
    expect(fieldValue(page.text, 'latensi')).toBe('12,5')
    expect(wordsOf(page.text)).toContain('Yang berlaku sekarang: hasil.png')
    await sendMeasured(walk, { ...MEASURED, latensi: '20' }, [photo('foto', 'kedua.png')])
    expect((await walk.see()).form.latensi).toBe('20')
    expect((await walk.see()).papers.map(({ name }) => name)).toEqual(['kedua.png'])
  })
})
