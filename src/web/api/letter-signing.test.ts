// A program goes on with a letter that waits for its signature: scan, given-up number; nobody else's program does.
import { createHash, randomUUID } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { atSending } from '../../../test/support/at-sending.ts'
import { sendFile, uploaded } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import type { Walk } from '../../../test/support/walk.ts'

let office: TestOffice
let technician: Program
beforeAll(async () => {
  office = await startOffice()
  technician = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

/** Its program chooses the way of signing, and the page is frozen under its number. */
const begun = async (name: string): Promise<{ walk: Walk; at: string }> => {
  const walk = await atSending(office, name)
  const { task } = await walk.task()
  const body = { act: 'send', phase: 'send', draft: '', signing: 'wet' }
  expect((await technician.post(`/dossiers/${walk.id}/tasks/${task}/finish`, body)).status).toBe(200)
  await office.jobsDone()
  return { walk, at: `/dossiers/${walk.id}/letters/${(await letterOf(walk)).id}` }
}

const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters[0]
  if (!letter) throw new Error('no letter')
  return letter
}

const scanOf = async (walk: Walk): Promise<Uint8Array> => {
  const frozen = (await letterOf(walk)).signing?.prepared?.sha256 ?? ''
  const scan = await PDFDocument.create()
  const [page] = await scan.embedPdf((await office.office.tools.files.read(frozen)) ?? new Uint8Array())
  if (page) scan.addPage([595, 842]).drawPage(page)
  return scan.save()
}

test('the scan of a letter that was signed by hand is filed once, however often it is sent, and sends the letter', async () => {
  const { walk, at } = await begun('pindai-satu')
  const bytes = await scanOf(walk)
  const body = { upload: (await sendFile(technician, bytes)).json.upload }
  const key = { 'idempotency-key': randomUUID() }
  const filed = await technician.post(`${at}/scan`, body, key)
  expect([filed.status, filed.json.repeated], JSON.stringify(filed.json)).toEqual([200, false])
  const letter = await letterOf(walk)
  expect(letter.paper?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(letter.signing?.signature).toMatchObject({ method: 'wet', match: { by: 'code' } })
  const again = await technician.post(`${at}/scan`, body, key)
  expect([again.status, again.json.repeated]).toEqual([200, true])
  expect((await technician.post(`${at}/scan`, body)).status).toBe(409)
})

test('a scan whose code cannot be read asks for the eyes of the officer, and an unknown upload is named', async () => {
  const { walk, at } = await begun('pindai-dua')
  const unknown = await technician.post(`${at}/scan`, { upload: randomUUID() })
  const upload = await uploaded(technician, 'Surat tanpa kode')
  const unread = await technician.post(`${at}/scan`, { upload })
  expect([unknown, unread].map(({ status, json }) => [status, json.errors[0].path])).toEqual([
    [422, '/upload'],
    [422, '/eye'],
  ])
  expect((await technician.post(`${at}/scan`, { upload, eye: 'Kode tertutup cap basah' })).status).toBe(200)
  expect((await letterOf(walk)).signing?.signature?.match).toEqual({ by: 'eye', reason: 'Kode tertutup cap basah' })
})

test('a number is given up with a reason; where no outcome is unknown there is none to settle', async () => {
  const { walk, at } = await begun('pindai-tiga')
  const { number } = await letterOf(walk)
  expect((await technician.post(`${at}/settle-signing`, { reason: 'Sudah diperiksa' })).status).toBe(409)
  expect((await technician.post(`${at}/void`, { reason: ' ' })).status).toBe(422)
  expect((await technician.post(`${at}/void`, { reason: 'Salah alamat' })).status).toBe(200)
  expect(await letterOf(walk)).toMatchObject({ number: null, voided: [{ number, reason: 'Salah alamat' }] })
})

test('may be sealed instead by a program, which is told that it may; nothing has to be sent to make it as it was begun', async () => {
  const { walk } = await begun('pindai-lima')
  const { number, task } = await letterOf(walk)
  const at = `/dossiers/${walk.id}/tasks/${task}`
  expect((await technician.get(at)).json.may).toContain('retry-letter')
  expect((await technician.post(`${at}/retry-letter`)).status).toBe(409)
  expect((await technician.post(`${at}/retry-letter`, { signing: 'pena' })).json.errors[0].path).toBe('/signing')
  expect((await technician.post(`${at}/retry-letter`, { signing: 'seal' })).status).toBe(200)
  await office.jobsDone()
  expect(await letterOf(walk)).toMatchObject({ number, signing: { signature: { method: 'seal' } } })
})

test('is nobody else’s, nor of a token that only reads', async () => {
  const { walk, at } = await begun('pindai-empat')
  const reader = await programOf(office, 'pelaksana', { scopes: ['read'] })
  const others = [reader, await programOf(office, 'pemohon'), await programOf(office, 'kabid')]
  const before = (await walk.see()).version
  for (const program of others)
    for (const deed of ['void', 'settle-signing'])
      expect((await program.post(`${at}/${deed}`, { reason: 'Salah alamat' })).status).toBeOneOf([403, 404])
  expect((await walk.see()).version).toBe(before)
})
