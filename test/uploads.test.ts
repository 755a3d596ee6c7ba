// Uploads in bad weather: spoiled, doubled, huge, broken off, dripping. A sentence beside the field, the form kept, nothing left behind.
import { readdir } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joined, text } from '../src/adapters/files/samples.fixture.ts'
import { applyFor, fillIn, lockedPdf, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let hours = 0
beforeAll(async () => {
  const began = Date.now()
  office = await startOffice({
    works: false,
    now: () => new Date(began + hours * 3_600_000).toISOString(),
  })
  pemohon = await office.as('pemohon')
})
afterAll(() => office.stop())

/** What is on its way into the store at this moment. */
const arriving = (at = office): Promise<string[]> => readdir(join(at.dataFolder, 'files', 'incoming')).catch(() => [])
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
const nothingIsLeft = (at = office): Promise<void> => until(async () => (await arriving(at)).length === 0)

/** A Word file or archive whose only part is a thousand times as large when it is unpacked. */
const zipBomb = (name: string): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(100_000_000))
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(100_000_000, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

describe('a file that is no readable PDF is told beside its field, with the rest of the form kept:', () => {
  test.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    ['a web page', async () => text('<!doctype html><script>alert(1)</script>'), 'surat.pdf', /bukan PDF/],
    ['a picture that is a script', async () => text('GIF89a/*\0\0\0\0*/=1;alert(1)//'), 'surat.pdf', /melainkan GIF/],
    [
      'a Word file that unfolds to a hundred megabytes',
      async () => zipBomb('word/document.xml'),
      'surat.docx',
      /bukan PDF/,
    ],
    ['an archive that does', async () => zipBomb('nol.bin'), 'arsip.zip', /bukan PDF, melainkan ZIP/],
    [
      'the test virus of the scanners',
      async () => text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'),
      'eicar.com.pdf',
      /bukan PDF/,
    ],
    [
      'a PDF that ends in the middle',
      async () => (await letterPdf()).subarray(0, 400),
      'surat.pdf',
      /rusak atau tidak lengkap/,
    ],
    ['a locked PDF', lockedPdf, 'surat.pdf', /dikunci dengan kata sandi/],
    ['an archive behind a PDF', async () => joined(await letterPdf(), zipBomb('a')), 'surat.pdf', /rusak/],
    ['an empty file', async () => new Uint8Array(), 'kosong.pdf', /kosong/],
  ])('%s', async (_what, make, name, said) => {
    const answer = await fillIn(pemohon, typed('unggahan'), [upload(await make(), name)])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`id="field-surat-permohonan-error"`)
    expect(wordsOf(answer.text)).toMatch(said)
    expect(answer.text).toContain('Laman arsip daerah')
    expect(await arriving()).toEqual([])
  })
})

test.each([
  [`${'panjang '.repeat(625)}.pdf`, /panjang (panjang )+/],
  ['surat\u0007\u001b[31m\u0000merah.pdf', /surat\[31mmerah\.pdf/],
  ['surat\u202efdp.exe\u2066.pdf', /suratfdp\.exe\.pdf/],
  ['../../../etc/cron.d/jahat.pdf', /jahat\.pdf/],
  ['eicar.com', /eicar\.pdf/],
])('a name that would mislead is kept as plain words: %.40j', async (name, shown) => {
  expect((await fillIn(pemohon, typed('bernama'), [upload(await letterPdf(), name)])).location).toBe(
    `${SERVICE}/summary`,
  )
  const words = wordsOf((await pemohon.get(`${SERVICE}/summary`)).text)
  expect(words).toMatch(shown)
  expect(words).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|\.\.\/|etc|cron/u)
  expect(words.length).toBeLessThan(4000)
})

test('a PDF that starts programs or runs scripts is refused with what to do, however it is packed', async () => {
  for (const useObjectStreams of [false, true]) {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    const launch = pdf.context.obj({ S: PDFName.of('Launch'), F: PDFString.of('cmd.exe') })
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(launch))
    const answer = await fillIn(pemohon, typed('bersenjata'), [upload(await pdf.save({ useObjectStreams }))])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toMatch(/PDF ini dapat menjalankan program saat dibuka.*Cetak ke PDF/)
  }
})

test('a PDF that carries files is kept byte for byte, and handed out as what cannot run', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await pdf.attach(Buffer.from('MZ'), 'surat.exe', { mimeType: 'application/octet-stream' })
  const bytes = await pdf.save({ useObjectStreams: false })
  const walk = await applyFor(office, pemohon, 'bersenjata', {}, [upload(bytes)])
  const paper = (await walk.see()).papers[0]?.id
  const officer = await office.as('pelaksana')
  for (const answer of [
    await pemohon.get(`/mine/${walk.id}/papers/${paper}`),
    await officer.get(`/dossiers/${walk.id}/papers/${paper}`),
  ]) {
    expect(answer.status).toBe(200)
    expect(answer.bytes.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  }
})

describe('a line that is not to be trusted', () => {
  let hasty: TestOffice
  let sender: Visit
  beforeAll(async () => {
    hasty = await startOffice({ works: false, patience: { headersMs: 1000, requestMs: 3000, lookMs: 100 } })
    sender = await hasty.as('pemohon')
  })
  afterAll(() => hasty.stop())

  const start = '--batas\r\ncontent-disposition: form-data; name="surat-permohonan"; filename="s.pdf"\r\n\r\n%PDF-1.7\n'
  const head = (length: number): string =>
    [
      `POST ${SERVICE}/apply HTTP/1.1`,
      `Host: ${sender.host}`,
      `Origin: http://${sender.host}`,
      `Cookie: mipp_session=${sender.cookies.get('mipp_session')}`,
      'Content-Type: multipart/form-data; boundary=batas',
      `Content-Length: ${length}`,
      '',
      '',
    ].join('\r\n')
  const open = (): { socket: Socket; heard: Promise<string> } => {
    const socket = connect(hasty.port, '127.0.0.1')
    let got = ''
    socket.on('data', (chunk) => {
      got += chunk.toString()
    })
    socket.on('error', () => undefined)
    return { socket, heard: new Promise((resolve) => socket.on('close', () => resolve(got))) }
  }

  test('that breaks in the middle of a file leaves nothing of it', async () => {
    const { socket } = open()
    socket.write(`${head(500_000)}${start}${'x'.repeat(10_000)}`)
    await until(async () => (await arriving(hasty)).length === 1)
    socket.destroy()
    await nothingIsLeft(hasty)
    expect((await sender.get('/mine')).status).toBe(200)
  })

  test('that promises more bytes than come is closed when the patience of the server ends, and leaves nothing', async () => {
    const { socket, heard } = open()
    socket.write(`${head(500_000)}${start}`)
    await until(async () => (await arriving(hasty)).length === 1)
    expect(await heard).toMatch(/^HTTP\/1\.1 4(00|08)/)
    await nothingIsLeft(hasty)
  })

  test('that drips byte after byte is closed too, however patient the sender', async () => {
    const { socket, heard } = open()
    socket.write(`${head(500_000)}${start}`)
    const drip = setInterval(() => socket.write('x'), 50)
    expect(await heard).toMatch(/^HTTP\/1\.1 4(00|08)/)
    clearInterval(drip)
    await nothingIsLeft(hasty)
  })

  test('that never ends its headers is closed', async () => {
    const { socket, heard } = open()
    socket.write(`GET / HTTP/1.1\r\nHost: ${sender.host}\r\n`)
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 50)
    expect(await heard).toMatch(/^HTTP\/1\.1 408/)
    clearInterval(drip)
  })

  test('that sends more bytes than it promised is told that the form was cut short', async () => {
    const { socket, heard } = open()
    socket.write(`${head(start.length + 10)}${start}${'x'.repeat(5000)}\r\n--batas--\r\n`)
    expect(await heard).toMatch(/^HTTP\/1\.1 400/)
    await nothingIsLeft(hasty)
  })
})

test('more files than any form has are refused as a whole, and leave nothing on its way', async () => {
  const flood = Array.from({ length: 25 }, () => upload(Buffer.from('%PDF-1.7')))
  const answer = await fillIn(pemohon, typed('banjir'), flood)
  expect(answer.status).toBe(413)
  expect(wordsOf(answer.text)).toContain('terlalu besar')
  await nothingIsLeft()
})

test('of one account only so many files are taken within an hour; the form stays, and an hour later it goes on', async () => {
  hours += 1
  pemohon = await office.as('pemohon')
  const small = Array.from({ length: 20 }, () => upload(Buffer.from('%PDF-1.7')))
  for (let round = 0; round < 6; round += 1) expect((await fillIn(pemohon, typed('rajin'), small)).status).toBe(422)
  const refused = await fillIn(pemohon, typed('rajin'), [upload(await letterPdf())])
  expect(refused.status).toBe(422)
  expect(wordsOf(refused.text)).toContain('Terlalu banyak berkas diunggah')
  expect(refused.text).toContain('Laman arsip daerah')
  const other = await office.as('pelaksana')
  expect((await other.get('/work')).status).toBe(200)
  hours += 1
  expect((await fillIn(pemohon, typed('rajin'), [upload(await letterPdf())])).location).toBe(`${SERVICE}/summary`)
})
