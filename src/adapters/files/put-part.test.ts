// Files out of a real form body: one that is refused, or a line that breaks, costs nothing else.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { putPart } from './put-part.ts'
import { createFileStore, type FileStore, type StoredFile } from './store.ts'

let folder: string
let files: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-files-'))
  files = createFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const maxBytes = 100_000
const part = (disposition: string): string => `--batas\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`

const open = () => {
  const body = new PassThrough()
  const line = new AbortController()
  const parser = new Busboy({ headers: { 'content-type': 'multipart/form-data; boundary=batas' } })
  const kept: Promise<Outcome<StoredFile>>[] = []
  const fields: string[] = []
  const began = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<void>()
  parser.on('file', (_field, stream) => {
    kept.push(putPart(files, stream, { maxBytes, signal: line.signal }))
    began.resolve()
  })
  parser.on('field', (_field, value) => fields.push(value))
  parser.on('finish', finished.resolve)
  body.on('error', () => {})
  body.on('close', () => line.abort())
  body.pipe(parser)
  return { body, kept, fields, began: began.promise, finished: finished.promise }
}

test('a file that is too long is refused, and what was typed beside it still arrives', async () => {
  const { body, kept, fields, finished } = open()
  body.write(part('name="surat"; filename="surat.pdf"'))
  for (let piece = 0; piece < 40; piece += 1) body.write(Buffer.alloc(50_000))
  body.end(`\r\n${part('name="nama"')}dinas\r\n--batas--\r\n`)
  await finished
  expect(await Promise.all(kept)).toMatchObject([{ ok: false, retry: false }])
  expect(fields).toEqual(['dinas'])
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('a line that breaks in the middle leaves nothing behind', async () => {
  const { body, kept, began } = open()
  body.write(`${part('name="surat"; filename="surat.pdf"')}%PDF-1.7 separuh`)
  await began
  body.destroy()
  expect(await Promise.all(kept)).toMatchObject([{ ok: false, retry: true }])
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})
