// A file attached on the pages: by either side, once, faults beside the field, and seen by those it is meant for.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanOf } from '../bench/uploads/scan.ts'
import { paperOf } from '../src/core/dossier/trial.fixture.ts'
import { papersOf } from '../src/store/papers.ts'
import { applyFor } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Answer, type FormFile, fieldValue, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, post, type Walk } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit
beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
})
afterAll(() => office.stop())

const map = async (name = 'denah.pdf'): Promise<FormFile> => ({
  field: 'file',
  name,
  type: 'application/pdf',
  bytes: await letterPdf(`Denah ${name}`),
})
const mine = (
  walk: Walk,
  fields: Record<string, string>,
  files: FormFile[],
  key: string = randomUUID(),
): Promise<Answer> =>
  pemohon.post(`/mine/${walk.id}/attach`, { act: 'attach', key, ...fields }, files, `/mine/${walk.id}`)
const desk = (
  walk: Walk,
  fields: Record<string, string>,
  files: FormFile[],
  key: string = randomUUID(),
): Promise<Answer> => pelaksana.post(`/dossiers/${walk.id}`, { do: 'attach', task: '', key, ...fields }, files)
const onMine = async (walk: Walk): Promise<string> => wordsOf((await pemohon.open(`/mine/${walk.id}`)).text)
const onDesk = async (walk: Walk): Promise<string> => wordsOf((await pelaksana.open(`/dossiers/${walk.id}`)).text)

describe('the applicant', () => {
  test('attaches a large scan: its page is drawn, its words are found, and it comes back byte for byte', async () => {
    const walk = await applyFor(office, pemohon, 'lampirbesar')
    const { name, bytes, bytesAt } = scanOf(9)
    const file = { field: 'file', name, type: 'application/pdf', bytes: bytesAt(0, bytes) }
    expect((await mine(walk, { note: '', visible: 'on' }, [file])).status).toBe(303)
    await office.jobsDone()
    const row = (await papersOf(office.office.store, 'demak', walk.id)).find(({ kind }) => kind === 'lampiran')
    const address = `/dossiers/${walk.id}/papers/${row?.paper}`
    expect((await pelaksana.get(`${address}/pages/1.png`)).status).toBe(200)
    expect(wordsOf((await pelaksana.get(`${address}/view`)).text)).toContain('Laporan hasil pengujian')
    const back = await pelaksana.get(address)
    expect([back.bytes.length, back.bytes.equals(file.bytes)]).toEqual([bytes, true])
  })

  test('attaches a file to a running request; the office sees who, when and why', async () => {
    const walk = await applyFor(office, pemohon, 'lampirsatu')
    expect((await pemohon.get(`/mine/${walk.id}`)).text).toContain('enctype="multipart/form-data"')
    const sent = await mine(walk, { note: 'Denah ruang server' }, [await map()])
    expect([sent.status, sent.location]).toEqual([303, `/mine/${walk.id}`])
    expect(await onMine(walk)).toContain('Lampiran: denah.pdf')
    const seen = await onDesk(walk)
    expect(seen).toContain('Lampiran: denah.pdf')
    expect(seen).toMatch(/Dilampirkan Dinas [^,]+, hari ini/)
    expect(seen).toContain('Denah ruang server')
    const rows = await papersOf(office.office.store, 'demak', walk.id)
    const row = rows.find(({ kind }) => kind === 'lampiran')
    expect(row).toMatchObject({ name: 'denah.pdf', mime: 'application/pdf', letter: null })
    for (const address of [`/mine/${walk.id}/papers/${row?.paper}`, `/dossiers/${walk.id}/papers/${row?.paper}`])
      expect((await pemohon.get(address)).status, address).toBe(200)
  })

  test('who presses twice has attached once, and a second file under the old key is a second file', async () => {
    const walk = await applyFor(office, pemohon, 'lampirdua')
    const key = fieldValue((await pemohon.get(`/mine/${walk.id}`)).text, 'key') ?? ''
    const files = [await map()]
    await Promise.all([mine(walk, { note: 'A' }, files, key), mine(walk, { note: 'A' }, files, key)])
    expect((await walk.see()).attachments).toHaveLength(1)
    await mine(walk, { note: 'A' }, [await map('lain.pdf')], key)
    expect((await walk.see()).attachments).toHaveLength(2)
  })

  test('is told beside the field what is wrong, and keeps the note', async () => {
    const walk = await applyFor(office, pemohon, 'lampirtiga')
    const without = await mine(walk, { note: 'Lupa berkasnya' }, [])
    expect(without.status).toBe(422)
    expect(wordsOf(without.text)).toContain('Pilih berkas yang akan dilampirkan.')
    expect(without.text).toMatch(/id="attach-file"[^>]*aria-invalid="true"/)
    expect(without.text).toContain('Lupa berkasnya')
    const program = { ...(await map('tugas.pdf')), bytes: Buffer.from('MZ bukan pdf') }
    expect(wordsOf((await mine(walk, {}, [program])).text)).toContain('Isi berkas ini bukan PDF')
    expect((await walk.see()).attachments).toEqual([])
  })

  test('whose form came from an old page finds the note again, and is asked for the file', async () => {
    const walk = await applyFor(office, pemohon, 'lampirsembilan')
    const stale = await office.as('pemohon')
    stale.csrf = 'kunci lama'
    const page = `/mine/${walk.id}`
    const sent = await stale.post(`${page}/attach`, { act: 'attach', note: 'Denah lama' }, [await map()], page)
    expect(sent.location).toBe(`${page}?restore=1`)
    const { text } = await stale.get(sent.location)
    expect(text).toContain('Denah lama')
    expect(wordsOf(text)).toContain('Pilih berkasnya sekali lagi')
    expect((await walk.see()).attachments).toEqual([])
  })

  test('finds no such form on a request that has ended, and is told so when it ended meanwhile', async () => {
    const walk = await applyFor(office, pemohon, 'lampirempat')
    await pemohon.post(`/mine/${walk.id}/withdraw`, { act: 'withdraw', key: randomUUID(), reason: 'Batal' })
    expect(await onMine(walk)).not.toContain('Lampirkan berkas')
    const late = await mine(walk, { note: 'Terlambat' }, [await map()])
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('sudah selesai')
    expect(wordsOf(late.text)).toContain('Terlambat')
  })
})

describe('an officer', () => {
  test('attaches for the office alone, and then the applicant neither sees nor fetches it', async () => {
    const walk = await applyFor(office, pemohon, 'lampirlima')
    const sent = await desk(walk, { note: 'Nota dinas' }, [await map('nota.pdf')])
    expect([sent.status, sent.location]).toEqual([303, `/dossiers/${walk.id}`])
    expect(await onDesk(walk)).toContain('hanya untuk petugas')
    expect(await onMine(walk)).not.toContain('nota.pdf')
    const paper = (await walk.see()).attachments[0]?.paper.id
    expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}`)).status).toBe(200)
    for (const address of [`/mine/${walk.id}/papers/${paper}`, `/dossiers/${walk.id}/papers/${paper}`])
      expect((await pemohon.get(address)).status, address).toBe(404)
  })

  test('attaches for the applicant too, also after the end, and the letter to read stays the applicant’s', async () => {
    const walk = await applyFor(office, pemohon, 'lampirenam')
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
    const before = /paper-title[\s\S]*?<\/figcaption>/.exec((await pelaksana.get(`/dossiers/${walk.id}`)).text)?.[0]
    await pemohon.post(`/mine/${walk.id}/withdraw`, { act: 'withdraw', key: randomUUID(), reason: 'Batal' })
    await desk(walk, { note: '', visible: 'yes' }, [await map('berita-acara.pdf')])
    const after = /paper-title[\s\S]*?<\/figcaption>/.exec((await pelaksana.get(`/dossiers/${walk.id}`)).text)?.[0]
    expect(after).toBe(before)
    expect(await onMine(walk)).toContain('Lampiran: berita-acara.pdf')
    expect(await onMine(walk)).toContain('Berkas dilampirkan: berita-acara.pdf')
  })

  test('is told beside the field what is missing', async () => {
    const walk = await applyFor(office, pemohon, 'lampirtujuh')
    const answer = await desk(walk, { note: 'Tanpa berkas' }, [])
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="attach-all-file"[^>]*aria-invalid="true"/)
    expect(answer.text).toContain('Tanpa berkas')
  })
})

test('nobody else attaches anything', async () => {
  const walk = await applyFor(office, pemohon, 'lampirdelapan')
  const files = [await map()]
  const head = await office.as('admin')
  await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
  const refused = await head.post(`/dossiers/${walk.id}`, { do: 'attach', task: '', key: randomUUID() }, files)
  const asOfficer = await pemohon.post(`/dossiers/${walk.id}`, { do: 'attach', task: '', key: randomUUID() }, files)
  const asApplicant = await pelaksana.post(`/mine/${walk.id}/attach`, { act: 'attach', key: randomUUID() }, files)
  expect([refused, asOfficer, asApplicant].map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await walk.see()).attachments).toEqual([])
  const other = await walk.send(post('arsiparis'), {
    type: 'attach',
    paper: paperOf('peta', randomUUID()),
    note: '',
    visibleToApplicant: true,
  })
  expect(other.ok).toBe(false)
})
