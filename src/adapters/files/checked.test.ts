// What was kept is looked at again whenever it is read: bytes that have changed are never handed over.
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DamagedFile, type FileTrouble, SMALL_FILE_BYTES } from './checked.ts'
import { placeOf } from './places.ts'
import { createFileStore, type FileStore } from './store.ts'

let folder: string
let files: FileStore
let told: [string, FileTrouble][]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-files-'))
  told = []
  files = createFileStore(folder, (...trouble) => told.push(trouble))
})
afterEach(() => rm(folder, { recursive: true }))

const keep = async (bytes: Buffer): Promise<string> => {
  const kept = await files.put([bytes], { maxBytes: 100_000_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  return kept.value.sha256
}
/** One bit of one byte, as a tired disk does it. */
const turnOneBit = async (sha256: string): Promise<void> => {
  const place = placeOf(folder, sha256)
  const bytes = await readFile(place)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  await writeFile(place, bytes)
}
const LARGE = Buffer.alloc(SMALL_FILE_BYTES + 1_000_000, 'surat ')

describe('A paper of which one bit has turned', () => {
  test('is refused whole when it is small: not one byte leaves', async () => {
    const sha256 = await keep(Buffer.from('Surat permohonan'))
    await turnOneBit(sha256)
    await expect(files.read(sha256)).rejects.toThrow(DamagedFile)
    await expect(files.open(sha256)).rejects.toThrow(DamagedFile)
    expect(told).toEqual([
      [sha256, 'damaged'],
      [sha256, 'damaged'],
    ])
  })

  test('breaks off before its end when it is large, so that nobody takes it for whole', async () => {
    const sha256 = await keep(LARGE)
    await turnOneBit(sha256)
    const opened = await files.open(sha256)
    let got = 0
    const reading = (async () => {
      for await (const piece of opened?.stream ?? []) got += piece.length
    })()
    await expect(reading).rejects.toThrow(DamagedFile)
    expect(got).toBeLessThan(LARGE.length)
    expect(told).toEqual([[sha256, 'damaged']])
  })
})

test('a paper that was cut short is damaged, one that is gone is missing, and the others are whole', async () => {
  const [whole, cut, gone] = [
    await keep(LARGE),
    await keep(Buffer.from('terpotong')),
    await keep(Buffer.from('hilang')),
  ]
  await truncate(placeOf(folder, cut), 3)
  await rm(placeOf(folder, gone))
  expect(await Promise.all([whole, cut, gone, 'x'].map(files.look))).toEqual(['whole', 'damaged', 'missing', 'missing'])
  const opened = await files.open(whole)
  expect(opened && (await buffer(opened.stream)).equals(LARGE)).toBe(true)
  expect(await files.open(gone)).toBeNull()
  expect(told).toEqual([[gone, 'missing']])
})
