// An office with invented procedures for every way to begin one by hand: a report, an order, a company's request.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogueOf, startOffice, type TestOffice, type TestOfficeOptions } from './office.ts'

const REPORT = `procedure: lapor-konten
edition: '1'
title: Laporan konten uji
subject: Laporan konten
starts: [{ by: public }, { by: post }]
actors:
  masyarakat: { label: Masyarakat, is: applicant }
  teknis: { label: Tim Teknis, post: tim-teknis }
  kabid: { label: Kepala Bidang, post: kabid-aptika }
form:
  - group: laporan
    label: Yang dilaporkan
    fields:
      - field: alamat
        type: table
        label: Alamat
        rows: 5
        required: true
        columns: [{ column: url, label: Alamat laman, type: url, required: true }, { column: catatan, label: Catatan }]
      - { field: kategori, type: choice, label: Kategori, required: true, options: [{ value: judi, label: Judi online }, { value: lain, label: Lainnya }] }
      - { field: bukti, type: file, label: Bukti, hint: 'Jangan unggah gambar yang melanggar hukum.', paper: bukti, accept: [pdf, jpg, png] }
      - { field: bukti-lain, type: file, label: Bukti lain, paper: bukti-lain, accept: [pdf, jpg, png] }
  - group: pelapor
    label: Pelapor
    fields:
      - { field: surel-pelapor, type: email, label: Surel pelapor, confidential: true }
policy: { secrecy: rahasia, reject: { by: [kategori], reason: required } }
steps:
  - { step: lapor, actor: [masyarakat, teknis], act: submit, activity: Melaporkan konten, makes: [bukti] }
  - { step: kategori, actor: teknis, act: check, activity: Menentukan kategori, time: 10 menit }
  - { step: laporkan, actor: kabid, act: report, activity: Melaporkan hasil, time: 15 menit, makes: [laporan] }
`

const ORDER = `procedure: uji-jaringan
edition: '1'
title: Pengujian jaringan
subject: 'Uji {lokasi}'
starts: [{ by: post }]
actors:
  kabid: { label: Kepala Bidang, post: kabid-aptika }
  staf: { label: Staf Jaringan, post: staf-jaringan }
form:
  - group: perintah
    label: Perintah
    fields:
      - { field: lokasi, type: text, label: Lokasi, required: true }
      - { field: penanggung-jawab, type: person, label: Penanggung jawab lokasi }
      - { field: denah, type: file, label: Denah, paper: denah, accept: [pdf] }
steps:
  - { step: perintah, actor: kabid, act: submit, activity: Memerintahkan pengujian }
  - { step: uji, actor: staf, act: do, activity: Menguji, time: 1 jam, makes: [hasil] }
`

const COMPANY = `procedure: rekomendasi-kabel
edition: '1'
title: Rekomendasi kabel uji
subject: 'Kabel {rute}'
starts: [{ by: company }]
actors:
  pemohon: { label: Perusahaan, is: applicant }
  kabid: { label: Kepala Bidang, post: kabid-aptika }
form:
  - group: rute
    label: Rute
    fields: [{ field: rute, type: text, label: Rute, required: true }]
policy: { counter: true }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan rekomendasi }
  - { step: periksa, actor: kabid, act: check, activity: Memeriksa rute, time: 1 jam }
`

const FILES = { 'lapor-konten': REPORT, 'uji-jaringan': ORDER, 'rekomendasi-kabel': COMPANY }

export const startOfficeOfWays = async (options: TestOfficeOptions = {}): Promise<TestOffice> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-ways-'))
  const catalogue = await catalogueOf(folder, 'demak')
  for (const [name, text] of Object.entries(FILES))
    await writeFile(join(catalogue, 'demak', 'procedures', `${name}.yaml`), text)
  const file = join(catalogue, 'demak', 'agency.yaml')
  const inForce = Object.keys(FILES).map((name) => `  - { procedure: ${name}, edition: '1', from: 2026-01-01 }\n`)
  const agency = await readFile(file, 'utf8')
  await writeFile(
    file,
    agency.replace(/^in-force:.*\n/m, (line) => `${line}${inForce.join('')}`),
  )
  const office = await startOffice({ catalogue, ...options })
  return {
    ...office,
    stop: async () => {
      await office.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
