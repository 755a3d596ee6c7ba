// What a form sent: fields in memory within limits, files streamed straight to the file store.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { putPart } from '../../adapters/files/put-part.ts'
import type { FileStore } from '../../adapters/files/store.ts'
import type { Sentence } from '../../core/sentence.ts'

/** `refused` says why the bytes were not kept; an empty file input sends no upload at all. */
export type Upload = { field: string; name: string; sha256: string; bytes: number; refused: Sentence | null }

export type Posted = { values: Record<string, string[]>; files: Upload[] }

export type BodyFault = 'too-big' | 'broken'
export type ReadBody = { ok: true; posted: Posted } | { ok: false; fault: BodyFault }

export const MAX_FILE_BYTES = 10 * 1024 * 1024
const LIMITS = {
  fields: 300,
  fieldSize: 64 * 1024,
  files: 5, // Above our own limit, or a file cut to it would pass for whole.
  fileSize: 4 * MAX_FILE_BYTES,
  parts: 310,
  headerPairs: 50,
}
const MAX_URLENCODED = 512 * 1024

export const first = (posted: Posted | null | undefined, name: string): string => posted?.values[name]?.[0] ?? ''
export const all = (posted: Posted | null | undefined, name: string): string[] => posted?.values[name] ?? []

/** @param incoming the body as it arrives; nothing is buffered but fields */
export const readBody = async (contentType: string, incoming: Readable, files: FileStore): Promise<ReadBody> => {
  if (contentType.startsWith('multipart/form-data')) return readMultipart(contentType, incoming, files)
  const text = await readText(incoming)
  if (text === null) return { ok: false, fault: 'too-big' }
  const values: Record<string, string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) add(values, name, value)
  return { ok: true, posted: { values, files: [] } }
}

const readText = async (incoming: Readable): Promise<string | null> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > MAX_URLENCODED) return null
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const readMultipart = (contentType: string, incoming: Readable, files: FileStore): Promise<ReadBody> =>
  new Promise((resolve) => {
    const values: Record<string, string[]> = Object.create(null)
    const uploads: Promise<Upload | null>[] = []
    let tooBig = false
    const line = new AbortController()
    const finish = (fault: BodyFault | null) => {
      void Promise.allSettled(uploads).then((settled) => {
        const broken = settled.some((one) => one.status === 'rejected')
        if (fault || tooBig || broken) return resolve({ ok: false, fault: fault ?? (tooBig ? 'too-big' : 'broken') })
        const kept = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
        resolve({ ok: true, posted: { values, files: kept } })
      })
    }
    try {
      const parser = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS })
      parser.on('field', (name, value, _nameCut, valueCut) => {
        if (valueCut) tooBig = true
        add(values, name, value)
      })
      parser.on('file', (field, stream, name) => {
        uploads.push(keep(field, name, stream, { files, signal: line.signal }))
      })
      for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
        parser.on(limit, () => {
          tooBig = true
        })
      parser.on('finish', () => finish(null))
      parser.on('error', () => finish('broken'))
      const broken = () => {
        if (incoming.readableEnded) return
        line.abort()
        finish('broken')
      }
      incoming.on('error', broken)
      incoming.on('close', broken)
      incoming.pipe(parser)
    } catch {
      incoming.resume()
      finish('broken')
    }
  })

const EMPTY = createHash('sha256').digest('hex')

type Keeping = { files: FileStore; signal: AbortSignal }

const keep = async (
  field: string,
  name: string | undefined,
  stream: Readable,
  { files, signal }: Keeping,
): Promise<Upload | null> => {
  const kept = await putPart(files, stream, { maxBytes: MAX_FILE_BYTES, signal })
  const safe = safeName(name ?? '')
  if (kept.ok && kept.value.bytes === 0 && safe === '') return null
  if (!kept.ok) return { field, name: safe, sha256: EMPTY, bytes: 0, refused: kept.reason }
  return { field, name: safe, sha256: kept.value.sha256, bytes: kept.value.bytes, refused: null }
}

/** No folders, control characters or direction marks in a name that people will read. */
export const safeName = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120) ?? ''

const add = (values: Record<string, string[]>, name: string, value: string): void => {
  const list = values[name] ?? []
  list.push(value.replaceAll('\u0000', ''))
  values[name] = list
}
