import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { client, type Walk, walkOf } from '../../../../test/support/walk.ts'
import { projectRoot } from '../../../main/root.ts'
import { address, deed, entering, everybody, type People } from './desk.fixture.ts'

/** Known to no code: a decision, a fork that joins again, and a return from behind the agenda. */
const ROOM = `
procedure: pinjam-ruang
edition: '2026'
title: Peminjaman Ruang Rapat
promise: 3 hari
actors:
  peminjam: { label: Peminjam, is: applicant }
  pelaksana: { label: Pelaksana, post: pelaksana }
  kabid: { label: Kepala Bidang, post: kabid-aptika }
  sekretaris: { label: Sekretaris, post: sekretaris }
form:
  - group: acara
    label: Acara
    fields:
      - { field: acara, type: text, label: Nama acara, required: true }
      - { field: pada, type: date, label: Tanggal, required: true }
subject: 'Ruang rapat untuk {acara}'
steps:
  - { step: ajukan, actor: peminjam, act: submit, activity: Mengajukan peminjaman }
  - { step: catat, actor: pelaksana, act: enter, activity: Mencatat permohonan, time: 10 menit }
  - step: periksa
    actor: kabid
    act: check
    activity: Memeriksa ketersediaan ruang
    time: 1 jam
    decides:
      question: { id: 'Ruang tersedia?', en: Is the room free? }
      exits:
        - { answer: ada, label: { id: 'Ya, tersedia', en: 'Yes' }, to: [siapkan, undang] }
        - { answer: penuh, label: { id: 'Tidak, sudah terpakai', en: 'No' }, to: end }
  - { step: siapkan, actor: pelaksana, act: do, activity: Menyiapkan ruang, time: 2 jam, then: serah }
  - { step: undang, actor: sekretaris, act: do, activity: Memberitahu penjaga gedung, time: '-', then: serah }
  - { step: serah, actor: [pelaksana, sekretaris], act: do, activity: Menyerahkan kunci, join: all }
policy:
  return: { from: [catat, periksa], to: ajukan }
`

let office: TestOffice
let at: People
let catalogue: string

beforeAll(async () => {
  catalogue = await mkdtemp(join(tmpdir(), 'mipp-catalogue-'))
  await cp(join(projectRoot(), 'catalogue/letters'), join(catalogue, 'letters'), { recursive: true })
  await cp(join(projectRoot(), 'catalogue/demak'), join(catalogue, 'demak'), { recursive: true })
  await writeFile(join(catalogue, 'demak/procedures/pinjam-ruang.yaml'), ROOM)
  const file = join(catalogue, 'demak/agency.yaml')
  const agency = await readFile(file, 'utf8')
  await writeFile(
    file,
    agency.replace('in-force:', "in-force:\n  - { procedure: pinjam-ruang, edition: '2026', from: 2026-01-01 }"),
  )
  office = await startOffice({ catalogue, works: false })
  at = await everybody(office)
})
afterAll(async () => {
  await office.stop()
  await rm(catalogue, { recursive: true })
})

const APPLICANT = randomUUID()

const asked = async (): Promise<Walk> => {
  const id = randomUUID()
  const done = await office.office.tools.handle({
    agency: 'demak',
    dossier: id,
    by: client('dinas-arsip', APPLICANT),
    key: randomUUID(),
    edition: { procedure: 'pinjam-ruang', edition: '2026' },
    command: {
      type: 'submit',
      form: { acara: 'Rapat arsip', pada: '2026-12-01' },
      papers: [],
      client: 'dinas-arsip',
      applicant: APPLICANT,
      channel: 'online',
      trackingCode: id.slice(0, 8),
    },
  })
  expect(done).toMatchObject({ ok: true })
  return walkOf(office, 'demak', id)
}

describe('A procedure that exists only as a file', () => {
  test('asks the printed question of its step and goes on only when it is answered', async () => {
    const walk = await asked()
    expect((await deed(at.pelaksana, walk, entering)).status).toBe(303)
    const page = wordsOf((await at.kabid.get(address(walk))).text)
    expect(page).toContain('Langkah 3 dari 6, giliran Anda')
    expect(page).toContain('Ruang tersedia?')
    const silent = await deed(at.kabid, walk, { do: 'finish', note: 'Sudah saya lihat' })
    expect(silent.status).toBe(422)
    expect(wordsOf(silent.text)).toContain('Jawab dahulu pertanyaan ini.')
    expect(silent.text).toContain('Sudah saya lihat')
    expect((await deed(at.kabid, walk, { do: 'finish', exit: 'penuh', note: 'Dipakai bupati' })).status).toBe(303)
    expect((await walk.see()).status).toBe('finished')
  })

  test('forks onto two desks, shows both as waited for, and joins when both are done', async () => {
    const walk = await asked()
    await deed(at.pelaksana, walk, entering)
    await deed(at.kabid, walk, { do: 'finish', exit: 'ada', note: '' })
    const seen = wordsOf((await at.kadin.get(address(walk))).text)
    expect(seen).toContain('Menunggu Pelaksana / Pranata Komputer.')
    expect(seen).toContain('Menunggu Sekretaris.')
    const found = wordsOf((await at.kadin.get('/search?q=rapat+arsip')).text)
    expect(found).toMatch(/Langkah 4 dari 6, di meja Pelaksana[^;]*; Langkah 5 dari 6, di meja Sekretaris/)
    await deed(at.sekretaris, walk, { do: 'finish', task: (await walk.task('undang')).task })
    expect(wordsOf((await at.sekretaris.get(address(walk))).text)).not.toContain('Menyerahkan kunci Yang ditunggu')
    await deed(at.pelaksana, walk, { do: 'finish', task: (await walk.task('siapkan')).task })
    const key = await walk.task('serah')
    expect(wordsOf((await at.sekretaris.get('/work')).text)).toContain('Menyerahkan kunci')
    expect((await deed(at.sekretaris, walk, { do: 'finish', task: key.task })).status).toBe(303)
    expect((await deed(at.pelaksana, walk, { do: 'finish', task: key.task })).status).toBe(409)
    expect((await walk.see()).status).toBe('finished')
  })

  test('returned from behind the agenda and corrected, it comes back to the same desk with the same agenda number', async () => {
    const walk = await asked()
    await deed(at.pelaksana, walk, entering)
    const number = (await walk.see()).agenda?.number
    expect((await deed(at.kabid, walk, { do: 'return', reason: 'Tanggalnya keliru' })).status).toBe(303)
    const again = await walk.task()
    expect(again).toMatchObject({ step: 'ajukan', forApplicant: true })
    const answer = { form: { acara: 'Rapat arsip', pada: '2026-12-02' } }
    const sent = await walk.send(client('dinas-arsip', APPLICANT), { type: 'finish-step', task: again.task, answer })
    expect(sent.ok).toBe(true)
    expect((await walk.task()).step).toBe('periksa')
    expect((await walk.see()).agenda?.number).toBe(number)
    const page = wordsOf((await at.kabid.get(address(walk))).text)
    expect(page).toContain('Rabu, 2 Desember 2026')
    expect(page).toContain('Tanggalnya keliru')
  })

  test('has no disposition sheet and no papers where it knows none', async () => {
    const walk = await asked()
    expect((await at.pelaksana.get(`${address(walk)}/disposition-sheet.pdf`)).status).toBe(404)
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('Belum ada surat pada berkas ini.')
  })
})
