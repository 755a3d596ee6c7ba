// What a clumsy or hostile hand sends: every answer is a clear sentence, never a fault of ours, and nothing typed is lost.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Answer, type FormFields, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, post, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit
beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
})
afterAll(() => office.stop())

let count = 0
const aRequest = (): Promise<Walk> => submitted(office, subdomainForm(`masukan${++count}`))
const enter = async (walk: Walk, fields: FormFields): Promise<Answer> =>
  pelaksana.post(`/dossiers/${walk.id}`, {
    do: 'finish',
    task: (await walk.task()).task,
    key: randomUUID(),
    urgency: 'biasa',
    secrecy: 'biasa',
    receivedOn: '2026-01-05',
    note: 'Lengkap',
    ...fields,
  })
const mine = (walk: Walk, act: string, fields: FormFields): Promise<Answer> =>
  pemohon.post(`/mine/${walk.id}/${act}`, { act, key: randomUUID(), ...fields }, [], `/mine/${walk.id}`)

describe('an address that somebody made up', () => {
  const forged = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

  test.each([
    '/check/a%00b',
    '/track/%00',
    '/search?q=a%00b',
    '/registers/subdomain?after=a%00b',
    `/agenda?after=${forged(['2026-01-01T00:00:00Z', 'a\u0000b'])}`,
    `/agenda?after=${forged(['0000-01-01T00:00:00Z', '1'])}`,
    `/work?after=${forged([null, '0000-01-01T00:00:00Z', randomUUID()])}`,
    `/search?q=a&after=${forged([true, '0000-01-01T00:00:00Z', randomUUID()])}`,
    '/mine?page=99999999999999999999',
    '/agenda?year=99999',
    `/dossiers/${'9'.repeat(3000)}`,
    '/people/%F0%9F%98%80',
    '/sign-in?to=%E0%A4%A',
  ])('is answered by a page, never by a fault: %s', async (path) => {
    for (const visit of [office.visitor(), pemohon, pelaksana, await office.as('admin')]) {
      const answer = await visit.get(path)
      expect(answer.status).toBeLessThan(500)
    }
  })

  test('with a host that no browser would send is turned away', async () => {
    for (const host of ['a b<>', 'evil.example/@demak.localhost', 'x@demak.localhost']) {
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain('400 Bad Request')
    }
  })
})

describe('an officer’s form', () => {
  test.each(['0000-01-01', '2026-02-31', '1026-01-05', '9999-12-31', 'kemarin'])(
    'with the day %s says so beside the field and keeps the rest',
    async (receivedOn) => {
      const walk = await aRequest()
      const answer = await enter(walk, { receivedOn, note: 'Catatan yang tetap ada' })
      expect(answer.status).toBe(422)
      expect(wordsOf(answer.text)).toContain('Tulis tanggal yang benar')
      expect(answer.text).toContain('Catatan yang tetap ada')
      expect((await walk.task()).step).toBe('catat')
    },
  )

  test('with a note longer than anybody reads says how long it may be, and gives it back whole', async () => {
    const walk = await aRequest()
    const note = 'Panjang sekali. '.repeat(200)
    const answer = await enter(walk, { note })
    expect([409, 422]).toContain(answer.status)
    expect(wordsOf(answer.text)).toContain('paling panjang 2.000 huruf')
    expect(answer.text).toContain(note.trim())
  })

  test('is not read to its end when it is a flood, and says so', async () => {
    const walk = await aRequest()
    const flood = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`isian${at}`, 'x']))
    const answer = await enter(walk, flood)
    expect(answer.status).toBe(413)
    expect(wordsOf(answer.text)).toContain('terlalu besar')
  })
})

describe('an applicant’s words', () => {
  test('of a hundred thousand letters come back whole, with a sentence beside them and the upload kept', async () => {
    const text = 'Keperluan panjang. '.repeat(5_500)
    const answer = await fillIn(pemohon, typed('panjang', { keperluan: text }), [upload(await letterPdf())])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toMatch(/paling panjang \d+ huruf; sekarang \d+/)
    expect(answer.text).toContain(text.trim())
    expect(wordsOf(answer.text)).toContain('surat.pdf')
  })

  test.each(['withdraw', 'rate'])('of a reason too long are refused, not cut (%s)', async (act) => {
    const walk = await aRequest()
    const long = 'Alasan panjang. '.repeat(200)
    const answer = await mine(walk, act, { reason: long, comment: long, score: '4' })
    expect(answer.status).toBeGreaterThanOrEqual(409)
    expect(answer.text).toContain(long.trim())
    expect((await walk.see()).status).toBe('open')
  })

  test('stay on the page when what they were meant for is no longer possible', async () => {
    const walk = await aRequest()
    const late = await mine(walk, 'rate', { score: '3', comment: 'Komentar saya yang panjang' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Komentar saya yang panjang')
    expect(wordsOf(late.text)).toContain('setelah permohonan selesai')
    const task = await walk.task()
    await walk.send(post('pelaksana'), { type: 'return', task: task.task, reason: 'Perbaiki' })
    const gone = await mine(walk, 'finish', { task: task.task, note: 'Catatan penerimaan saya' })
    expect(gone.status).toBe(409)
    expect(wordsOf(gone.text)).toContain('Catatan penerimaan saya')
  })

  test('that would turn the reading direction around do not get into the dossier', async () => {
    const walk = await aRequest()
    await mine(walk, 'comment', { text: 'Biaya \u202E000.1\u202C rupiah 😀 عربي' })
    expect((await walk.see()).comments[0]?.text).toBe('Biaya 000.1 rupiah 😀 عربي')
  })
})

describe('a wanted name', () => {
  test.each([
    ['Arsip Baru!', 'hanya boleh huruf kecil a-z'],
    ['-arsip', 'hanya boleh huruf kecil a-z'],
    ['arsip.dinas', 'hanya boleh huruf kecil a-z'],
    ['xn--arsip-abc', 'hanya boleh huruf kecil a-z'],
    ['аrsip', 'hanya boleh huruf kecil a-z'],
    ['a'.repeat(64), 'paling panjang 63 huruf'],
    ['a'.repeat(60_000), 'paling panjang 63 huruf'],
    ['www', 'dicadangkan untuk keperluan kantor'],
    ['ns7', 'dicadangkan untuk keperluan kantor'],
    ['', 'belum diisi'],
  ])('that may not be given out is not sent, and is told beside its field: %.20s', async (name, sentence) => {
    const answer = await fillIn(pemohon, { ...typed('nama'), 'nama-domain': name }, [upload(await letterPdf())])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    expect(answer.text).toContain('Laman arsip daerah')
    expect((await pemohon.get(`${SERVICE}/summary`)).location).toBe(`${SERVICE}/apply?check=1`)
  })
})

describe('an upload', () => {
  test.each([
    [`${'a'.repeat(119)}😀.pdf`, /a{119}😀\.pdf/],
    ['../../etc/passwd', /passwd\.pdf/],
    ['C:\\Dokumen\\surat.pdf', /surat\.pdf/],
    ['\u202Efdp.exe', /fdp\.pdf/],
    ['<script>alert(1)<x>.pdf', /alert\(1\)/],
    ['', /surat-permohonan\.pdf/],
    ['.pdf', /surat-permohonan\.pdf/],
  ])('called %j is kept under a name that harms nobody', async (name, shown) => {
    const filled = await fillIn(pemohon, typed(`nama${++count}`), [upload(await letterPdf(), name)])
    expect(filled.location).toBe(`${SERVICE}/summary`)
    const summary = await pemohon.get(`${SERVICE}/summary`)
    expect(wordsOf(summary.text)).toMatch(shown)
    expect(summary.text).not.toContain('<script>alert')
    const down = await pemohon.get(`${SERVICE}/upload/surat-permohonan`)
    expect(down.status).toBe(200)
    expect(down.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.~%!-]+$/,
    )
    expect(down.headers['content-security-policy']).toContain('sandbox')
  })

  test('of two files in one field counts the last, as the page would show it', async () => {
    const two = [upload(await letterPdf(), 'pertama.pdf'), upload(await letterPdf('Yang kedua'), 'kedua.pdf')]
    expect((await fillIn(pemohon, typed('duaberkas'), two)).location).toBe(`${SERVICE}/summary`)
    const words = wordsOf((await pemohon.get(`${SERVICE}/summary`)).text)
    expect(words).toContain('kedua.pdf')
    expect(words).not.toContain('pertama.pdf')
    const faulty = [upload(await letterPdf(), 'baik.pdf'), upload(Buffer.from('<html>'), 'halaman.pdf')]
    const answer = await fillIn(pemohon, typed('duaberkas'), faulty)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Isi berkas ini bukan PDF')
  })

  test('that carries a script is refused in a sentence that says what to do', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.addJavaScript('mulai', 'app.alert(1)')
    const answer = await fillIn(pemohon, typed('berskrip'), [upload(await pdf.save())])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('skrip')
    expect(answer.text).toContain('Laman arsip daerah')
  })

  test('is read as a picture and downloaded as what cannot run', async () => {
    const walk = await applyFor(office, pemohon, 'tanpaskrip', {}, [upload(await letterPdf())])
    const paper = (await walk.see()).papers[0]?.id
    const page = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(page.text).toContain(`/papers/${paper}/pages/1.png`)
    expect(page.text).not.toMatch(/<(iframe|object|embed)/)
    const picture = await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}/pages/1.png`)
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png'])
    const { headers } = await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}`)
    expect(headers['content-disposition']).toMatch(/^attachment/)
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  test('of forty megabytes is refused in a sentence, with everything typed still there', async () => {
    const answer = await fillIn(pemohon, typed('raksasa'), [upload(Buffer.alloc(41 * 1024 * 1024, 37))])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Berkas terlalu besar')
    expect(answer.text).toContain('Laman arsip daerah')
  })

  test('that breaks off in the middle leaves nothing behind and is no fault of ours', async () => {
    const length = 500_000
    const head = [
      `POST ${SERVICE}/apply HTTP/1.1`,
      `Host: ${pemohon.host}`,
      `Origin: http://${pemohon.host}`,
      `Cookie: mipp_session=${pemohon.cookies.get('mipp_session')}`,
      'Content-Type: multipart/form-data; boundary=batas',
      `Content-Length: ${length}`,
      '',
      '--batas\r\ncontent-disposition: form-data; name="surat-permohonan"; filename="s.pdf"\r\n\r\n%PDF-1.7',
    ].join('\r\n')
    await raw(head, 300)
    expect((await pemohon.get('/mine')).status).toBe(200)
  })
})

/** Bytes straight onto the line, as no browser would send them; what came back until the line closed. */
const raw = (text: string, waitMs = 5_000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(office.port, '127.0.0.1')
    let got = ''
    const timer = setTimeout(() => socket.destroy(), waitMs)
    socket.on('data', (chunk) => {
      got += chunk.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(got)
    })
    socket.write(text)
  })
