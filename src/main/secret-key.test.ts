import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSecretKey } from './secret-key.ts'

test('two processes that start at once on an empty folder agree on one key, which only their user can read', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mipp-key-'))
  onTestFinished(() => rm(dataFolder, { recursive: true }))
  const [one, two] = await Promise.all([1, 2].map(() => readSecretKey({ secretKey: undefined, dataFolder })))
  expect(one).toHaveLength(32)
  expect(two).toEqual(one)
  expect(await readSecretKey({ secretKey: undefined, dataFolder })).toEqual(one)
  expect((await stat(join(dataFolder, 'secret.key'))).mode & 0o077).toBe(0)
})

test('the key of the environment comes first', async () => {
  const key = await readSecretKey({ secretKey: 'ab'.repeat(32), dataFolder: '/nowhere' })
  expect(key).toEqual(Buffer.alloc(32, 0xab))
})
