// Files that come in pieces ahead of their form: broken lines, wrong places, restarts, strangers, and the form that names them.
import { createHash, randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../src/adapters/files/samples.fixture.ts'
import { tidy } from '../src/jobs/tidy.ts'
import { programOf } from './support/api.ts'
import { applyFor, fillIn, SERVICE, typed } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Answer, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pdf: Buffer
let days = 0
beforeAll(async () => {
  const began = Date.now()
  office = await startOffice({ works: false, now: () => new Date(began + days * 86_400_000).toISOString() })
  pemohon = await office.as('pemohon')
  pdf = Buffer.from(await letterPdf())
})
afterAll(() => office.stop())

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const told = (answer: Answer) => JSON.parse(answer.text)

const begin = async (visit: Visit, bytes: number, name = 'surat.pdf'): Promise<string> =>
  told(await visit.post('/uploads', { name, bytes: String(bytes) })).upload

type Sent = { from: number; part: Buffer; sha256?: string; key?: string }

const piece = (visit: Visit, upload: string, { from, part, sha256 = sha(part), key = visit.csrf }: Sent) =>
  visit.send(
    'POST',
    `/uploads/${upload}/piece?from=${from}&sha256=${sha256}`,
    { origin: `http://${visit.host}`, 'content-type': 'application/octet-stream', 'x-mipp-key': key },
    part,
  )

const sendAll = async (visit: Visit, bytes: Buffer, name = 'surat.pdf') => {
  const upload = await begin(visit, bytes.length, name)
  return { upload, answer: told(await piece(visit, upload, { from: 0, part: bytes })) }
}

describe('a file sent in pieces', () => {
  test('is whole after its last piece, and the form that names it has it', async () => {
    const upload = await begin(pemohon, pdf.length)
    const half = Math.floor(pdf.length / 2)
    const first = told(await piece(pemohon, upload, { from: 0, part: pdf.subarray(0, half) }))
    expect(first).toMatchObject({ offset: half, state: 'arriving' })
    const last = told(await piece(pemohon, upload, { from: half, part: pdf.subarray(half) }))
    expect(last).toMatchObject({ offset: pdf.length, bytes: pdf.length, state: 'whole', name: 'surat.pdf' })
    const sent = await fillIn(pemohon, { ...typed('potongan'), 'surat-permohonan.upload': upload })
    expect(sent.status).toBe(303)
    const page = await pemohon.get(`${SERVICE}/apply`)
    expect(wordsOf(page.text)).toContain('surat.pdf')
    const kept = await pemohon.get(`${SERVICE}/upload/surat-permohonan`)
    expect(sha(kept.bytes)).toBe(sha(pdf))
  })

  test('goes on where it stopped: a piece for another place is told the place that is wanted, and changes nothing', async () => {
    const upload = await begin(pemohon, pdf.length)
    await piece(pemohon, upload, { from: 0, part: pdf.subarray(0, 100) })
    for (const from of [0, 50, 101, pdf.length]) {
      const answer = await piece(pemohon, upload, { from, part: pdf.subarray(from, from + 10) })
      expect([answer.status, told(answer).offset], String(from)).toEqual([409, 100])
    }
    expect(told(await pemohon.get(`/uploads/${upload}`))).toMatchObject({ offset: 100, state: 'arriving' })
    expect(told(await piece(pemohon, upload, { from: 100, part: pdf.subarray(100) })).state).toBe('whole')
  })

  test('that came changed on its way is not taken, and may be sent again', async () => {
    const upload = await begin(pemohon, pdf.length)
    const spoiled = await piece(pemohon, upload, { from: 0, part: pdf, sha256: sha(Buffer.from('lain')) })
    expect(spoiled.status).toBe(503)
    expect(told(spoiled).reason).toContain('berubah di perjalanan')
    expect(told(await pemohon.get(`/uploads/${upload}`)).offset).toBe(0)
    expect(told(await piece(pemohon, upload, { from: 0, part: pdf })).state).toBe('whole')
  })

  test('longer than was told at the start is refused, and what was there stays', async () => {
    const upload = await begin(pemohon, 200)
    await piece(pemohon, upload, { from: 0, part: pdf.subarray(0, 150) })
    expect((await piece(pemohon, upload, { from: 150, part: pdf.subarray(150, 260) })).status).toBe(413)
    expect(told(await pemohon.get(`/uploads/${upload}`)).offset).toBe(150)
  })

  test('whose last answer was lost is told that it is whole when the piece comes again', async () => {
    const { upload } = await sendAll(pemohon, pdf)
    expect(told(await piece(pemohon, upload, { from: 0, part: pdf })).state).toBe('whole')
  })

  test('is told beside its progress what is wrong with it, and nothing of it stays', async () => {
    const before = await readdir(join(office.dataFolder, 'arriving'))
    const { upload, answer } = await sendAll(pemohon, Buffer.from(text('<html><script>alert(1)</script>')))
    expect(answer).toMatchObject({ state: 'refused', reason: expect.stringMatching(/bukan PDF/) })
    expect((await pemohon.get(`/uploads/${upload}`)).status).toBe(404)
    expect(await readdir(join(office.dataFolder, 'arriving'))).toEqual(before)
  })

  test('survives a restart of the server between two pieces', async () => {
    const upload = await begin(pemohon, pdf.length)
    await piece(pemohon, upload, { from: 0, part: pdf.subarray(0, 300) })
    const { ownerUrl, dataFolder } = office
    const again = await startOffice({ works: false, on: { ownerUrl, dataFolder } })
    const visit = await again.as('pemohon')
    expect(told(await visit.get(`/uploads/${upload}`)).offset).toBe(300)
    expect(told(await piece(visit, upload, { from: 300, part: pdf.subarray(300) })).state).toBe('whole')
    await again.stop()
  })

  test('is taken back by whoever sent it, and a form that still names it says so beside the field', async () => {
    const { upload } = await sendAll(pemohon, pdf)
    expect((await pemohon.post(`/uploads/${upload}/drop`, {})).status).toBe(204)
    expect((await pemohon.post(`/uploads/${upload}/drop`, {})).status).toBe(404)
    const sent = await fillIn(pemohon, { ...typed('hilang'), 'surat-permohonan.upload': upload })
    expect(sent.status).toBe(422)
    expect(wordsOf(sent.text)).toContain('Unggahan itu tidak ada atau bukan milik Anda')
  })
})

describe('of somebody else', () => {
  test('an upload is neither seen, added to, taken back nor named in a form', async () => {
    const upload = await begin(pemohon, pdf.length)
    const { upload: whole } = await sendAll(pemohon, pdf)
    const other = await office.as('pelaksana')
    for (const one of [upload, whole]) {
      expect((await other.get(`/uploads/${one}`)).status).toBe(404)
      expect((await piece(other, one, { from: 0, part: pdf })).status).toBe(404)
      expect((await other.post(`/uploads/${one}/drop`, {})).status).toBe(404)
    }
    const walk = await applyFor(office, pemohon, `orang-${randomUUID().slice(0, 6)}`)
    const task = (await walk.task()).task
    const attached = await other.post(`/dossiers/${walk.id}`, {
      do: 'attach',
      task,
      key: randomUUID(),
      note: '',
      'file.upload': whole,
    })
    expect(attached.status).toBe(422)
    expect((await walk.see()).attachments).toEqual([])
  })

  test('a stranger, another site and a page without the key of the session are turned away', async () => {
    const stranger = office.visitor()
    const upload = await begin(pemohon, pdf.length)
    expect((await stranger.get(`/uploads/${upload}`)).status).toBe(404)
    expect((await piece(stranger, upload, { from: 0, part: pdf })).status).toBe(401)
    expect((await piece(pemohon, upload, { from: 0, part: pdf, key: 'salah' })).status).toBe(401)
    const elsewhere = await pemohon.send(
      'POST',
      `/uploads/${upload}/piece?from=0`,
      { origin: 'https://lain.example', 'content-type': 'application/octet-stream', 'x-mipp-key': pemohon.csrf },
      pdf,
    )
    expect(elsewhere.status).toBe(403)
    expect(told(await pemohon.get(`/uploads/${upload}`)).offset).toBe(0)
  })
})

describe('one person', () => {
  test('has fifty files on their way at most, and no file above two hundred megabytes', async () => {
    const other = await office.as('kabid')
    expect((await other.post('/uploads', { name: 'besar.pdf', bytes: String(300 * 1024 * 1024) })).status).toBe(413)
    for (let count = 0; count < 50; count += 1) await begin(other, 10)
    const more = await other.post('/uploads', { name: 'lagi.pdf', bytes: '10' })
    expect(more.status).toBe(429)
    expect(told(more).reason).toContain('belum dipakai')
  })
})

test('a counter with fifty letters and their enclosures is not stopped; somebody else is, after 120 files in an hour', async () => {
  const answersOf = async (visit: Visit): Promise<number[]> => {
    const answers: number[] = []
    for (let count = 0; count < 122; count += 1) {
      const begun = await visit.post('/uploads', { name: 'surat.pdf', bytes: '10' })
      answers.push(begun.status)
      if (begun.status === 200 || begun.status === 201) await visit.post(`/uploads/${told(begun).upload}/drop`, {})
    }
    return answers
  }
  expect((await answersOf(await office.as('pelaksana'))).filter((status) => status === 429)).toEqual([])
  expect((await answersOf(await office.as('pemohon-perusahaan'))).slice(-2)).toEqual([429, 429])
})

describe('what nobody goes on with', () => {
  test('is cleared away after a day, its bytes a day later', async () => {
    const upload = await begin(pemohon, pdf.length)
    await piece(pemohon, upload, { from: 0, part: pdf.subarray(0, 100) })
    days = 3
    await tidy(office.office.tools, {}, 1)
    const visit = await office.as('pemohon')
    expect((await visit.get(`/uploads/${upload}`)).status).toBe(404)
    await expect(stat(join(office.dataFolder, 'arriving', upload))).rejects.toThrow()
  })
})

describe('a program', () => {
  test('sends a file in pieces, is told where to go on, and names it in an attachment', async () => {
    const program = await programOf(office, 'pemohon')
    const visit = await office.as('pemohon')
    const walk = await applyFor(office, visit, `program-${randomUUID().slice(0, 6)}`)
    const begun = await program.post('/uploads/begin', { name: 'denah.pdf', bytes: pdf.length })
    expect(begun.status).toBe(201)
    const { upload } = begun.json
    const patch = (from: number, body: Buffer) =>
      program.send('PATCH', `/uploads/${upload}?from=${from}&sha256=${sha(body)}`, {
        body,
        headers: { 'content-type': 'application/octet-stream' },
      })
    expect((await patch(0, pdf.subarray(0, 64))).json).toMatchObject({ offset: 64, state: 'arriving' })
    expect((await patch(0, pdf.subarray(0, 64))).json.code).toBe('out-of-step')
    expect((await program.get(`/uploads/${upload}`)).json.offset).toBe(64)
    expect((await patch(64, pdf.subarray(64))).json.state).toBe('whole')
    expect((await program.post(`/dossiers/${walk.id}/attachments`, { upload })).status).toBeLessThan(300)
    const wrong = await program.post('/uploads/begin', { name: 'x.pdf', bytes: 4 })
    const refused = await program.send('PATCH', `/uploads/${wrong.json.upload}?from=0`, {
      body: Buffer.from('abcd'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect([refused.status, refused.json.code]).toEqual([422, 'invalid'])
    expect((await program.send('DELETE', `/uploads/${upload}`)).status).toBe(204)
    expect((await program.send('DELETE', `/uploads/${upload}`)).status).toBe(404)
  })
})
