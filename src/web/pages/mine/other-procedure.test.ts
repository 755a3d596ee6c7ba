import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typed, upload } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, post, walkOf } from '../../../../test/support/walk.ts'

let office: TestOffice
let pemohon: Visit

beforeAll(async () => {
  office = await startOffice({ works: false })
  pemohon = await office.as('pemohon', 'tulungagung')
})
afterAll(() => office.stop())

const SERVICE = '/services/pengajuan-subdomain-hosting'

/** Of the fields that both procedures happen to name alike, those that the first step of this one asks for. */
const firstStep = (name: string): Record<string, string> => {
  const { 'nomor-surat': _number, 'tanggal-surat': _date, ...asked } = typed(name)
  return asked
}

/** The smallest PNG that is whole. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a procedure with a loop, a step on paper and a letter that comes later is led through the same pages', async () => {
  const form = await pemohon.get(`${SERVICE}/apply`)
  expect(form.text).toContain('.tulungagung.go.id')
  expect(wordsOf(form.text)).not.toContain('Nomor surat')

  const filled = await pemohon.post(`${SERVICE}/apply`, { do: 'check', ...firstStep('dindik') })
  expect(filled.location).toBe(`${SERVICE}/summary`)
  const summary = (await pemohon.get(`${SERVICE}/summary`)).text
  const sent = await pemohon.post(`${SERVICE}/summary`, {
    draft: fieldValue(summary, 'draft') ?? '',
    seen: fieldValue(summary, 'seen') ?? '',
  })
  const id = sent.location.split('/')[2] ?? ''
  const walk = walkOf(office, 'tulungagung', id)
  const page = async (name = '') => pemohon.get(`/mine/${id}${name}`)

  const check = await walk.task('periksa-pengajuan')
  await walk.send(post('pelaksana-aplikasi'), {
    type: 'finish-step',
    task: check.task,
    answer: { exit: 'tidak', note: 'Keperluan kurang jelas.' },
  })
  const sentBack = wordsOf((await page()).text)
  expect(sentBack).toContain('Keperluan kurang jelas.')
  expect(sentBack).toContain('Perbaiki dan kirim lagi')
  const correct = (await page('/correct')).text
  expect(fieldValue(correct, 'nama-domain')).toBe('dindik')
  const key = { key: fieldValue(correct, 'key') ?? '', task: fieldValue(correct, 'task') ?? '' }
  const mended = await pemohon.post(`/mine/${id}/correct`, {
    do: 'send',
    ...key,
    ...firstStep('dindik'),
    keperluan: 'Laman sekolah',
  })
  expect(mended.location).toBe(`/mine/${id}`)

  await walk.finish({ exit: 'ya' }, 'periksa-pengajuan')
  expect(wordsOf((await page()).text)).toContain('Nyatakan sudah selesai')
  const printed = await pemohon.post(`/mine/${id}/finish`, {
    act: 'finish',
    key: randomUUID(),
    task: (await walk.task('cetak-form')).task,
  })
  expect(printed.location).toBe(`/mine/${id}`)

  expect(wordsOf((await page()).text)).toContain('Lengkapi dan kirim')
  const more = wordsOf((await page('/correct')).text)
  expect(more).toContain('Nomor surat')
  expect(more).not.toContain('Jenis pengajuan')
  const missing = await pemohon.post(
    `/mine/${id}/correct`,
    { do: 'send', key: randomUUID(), 'nomor-surat': '421/7/2026' },
    [upload(await letterPdf())],
  )
  expect(missing.status).toBe(422)
  for (const fault of ['Tanggal surat belum diisi.', 'Cetakan form yang sudah ditandatangani belum diunggah.'])
    expect(wordsOf(missing.text)).toContain(fault)
  const letter = { 'nomor-surat': '421/7/2026', 'tanggal-surat': '2026-11-20' }
  const scan = { field: 'form-bertanda-tangan', name: 'IMG_001.jpeg', type: 'image/jpeg', bytes: photo }
  const done = await pemohon.post(`/mine/${id}/correct`, { do: 'send', key: randomUUID(), ...letter }, [scan])
  expect(done.location).toBe(`/mine/${id}`)

  const dossier = await walk.see()
  expect(dossier.form).toMatchObject({
    keperluan: 'Laman sekolah',
    ...letter,
    'nama-domain': 'dindik.tulungagung.go.id',
  })
  expect(dossier.papers.map((paper) => [paper.paper, paper.name]).toSorted()).toEqual([
    ['form-bertanda-tangan', 'IMG_001.png'],
    ['surat-permohonan', 'surat.pdf'],
  ])
  const tracked = wordsOf((await office.visitor('tulungagung').get(`/track/${dossier.trackingCode}`)).text)
  expect(tracked).toContain('Langkah 6 dari 15, di meja Kepala Diskominfo')
})

test('a request of one office is not seen in another', async () => {
  const demak = await office.as('pemohon')
  const [mine] = await office.office.store.inAgency('tulungagung', (db) =>
    db.selectFrom('dossier').select(['dossier', 'tracking_code']).execute(),
  )
  expect((await demak.get(`/mine/${mine?.dossier}`)).status).toBe(404)
  expect((await office.visitor().get(`/track/${mine?.tracking_code}`)).status).toBe(404)
})
