// A large file looked into piece by piece: told the same as when all of it is held, wherever the windows meet.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HeldFile, withHolds } from './held.ts'
import { inspectLargePdf, inspectPdf } from './inspect.ts'
import { joined, makePdf, text } from './samples.fixture.ts'
import { createFileStore } from './store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-sight-'))
})
afterAll(() => rm(folder, { recursive: true }))

const kept = async (bytes: Uint8Array): Promise<string> => {
  const put = await createFileStore(folder).put([bytes], { maxBytes: 100_000_000 })
  return put.ok ? put.value.sha256 : ''
}

const WINDOW = 1_048_576
const page = '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n'
const end = (more: string) => text(`trailer\n<</Root 1 0 R${more}>>\nstartxref\n9\n%%EOF\n`)
/** A catalogue, its page and a trailer behind a picture of so many bytes, of which nobody says how long it is. */
const behindPicture = (bytes: number, { catalogue = '', trailer = '' } = {}): Uint8Array => {
  const picture = Buffer.alloc(bytes, randomBytes(997).toString('base64'))
  const rest = text(`\nendstream endobj\n1 0 obj<</Type/Catalog/Pages 2 0 R${catalogue}>>endobj\n${page}`)
  return joined(text('%PDF-1.7\n4 0 obj<</Length 5 0 R>>stream\n'), picture, rest, end(trailer))
}

test('each word is found where two windows meet, at every place of the seam', async () => {
  const files = createFileStore(folder)
  for (let off = 0; off <= 180; off += 3) {
    const bytes = behindPicture(WINDOW - off)
    const sha256 = await kept(bytes)
    expect([off, await files.within(sha256, inspectLargePdf)]).toEqual([off, inspectPdf(bytes)])
    expect(inspectPdf(bytes)).toMatchObject({ ok: true, pages: 1 })
  }
})

test('what is locked, cut short or runs a script is told in a large file as in a small one', async () => {
  const files = createFileStore(folder)
  const faultOf = async (bytes: Uint8Array) => {
    const found = await files.within(await kept(bytes), inspectLargePdf)
    return found && (found.ok ? found.pages : found.fault)
  }
  const size = 9_000_000
  expect(await faultOf(behindPicture(size))).toBe(1)
  expect(await faultOf(behindPicture(size, { trailer: '/Encrypt 9 0 R' }))).toBe('encrypted')
  expect(await faultOf(behindPicture(size, { catalogue: '/OpenAction<</S/JavaScript/JS(x)>>' }))).toBe('dangerous')
  expect(await faultOf(behindPicture(size).subarray(0, size))).toBe('broken')
  expect(await faultOf(joined(await makePdf({ pages: 3, packed: true }), new Uint8Array(1500)))).toBe(3)
  expect(await faultOf(joined(text('PK\x03\x04'), new Uint8Array(size)))).toBeNull()
})

test('a file that is held is not looked into, and one that is not there is none', async () => {
  const sha256 = await kept(await makePdf())
  const held = withHolds(createFileStore(folder), async () => 'waiting')
  await expect(held.within(sha256, inspectLargePdf)).rejects.toThrow(HeldFile)
  expect(await createFileStore(folder).within('0'.repeat(64), inspectLargePdf)).toBeNull()
})
