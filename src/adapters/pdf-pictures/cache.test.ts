import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPictureCache } from './cache.ts'

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-cache-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('A kept picture comes back as it was, an unknown one not at all', async () => {
  const cache = createPictureCache(join(await newFolder(), 'made', 'when', 'needed'), 1000)
  await cache.put('a', Buffer.from('picture'))
  expect(Buffer.from((await cache.get('a')) ?? []).toString()).toBe('picture')
  expect(await cache.get('b')).toBeNull()
})

test('The oldest pictures are forgotten when there are too many', async () => {
  const folder = await newFolder()
  const cache = createPictureCache(folder, 1000)
  for (const [age, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    await cache.put(name, new Uint8Array(300))
    await utimes(join(folder, name), 1000 + age, 1000 + age)
  }
  expect((await readdir(folder)).sort()).toEqual(['c', 'd', 'e'])
})

test('However many are written, the folder stays within its bounds and holds no half picture', async () => {
  const folder = await newFolder()
  const cache = createPictureCache(folder, 1000)
  await Promise.all(Array.from({ length: 200 }, (_, index) => cache.put(`picture-${index}`, new Uint8Array(10))))
  const names = await readdir(folder)
  expect(names.length).toBeLessThanOrEqual(110)
  expect(names.length).toBeGreaterThan(80)
  expect(names.filter((name) => !name.startsWith('picture-'))).toEqual([])
})
