// The seal of an office is opened once, and anew as soon as somebody changed it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { SealKey } from './key-file.ts'
import { keepSeal, keptOpen, type SealPlace } from './key-folder.ts'
import { makeKeyFile } from './make-key-file.ts'

const PASSPHRASE = 'kata-sandi-yang-tidak-boleh-tampak'

const aFile = (name: string): Promise<Buffer> => {
  const [from, to] = ['2020-01-01T00:00:00.000Z', '2049-12-31T00:00:00.000Z']
  return makeKeyFile({ name, from, to, isDemo: false, passphrase: PASSPHRASE })
}

const aPlace = async (): Promise<SealPlace> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-seals-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, agency: 'demak' }
}

const mustOpen = async (open: ReturnType<typeof keptOpen>): Promise<SealKey> => {
  const opened = await open()
  if (!opened.ok) throw new Error(opened.reason.id)
  return opened.value
}

test('a seal stays open from one letter to the next; another one in its place counts at once', async () => {
  const place = await aPlace()
  const open = keptOpen(place)
  expect((await open()).ok).toBe(false)
  await keepSeal(place, await aFile('Kantor Satu'), PASSPHRASE)
  const first = await mustOpen(open)
  expect(await mustOpen(open)).toBe(first)
  await keepSeal(place, await aFile('Kantor Dua'), PASSPHRASE)
  expect((await mustOpen(open)).shown.subject).toBe('Segel Kantor Dua')
})

test('a file that was written over in its place counts at once, and so does a passphrase', async () => {
  const place = await aPlace()
  const open = keptOpen(place)
  const [file, phrase] = [join(place.folder, 'demak.p12'), join(place.folder, 'demak.passphrase')]
  await keepSeal(place, await aFile('Kantor Satu'), PASSPHRASE)
  const first = await mustOpen(open)
  const bytes = await readFile(file)
  await writeFile(file, bytes)
  expect(await mustOpen(open)).not.toBe(first)
  await writeFile(phrase, 'keliru')
  expect(await open()).toMatchObject({ ok: false, reason: { id: expect.stringContaining('Kata sandi') } })
  await writeFile(phrase, PASSPHRASE)
  expect((await mustOpen(open)).shown).toEqual(first.shown)
  await rm(file)
  expect((await open()).ok).toBe(false)
})

test('what is kept open shows neither key nor passphrase to a log', async () => {
  const place = await aPlace()
  await keepSeal(place, await aFile('Kantor Satu'), PASSPHRASE)
  const opened = await mustOpen(keptOpen(place))
  const secret = opened.key.export({ format: 'jwk' }).d ?? ''
  expect(secret.length).toBeGreaterThan(100)
  for (const told of [JSON.stringify(opened), inspect(opened, { depth: 9 })]) {
    expect(told).not.toContain(PASSPHRASE)
    expect(told).not.toContain(secret)
  }
})
