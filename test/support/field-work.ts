// An office with one more procedure, invented for tests: fields at the steps of officers and of the applicant, a letter by three steps.
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PaperRef } from '../../src/core/dossier/events.ts'
import { trackingCodeFrom } from '../../src/core/paper/code.ts'
import { projectRoot } from '../../src/main/root.ts'
import { startOffice, type TestOffice, type TestOfficeOptions } from './office.ts'
import { client, type Walk, walkOf } from './walk.ts'

export const FIELD_WORK = `
procedure: uji-lapangan
edition: '2026'
title: Pengujian Lapangan
promise: 5 hari
actors:
  opd: { label: OPD, is: applicant }
  pelaksana: { label: Pelaksana, post: pelaksana }
  kabid: { label: Kepala Bidang, post: kabid-aptika }
  kadin: { label: Kepala Dinas, post: kepala-dinas }
form:
  - group: lokasi
    label: Lokasi
    fields:
      - { field: tempat, type: text, label: Tempat, required: true }
      - { field: titik, type: coordinates, label: Titik lokasi }
      - { field: jenis, type: choice, label: Jenis kabel, options: [{ value: serat, label: Serat optik }, { value: tembaga, label: Tembaga }] }
      - { field: pelapor, type: text, label: Nama pelapor, confidential: true }
      - field: perangkat
        type: table
        label: Perangkat
        rows: 4
        columns:
          - { column: nama, label: Nama, required: true }
          - { column: alamat, label: Alamat IP, type: ip }
  - group: hasil-ukur
    label: Hasil pengukuran
    at: ukur
    fields:
      - { field: latensi, type: number, label: Latensi, unit: ms, required: true, limits: { min: 0, max: 10000 }, expected: { max: 50 } }
      - { field: redaman-serat, type: number, label: Redaman serat, required: true, when: { field: jenis, is: serat } }
      - { field: pukul, type: time, label: Pukul, required: true }
      - { field: sandi-perangkat, type: text, label: Letak kunci, confidential: true }
      - field: titik-ukur
        type: table
        label: Titik ukur
        rows: 3
        columns:
          - { column: nama, label: Nama titik, required: true }
          - { column: redaman, label: Redaman, type: number }
      - { field: foto, type: file, label: Foto hasil, paper: foto-hasil, accept: [pdf, png], required: true }
      - { field: denah, type: file, label: Denah kunci, paper: denah-kunci, accept: [pdf, png], confidential: true }
  - group: hasil-uji
    label: Hasil uji pemohon
    at: uji
    fields:
      - field: hasil
        type: choice
        label: Hasil uji
        required: true
        options: [{ value: baik, label: Baik }, { value: gagal, label: Gagal }]
      - { field: bukti, type: file, label: Bukti uji, paper: bukti-uji, accept: [pdf, png], required: true }
subject: 'Uji {tempat}'
steps:
  - { step: ajukan, actor: opd, act: submit, activity: Mengajukan pengujian }
  - { step: catat, actor: pelaksana, act: enter, activity: Mencatat permohonan, time: 10 menit, forwardsTo: kabid }
  - { step: analisis, actor: kabid, act: analyse, activity: Menganalisis kebutuhan, time: 1 jam }
  - { step: ukur, actor: pelaksana, act: measure, activity: Mengukur di lapangan, time: 2 jam }
  - { step: lapor, actor: pelaksana, act: report, activity: Melaporkan hasil, time: 1 jam }
  - step: periksa
    actor: kabid
    act: check
    activity: Memeriksa hasil
    time: 30 menit
    decides:
      question: { id: Hasil cukup?, en: Good enough? }
      exits:
        - { answer: cukup, label: { id: Cukup, en: Good enough }, to: uji }
        - { answer: ulang, label: { id: Ukur lagi, en: Measure again }, to: ukur }
  - { step: uji, actor: opd, act: do, activity: Menguji sendiri }
  - { step: susun, actor: pelaksana, act: draft, activity: Menyusun surat hasil, time: 1 jam, letter: surat-balasan }
  - { step: paraf, actor: kabid, act: initial, activity: Memaraf surat, time: 30 menit, letter: surat-balasan }
  - { step: tanda, actor: kadin, act: sign, activity: Menandatangani surat, time: 30 menit, letter: surat-balasan }
  - { step: terima, actor: opd, act: receive, activity: Menerima hasil, policy: true }
policy:
  return: { from: [catat], to: ajukan }
  sendBack: [{ from: [paraf, tanda], to: susun }]
  withdraw: { by: applicant }
  counter: true
`

export type FieldOffice = { office: TestOffice; stop: () => Promise<void> }

/** @param yaml the procedure, where a test needs another one of the same name */
export const startFieldOffice = async (yaml = FIELD_WORK, options: TestOfficeOptions = {}): Promise<FieldOffice> => {
  const catalogue = await mkdtemp(join(tmpdir(), 'mipp-catalogue-'))
  await cp(join(projectRoot(), 'catalogue/letters'), join(catalogue, 'letters'), { recursive: true })
  await cp(join(projectRoot(), 'catalogue/demak'), join(catalogue, 'demak'), { recursive: true })
  await writeFile(join(catalogue, 'demak/procedures/uji-lapangan.yaml'), yaml)
  const file = join(catalogue, 'demak/agency.yaml')
  const inForce = "in-force:\n  - { procedure: uji-lapangan, edition: '2026', from: 2026-01-01 }"
  await writeFile(file, (await readFile(file, 'utf8')).replace('in-force:', inForce))
  const office = await startOffice({ catalogue, works: false, ...options })
  const stop = async () => {
    await office.stop()
    await rm(catalogue, { recursive: true })
  }
  return { office, stop }
}

export const CLIENT_OF_FIELD = 'dinas-arsip'

/** Sent in by somebody of the client, without the page. */
export const askedForFieldWork = async (office: TestOffice, form: object = {}): Promise<Walk> => {
  const id = randomUUID()
  const applicant = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('person').select('person').where('demo_role', '=', 'pemohon').executeTakeFirstOrThrow(),
  )
  const done = await office.office.tools.handle({
    agency: 'demak',
    dossier: id,
    by: client(CLIENT_OF_FIELD, applicant.person),
    key: randomUUID(),
    edition: { procedure: 'uji-lapangan', edition: '2026' },
    command: {
      type: 'submit',
      form: { tempat: 'Balai Desa', pelapor: 'Warga Sumber', perangkat: [{ nama: 'Router' }], ...form },
      papers: [],
      client: CLIENT_OF_FIELD,
      applicant: applicant.person,
      channel: 'online',
      trackingCode: trackingCodeFrom(id),
    },
  })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return walkOf(office, 'demak', id)
}

/** The smallest PNG that is whole. */
export const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const photo = (field: string, name = 'hasil.png') => ({ field, name, type: 'image/png', bytes: PHOTO })

/** A paper that really lies in the file store. */
export const keptPaper = async (office: TestOffice, paper: string): Promise<PaperRef> => {
  const kept = await office.office.tools.files.put([PHOTO], { maxBytes: 1e6 })
  if (!kept.ok) throw new Error(kept.reason.en)
  return { id: randomUUID(), paper, ...kept.value, mime: 'image/png', name: `${paper}.png` }
}
