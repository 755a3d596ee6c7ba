// Every file from outside passes the malware scanner: a real ClamAV where the machine has one, else the server that speaks as it does.
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClamd } from '../src/adapters/scan/clamd.ts'
import { OUR_SAMPLE, TEST_VIRUS } from '../src/adapters/scan/samples.fixture.ts'
import { startStandInClamd } from '../src/adapters/scan/stand-in.fixture.ts'
import { scanWaiting } from '../src/jobs/scan-waiting.ts'
import { programOf } from './support/api.ts'
import { applyFor, fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { isClamdHere, startClamd } from './support/servers/clamd.ts'
import { type Answer, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let scanner: { port: number; kill: () => Promise<void>; revive: () => Promise<void>; stop: () => Promise<void> }
let pemohon: Visit
let admin: Visit
let pdf: Buffer
let infected: Buffer
beforeAll(async () => {
  scanner = isClamdHere() ? await startClamd() : await standIn()
  office = await startOffice({
    works: false,
    scanner: createClamd({ address: { host: '127.0.0.1', port: scanner.port }, quietMs: 20_000 }),
  })
  pemohon = await office.as('pemohon')
  admin = await office.as('admin')
  pdf = Buffer.from(await letterPdf())
  infected = Buffer.concat([pdf.subarray(0, 9), Buffer.from(`%${OUR_SAMPLE}\n`), pdf.subarray(9)])
})
afterAll(async () => {
  await office.stop()
  await scanner.stop()
})

const standIn = async () => {
  const patterns = [
    { name: 'Eicar-Uji', bytes: TEST_VIRUS },
    { name: 'Mipp.Contoh', bytes: OUR_SAMPLE },
  ]
  const { port, pause, resume, stop } = await startStandInClamd({ patterns, mostBytes: 2 * 1024 * 1024 })
  return { port, kill: pause, revive: resume, stop }
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const letter = (): Buffer => Buffer.concat([pdf, Buffer.from(`\n%${randomUUID()}\nstartxref\n0\n%%EOF\n`)])
const bad = (): Buffer => Buffer.concat([infected, Buffer.from(`\n%${randomUUID()}\nstartxref\n0\n%%EOF\n`)])
const stored = async (): Promise<string[]> =>
  (await readdir(join(office.dataFolder, 'files'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
const isStored = async (bytes: Buffer): Promise<boolean> => (await stored()).some((name) => name.endsWith(sha(bytes)))
const apart = (bytes: Buffer): Promise<Buffer> =>
  readFile(join(office.dataFolder, 'quarantine', `${sha(bytes)}.turned`))
const mails = (about: RegExp) =>
  office.office.store
    .inAgency('demak', (db) => db.selectFrom('mail').select(['subject']).where('agency', '=', 'demak').execute())
    .then((rows) => rows.filter(({ subject }) => about.test(subject)).length)

/** The one that waits for a decision on the page of the administrator. */
const heldId = async (): Promise<string> => {
  const page = await admin.get('/quarantine')
  return /action="\/quarantine\/([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
}
const decide = (what: string, reason: string, id: string, by = admin): Promise<Answer> =>
  by.post(`/quarantine/${id}`, { do: what, reason }, [], '/quarantine')

describe('a file in which malware is found', () => {
  test('is refused with a clear sentence, kept apart and made harmless, and the administrators are told', async () => {
    const bytes = bad()
    const answer = await fillIn(pemohon, typed('jahat'), [upload(bytes, 'surat.pdf')])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toMatch(/Pemindai malware menemukan "Mipp\.Contoh[^"]*" dalam berkas ini/)
    expect(answer.text).toContain('Laman arsip daerah')
    expect(await isStored(bytes)).toBe(false)
    const lying = await apart(bytes)
    expect(lying.includes(OUR_SAMPLE)).toBe(false)
    expect(lying.length).toBe(bytes.length)
    expect(await mails(/di karantina/)).toBe(1)
    const page = wordsOf((await admin.get('/quarantine')).text)
    expect(page).toContain('surat.pdf')
    expect(page).toContain('Mipp.Contoh')
    await decide('destroy', 'Bersih-bersih setelah uji', await heldId())
  })

  test.each([
    ['the test virus of all scanners', TEST_VIRUS, 'eicar.com.pdf'],
    [
      'a page that is a PDF as well',
      Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>\n'), OUR_SAMPLE]),
      'laporan.pdf.html',
    ],
  ])('is told as such whatever else is wrong with it: %s', async (_what, bytes, name) => {
    const answer = await fillIn(pemohon, typed('jahat2'), [upload(bytes, name)])
    expect(wordsOf(answer.text)).toContain('Pemindai malware menemukan')
    expect((await decide('destroy', 'Bersih-bersih setelah uji', await heldId())).status).toBe(303)
    await expect(apart(bytes)).rejects.toThrow('ENOENT')
  })

  test('is refused as well when it comes in pieces, and by a program', async () => {
    const bytes = bad()
    const begun = JSON.parse((await pemohon.post('/uploads', { name: 'a.pdf', bytes: String(bytes.length) })).text)
    const headers = { origin: `http://${pemohon.host}`, 'content-type': 'application/octet-stream' }
    const sent = await pemohon.send(
      'POST',
      `/uploads/${begun.upload}/piece?from=0`,
      { ...headers, 'x-mipp-key': pemohon.csrf },
      bytes,
    )
    expect(JSON.parse(sent.text)).toMatchObject({ state: 'refused', reason: expect.stringContaining('dikarantina') })
    const program = await programOf(office, 'pemohon')
    const boundary = 'batas'
    const body = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="b.pdf"\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const posted = await program.send('POST', '/uploads', { body, headers: type })
    expect([posted.status, posted.json.code]).toEqual([422, 'invalid'])
    expect(posted.json.detail).toContain('Pemindai malware menemukan')
    await decide('destroy', 'Bersih-bersih setelah uji', await heldId())
  })

  test('is released by an administrator with a reason that stays in the book; then it may be sent again', async () => {
    const bytes = bad()
    await fillIn(pemohon, typed('keliru'), [upload(bytes, 'keliru.pdf')])
    const id = await heldId()
    const short = await decide('release', 'ya', id)
    expect(short.status).toBe(422)
    expect(wordsOf(short.text)).toContain('Tulis alasannya')
    expect(await isStored(bytes)).toBe(false)
    await decide('release', 'Contoh pelatihan, sudah diperiksa', id)
    expect(wordsOf((await admin.get('/quarantine')).text)).toMatch(/Dilepaskan oleh .*Contoh pelatihan/)
    expect(await isStored(bytes)).toBe(true)
    expect((await decide('destroy', 'Terlambat memutuskan', id)).status).toBe(303)
    expect(await isStored(bytes)).toBe(true)
    const again = await fillIn(pemohon, typed('keliru'), [upload(bytes, 'keliru.pdf')])
    expect(again.status).toBe(303)
  })

  test('is for administrators alone, on the page and for programs', async () => {
    await fillIn(pemohon, typed('siapa'), [upload(bad(), 'siapa.pdf')])
    const id = await heldId()
    for (const role of ['pemohon', 'pelaksana', 'kepala-dinas']) {
      const visit = await office.as(role)
      expect((await visit.get('/quarantine')).status, role).toBe(404)
      expect((await decide('release', 'Saya minta dilepaskan', id, visit)).status, role).toBe(404)
      const program = await programOf(office, role)
      expect((await program.get('/quarantine')).status, role).toBe(403)
      const body = { decision: 'released', reason: 'Saya minta dilepaskan' }
      expect((await program.post(`/quarantine/${id}/decision`, body)).status, role).toBe(403)
    }
    const program = await programOf(office, 'admin')
    const { json } = await program.get('/quarantine')
    expect(json.files.find((one: { quarantine: string }) => one.quarantine === id)).toMatchObject({ state: 'held' })
    const body = { decision: 'destroyed', reason: 'Bersih-bersih setelah uji' }
    expect((await program.post(`/quarantine/${id}/decision`, body)).status).toBe(204)
    expect((await program.post(`/quarantine/${id}/decision`, body)).json.code).toBe('not-open')
  })
})

describe('while the scanner is away', () => {
  test('a file is taken, and opened by nobody until it has been scanned; then by itself', async () => {
    await scanner.kill()
    const walk = await applyFor(office, pemohon, 'tunggu', {}, [upload(letter(), 'surat.pdf')])
    const paper = (await walk.see()).papers.find((one) => one.paper === 'surat-permohonan')
    const pelaksana = await office.as('pelaksana')
    const held = await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}`)
    expect(held.status).toBe(409)
    expect(wordsOf(held.text)).toContain('belum selesai diperiksa')
    expect(
      (await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}/pages/1.png`)).bytes.subarray(1, 4),
    ).not.toEqual(Buffer.from('PNG'))
    const program = await programOf(office, 'pelaksana')
    const content = await program.get(`/dossiers/${walk.id}/papers/${paper?.id}/content`)
    expect([content.status, content.json.detail]).toEqual([503, expect.stringContaining('belum selesai diperiksa')])
    expect((await pemohon.get(`/mine/${walk.id}/papers/${paper?.id}`)).status).toBe(409)
    await scanWaiting(office.office.tools, {}, 1)
    await scanWaiting(office.office.tools, {}, 1)
    expect(await mails(/tidak dapat dihubungi/)).toBe(1)
    const ready = JSON.parse((await office.visitor().get('/readyz')).text)
    expect(ready).toMatchObject({ ok: true, scan: { scanner: expect.stringContaining('ClamAV'), waiting: 1 } })
    await scanner.revive()
    await scanWaiting(office.office.tools, {}, 1)
    expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}`)).status).toBe(200)
  })

  test('what turns out to be infected afterwards goes to quarantine, and its dossier says so', async () => {
    await scanner.kill()
    const bytes = bad()
    const walk = await applyFor(office, pemohon, 'kemudian', {}, [upload(bytes, 'kemudian.pdf')])
    const paper = (await walk.see()).papers.find((one) => one.paper === 'surat-permohonan')
    await scanner.revive()
    await scanWaiting(office.office.tools, {}, 1)
    const pelaksana = await office.as('pelaksana')
    const held = await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}`)
    expect(wordsOf(held.text)).toContain('Berkas dikarantina')
    expect(await isStored(bytes)).toBe(false)
    expect(wordsOf((await admin.get('/quarantine')).text)).toContain('kemudian.pdf')
    await decide('release', 'Contoh pelatihan, sudah diperiksa', await heldId())
    const opened = await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}`)
    expect(sha(opened.bytes)).toBe(sha(bytes))
  })
})

test('without a scanner files are taken, and the administrators and the machines are told that nobody scans', async () => {
  const plain = await startOffice({ works: false })
  const visit = await plain.as('admin')
  expect(wordsOf((await visit.get('/quarantine')).text)).toContain('Belum dipasang: berkas dari luar tidak dipindai')
  expect(JSON.parse((await plain.visitor().get('/readyz')).text).scan.scanner).toBeNull()
  const sent = await fillIn(await plain.as('pemohon'), typed('tanpa'), [upload(letter(), 'surat.pdf')])
  expect([sent.status, sent.location]).toEqual([303, `${SERVICE}/summary`])
  await plain.stop()
})
