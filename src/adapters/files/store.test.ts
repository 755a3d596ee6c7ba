// Papers on disk: whole or not at all, found by their hash alone.

import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileStore, type FileStore } from './store.ts'

let folder: string
let files: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-files-'))
  files = createFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const letter = Buffer.from('Surat permohonan subdomain')
const sha256 = createHash('sha256').update(letter).digest('hex')
const maxBytes = 1000
const everything = async (): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('a paper that is put', () => {
  test('comes back byte for byte under the hash of its bytes', async () => {
    expect(await files.put([letter], { maxBytes })).toEqual({ ok: true, value: { sha256, bytes: letter.length } })
    expect(await files.read(sha256)).toEqual(letter)
    const opened = await files.open(sha256)
    expect(opened?.bytes).toBe(letter.length)
    expect(opened && (await buffer(opened.stream))).toEqual(letter)
    expect(await everything()).toEqual([sha256])
  })

  test('may arrive in many pieces, from a stream', async () => {
    const pieces = [...letter].map((byte) => Buffer.from([byte]))
    expect(await files.put(Readable.from(pieces), { maxBytes })).toMatchObject({ value: { sha256 } })
    expect(await files.read(sha256)).toEqual(letter)
  })

  test('is kept once, also when two people send the same at the same time', async () => {
    await Promise.all([
      files.put([letter], { maxBytes }),
      files.put([letter], { maxBytes }),
      files.put([letter], { maxBytes }),
    ])
    expect(await everything()).toEqual([sha256])
    expect(await files.read(sha256)).toEqual(letter)
  })

  test('is readable by the account of the service only', async () => {
    await files.put([letter], { maxBytes })
    const { mode } = await stat(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    expect(mode & 0o777).toBe(0o600)
  })

  test('may be exactly as long as allowed, and may be empty', async () => {
    expect(await files.put([letter], { maxBytes: letter.length })).toMatchObject({ ok: true })
    expect(await files.put([], { maxBytes })).toMatchObject({ ok: true, value: { bytes: 0 } })
  })
})

describe('a paper that is not taken', () => {
  test('because it is too long leaves nothing, says the limit, and is not read to its end', async () => {
    let given = 0
    let isClosed = false
    async function* endless() {
      try {
        for (; ; given += 1) yield Buffer.alloc(600)
      } finally {
        isClosed = true
      }
    }
    const refused = await files.put(endless(), { maxBytes: 1_500_000 })
    expect(refused).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('paling besar 1,5 MB') },
    })
    expect([given < 2600, isClosed]).toEqual([true, true])
    expect(await everything()).toEqual([])
  })

  test('because the connection broke leaves nothing and may be sent again', async () => {
    async function* broken() {
      yield letter
      throw new Error('socket hang up')
    }
    const cut = await files.put(broken(), { maxBytes })
    expect(cut).toMatchObject({ ok: false, retry: true, reason: { id: expect.stringContaining('terputus') } })
    expect(await everything()).toEqual([])
  })

  test('because a stream was destroyed in the middle leaves nothing', async () => {
    const stream = new Readable({ read: () => {} })
    stream.push(letter)
    const putting = files.put(stream, { maxBytes })
    stream.destroy()
    expect(await putting).toMatchObject({ ok: false, retry: true })
    expect(await everything()).toEqual([])
  })

  test('because the sender hangs can be given up', async () => {
    const stop = new AbortController()
    const putting = files.put(new Readable({ read: () => {} }), { maxBytes, signal: stop.signal })
    stop.abort()
    expect(await putting).toMatchObject({ ok: false, retry: true })
    expect(await everything()).toEqual([])
  })

  test('because the disk fails is a fault, not an answer', async () => {
    await writeFile(join(folder, 'incoming'), 'a file where a folder should be')
    await expect(files.put([letter], { maxBytes })).rejects.toThrow()
  })
})

describe('asking for a paper', () => {
  test('that was never put finds nothing', async () => {
    expect([await files.read(sha256), await files.open(sha256)]).toEqual([null, null])
  })

  test.each(['../../etc/passwd', `${'a'.repeat(63)}/`, sha256.toUpperCase(), '', `${sha256}\n`, '..'.padEnd(64, '/')])(
    'by %j, which is no hash, reaches no file',
    async (path) => {
      await files.put([letter], { maxBytes })
      expect([await files.read(path), await files.open(path)]).toEqual([null, null])
    },
  )
})

test('what a crash left of old uploads is swept away, what is on its way stays', async () => {
  expect(await files.sweep('2026-11-20T00:00:00.000Z')).toBe(0)
  await files.put([letter], { maxBytes })
  for (const [name, day] of [
    ['lama', '2026-11-18'],
    ['baru', '2026-11-20'],
  ] as const) {
    await writeFile(join(folder, 'incoming', name), 'separuh')
    await utimes(join(folder, 'incoming', name), new Date(day), new Date(day))
  }
  expect(await files.sweep('2026-11-19T00:00:00.000Z')).toBe(1)
  expect((await everything()).sort()).toEqual([sha256, 'baru'].sort())
})
