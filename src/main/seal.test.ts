import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSealer, installationKey } from './seal.ts'

test('two processes that start at once on an empty folder agree on one key, which only their user can read', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mipp-key-'))
  onTestFinished(() => rm(dataFolder, { recursive: true }))
  const keys = await Promise.all(Array.from({ length: 8 }, () => installationKey(undefined, dataFolder)))
  expect(new Set(keys).size).toBe(1)
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(await installationKey(undefined, dataFolder)).toBe(keys[0])
  expect((await stat(join(dataFolder, 'secret-key'))).mode & 0o077).toBe(0)
})

test('the key of the environment comes first', async () => {
  expect(await installationKey('ab'.repeat(32), '/nowhere')).toBe('ab'.repeat(32))
})

test('what is sealed opens with the same key only, and not when a byte was changed', () => {
  const sealer = createSealer('ab'.repeat(32))
  const sealed = sealer.seal('sandi akun')
  expect(sealer.unseal(sealed)).toBe('sandi akun')
  expect(Buffer.from(sealed).includes('sandi')).toBe(false)
  expect(() => createSealer('cd'.repeat(32)).unseal(sealed)).toThrow()
  const changed = sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))
  expect(() => sealer.unseal(changed)).toThrow()
})
