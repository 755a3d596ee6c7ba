// What a form sent: fields in memory within limits, files streamed straight to the file store.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { putPart } from '../../adapters/files/put-part.ts'
import type { FileStore } from '../../adapters/files/store.ts'
import { passing } from '../../adapters/outcome.ts'
import { MOST_CONTROLS } from '../../core/procedure/lint-form-size.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'

/**
 * `refused` says why the bytes were not kept, to people; `fault` to programs. An empty file input sends no upload at all.
 */
export type Upload = {
  field: string
  name: string
  sha256: string
  bytes: number
  refused: Sentence | null
  fault?: UploadFault
}

export type UploadFault = 'too-big' | 'too-many' | 'not-kept' | 'unfit'

export type Posted = { values: Record<string, string[]>; files: Upload[] }

export type BodyFault = 'too-big' | 'broken'
export type ReadBody = { ok: true; posted: Posted } | { ok: false; fault: BodyFault }

export const MAX_FILE_BYTES = 10 * 1024 * 1024
/** Of all that is typed into one form: far above what its fields allow, so that a long text comes back with a sentence. */
const MAX_TYPED = 512 * 1024
const LIMITS = {
  // Whatever a procedure may ask for at one step, and what the pages add.
  fields: MOST_CONTROLS + 100,
  fieldSize: MAX_TYPED,
  files: 20,
  // Above our own limit, or a file cut to it would pass for whole.
  fileSize: 4 * MAX_FILE_BYTES,
  parts: MOST_CONTROLS + 120,
  headerPairs: 50,
}

export const first = (posted: Posted | null | undefined, name: string): string => posted?.values[name]?.[0] ?? ''
export const all = (posted: Posted | null | undefined, name: string): string[] => posted?.values[name] ?? []

/** Where uploads go, and who is told when they cannot be kept. */
type Keeping = {
  files: Pick<FileStore, 'put'>
  log: { error: (facts: object, message: string) => void }
  /** Asked before each file; without it every file is taken. */
  mayKeep?: () => Promise<boolean>
  /** What is said where it may not be kept. */
  tooMany?: Sentence
  /** Of one file; `MAX_FILE_BYTES` without it. */
  maxBytes?: number
}

/** @param incoming the body as it arrives; nothing is buffered but fields */
export const readBody = async (contentType: string, incoming: Readable, keeping: Keeping): Promise<ReadBody> => {
  if (contentType.startsWith('multipart/form-data')) return readMultipart(contentType, incoming, keeping)
  const text = await readText(incoming).catch(() => 'broken' as const)
  if (typeof text === 'string') return { ok: false, fault: text }
  const pairs = [...new URLSearchParams(text.typed)]
  if (pairs.length > LIMITS.fields) return { ok: false, fault: 'too-big' }
  const values: Record<string, string[]> = Object.create(null)
  for (const [name, value] of pairs) add(values, name, value)
  return { ok: true, posted: { values, files: [] } }
}

/** A flood is read to its end all the same: whoever still sends does not hear the answer. */
const readText = async (incoming: Readable): Promise<{ typed: string } | 'too-big'> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes <= MAX_TYPED) chunks.push(part)
  }
  return bytes > MAX_TYPED ? 'too-big' : { typed: Buffer.concat(chunks).toString('utf8') }
}

const readMultipart = (contentType: string, incoming: Readable, keeping: Keeping): Promise<ReadBody> =>
  new Promise((resolve) => {
    const values: Record<string, string[]> = Object.create(null)
    const uploads: Promise<Upload | null>[] = []
    let tooBig = false
    let typed = 0
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
        typed += value.length
        if (valueCut || typed > MAX_TYPED) tooBig = true
        else add(values, name, value)
      })
      parser.on('file', (field, stream, name) => {
        uploads.push(keep(field, name, stream, { ...keeping, signal: line.signal }))
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

const keep = async (
  field: string,
  name: string | undefined,
  stream: Readable,
  { files, log, mayKeep, tooMany = TOO_MANY, maxBytes = MAX_FILE_BYTES, signal }: Keeping & { signal: AbortSignal },
): Promise<Upload | null> => {
  const safe = safeName(name ?? '')
  const put = async () => {
    if (safe !== '' && mayKeep && !(await mayKeep())) return passing(tooMany)
    return putPart(files, stream, { maxBytes, signal })
  }
  const kept = await put().catch((err: unknown) => {
    log.error({ err }, 'an upload could not be kept')
    return passing(NOT_KEPT)
  })
  // What was not taken is read and thrown away, or the fields after it would never come.
  stream.resume()
  if (kept.ok && kept.value.bytes === 0 && safe === '') return null
  if (!kept.ok)
    return { field, name: safe, sha256: EMPTY, bytes: 0, refused: kept.reason, fault: faultOf(kept, tooMany) }
  return { field, name: safe, sha256: kept.value.sha256, bytes: kept.value.bytes, refused: null }
}

/** Only a body that is too long stays so, however often it is sent. */
const faultOf = ({ retry, reason }: { retry: boolean; reason: Sentence }, tooMany: Sentence): UploadFault =>
  retry ? (reason === tooMany ? 'too-many' : 'not-kept') : 'too-big'

/** The form goes on without the file: everything typed stays, and the sentence stands beside the field. */
const NOT_KEPT = sentence(
  'Berkas ini belum dapat disimpan karena penyimpanan kantor sedang terganggu. Isian lain tetap ada; unggah lagi beberapa saat lagi.',
  'This file could not be kept because the storage of the office is disturbed. Everything else is still here; upload it again in a moment.',
)

const TOO_MANY = sentence(
  'Terlalu banyak berkas diunggah dari akun ini dalam satu jam. Isian lain tetap ada; unggah lagi satu jam lagi.',
  'Too many files were uploaded from this account within an hour. Everything else is still here; upload it again in an hour.',
)

/** No folders, control characters, direction marks or halves of a sign in a name that people will read. */
export const safeName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const legible = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return [...legible].slice(0, 120).join('')
}

/** A field with a NUL in its name is none of ours, and nothing that the database could keep. */
const add = (values: Record<string, string[]>, name: string, value: string): void => {
  if (name.includes('\u0000')) return
  const list = values[name] ?? []
  list.push(value.replaceAll('\u0000', ''))
  values[name] = list
}
