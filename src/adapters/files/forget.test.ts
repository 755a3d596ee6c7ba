// Files that nobody refers to go; what is somebody's, or is being sent again at this moment, stays.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rename, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeOf } from './places.ts'
import { createFileStore, type FileStore } from './store.ts'

let folder: string
let files: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-files-'))
  files = createFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const before = '2026-11-19T00:00:00.000Z'
const [old, fresh] = [new Date('2026-11-18T00:00:00Z'), new Date('2026-11-20T00:00:00Z')]
const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex')

const keep = async (words: string, at: Date): Promise<string> => {
  const kept = await files.put([Buffer.from(words)], { maxBytes: 1000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  await utimes(placeOf(folder, kept.value.sha256), at, at)
  return kept.value.sha256
}
const everything = async (): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
const usedBy = (used: string[]) => async (asked: string[]) => new Set(asked.filter((one) => used.includes(one)))

test('an old file that no row refers to goes; one that is referred to, and a new one, stay', async () => {
  const [paper, left, new_] = [await keep('surat', old), await keep('ditinggalkan', old), await keep('baru', fresh)]
  expect(await files.forget(before, usedBy([paper]))).toEqual({ removed: 1, bytes: 12, isForeign: false })
  expect((await everything()).sort()).toEqual([paper, new_].sort())
  expect(await files.read(left)).toBeNull()
})

test('a trial says what would go, and takes nothing away', async () => {
  const [paper, left] = [await keep('surat', old), await keep('ditinggalkan', old)]
  const trial = await files.forget(before, usedBy([paper]), { isTrial: true })
  expect(trial).toEqual({ removed: 1, bytes: 12, isForeign: false })
  expect((await everything()).sort()).toEqual([paper, left].sort())
})

test('a file that is sent again while the list is gone through is not taken away', async () => {
  const paper = await keep('surat', old)
  const left = await keep('dikirim lagi', old)
  const inUse = async (asked: string[]): Promise<Set<string>> => {
    await files.put([Buffer.from('dikirim lagi')], { maxBytes: 1000 })
    return usedBy([paper])(asked)
  }
  expect(await files.forget(before, inUse)).toEqual({ removed: 0, bytes: 0, isForeign: false })
  expect(await files.read(left)).toEqual(Buffer.from('dikirim lagi'))
  expect((await everything()).sort()).toEqual([paper, left].sort())
})

test('a file that a row comes to refer to while the list is gone through stays', async () => {
  const [paper, left] = [await keep('surat', old), await keep('baru dirujuk', old)]
  const used = [paper]
  const inUse = async (asked: string[]): Promise<Set<string>> => {
    const answer = await usedBy([...used])(asked)
    used.push(left)
    return answer
  }
  expect(await files.forget(before, inUse)).toEqual({ removed: 0, bytes: 0, isForeign: false })
  expect((await everything()).sort()).toEqual([paper, left].sort())
})

test('what a crash left aside in the middle goes back to its place', async () => {
  const [paper, held] = [await keep('surat', old), await keep('dipegang', fresh)]
  await rename(placeOf(folder, held), join(folder, 'incoming', `${held}.aside`))
  expect(await files.sweep('2026-12-01T00:00:00.000Z')).toBe(0)
  await files.forget(before, usedBy([paper]))
  expect((await everything()).sort()).toEqual([paper, held].sort())
  expect(await files.read(held)).toEqual(Buffer.from('dipegang'))
})

test('a store of which the database knows nothing is left alone: it belongs to another', async () => {
  await keep('surat', old)
  expect(await files.forget(before, usedBy([]))).toEqual({ removed: 0, bytes: 0, isForeign: true })
  expect(await everything()).toEqual([hashOf('surat')])
})

test('what is still arriving, and what is no file of ours, is not looked at', async () => {
  expect(await files.forget(before, usedBy([]))).toEqual({ removed: 0, bytes: 0, isForeign: false })
  const paper = await keep('surat', old)
  expect(await files.forget(before, async (asked) => new Set(asked))).toEqual({
    removed: 0,
    bytes: 0,
    isForeign: false,
  })
  expect(await everything()).toEqual([paper])
})
