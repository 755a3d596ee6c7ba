// What a program sent: path, query, and a body of JSON or one file, within limits; nothing of it judged yet.
import type { Context } from 'hono'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { type Posted, readBody, type Upload } from '../request/body.ts'
import { mayKeep } from '../request/posted.ts'
import type { Services } from '../services.ts'
import { screenPosted } from '../uploads/screen.ts'
import type { WebEnv } from '../visitor.ts'
import { bad, type Doc, mayLackBody, type Raw, SENT_BYTES, SENT_FILE } from './endpoint.ts'
import type { ProblemFacts } from './problem.ts'

type Web = Context<WebEnv>
type Read<T> = ({ ok: true } & T) | { ok: false; problem: ProblemFacts }

type Sending = { doc: Doc; sender: string | null }

const MAX_JSON_BYTES = 512 * 1024

/** @param sender who is answerable for a file */
export const readRaw = async (c: Web, services: Services, { doc, sender }: Sending): Promise<Read<{ raw: Raw }>> => {
  const body =
    doc.body === null ? ({ ok: true, body: undefined } as const) : await readSent(c, services, { doc, sender })
  if (!body.ok) return body
  const [params, query] = [c.req.param(), queryOf(c)].map(withoutNul)
  return { ok: true, raw: { params, query, body: body.body } }
}

const readSent = (c: Web, services: Services, { doc, sender }: Sending): Promise<Read<{ body: unknown }>> =>
  doc.body === SENT_FILE
    ? readFile(c, services, sender)
    : Promise.resolve(doc.body === SENT_BYTES ? readBytes(c) : mayLackBody(doc) && isBare(c) ? BARE : readJson(c))

const BARE = { ok: true, body: undefined } as const

/** Nothing is sent and nothing is said of it. */
const isBare = ({ req }: Web): boolean =>
  req.header('content-type') === undefined &&
  req.header('transfer-encoding') === undefined &&
  Number(req.header('content-length') ?? 0) === 0

/** A parameter that is given more than once arrives as a list, which only some shapes take. */
const queryOf = (c: Web): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )

const readJson = async (c: Web): Promise<Read<{ body: unknown }>> => {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    c.env.incoming.resume()
    return bad('wrong-media-type', wrongType('application/json'))
  }
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of c.env.incoming) {
      const part = Buffer.from(chunk)
      bytes += part.length
      if (bytes <= MAX_JSON_BYTES) chunks.push(part)
    }
    if (bytes > MAX_JSON_BYTES) return bad('too-big', JSON_TOO_BIG)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { ok: true, body: withoutNul(JSON.parse(text)) }
  } catch {
    return bad('unreadable')
  }
}

/** The database keeps no NUL and no half of a sign; neither says anything to a reader. */
const withoutNul = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed()
  if (Array.isArray(value)) return value.map(withoutNul)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutNul(one)]))
}

const CODE_OF = { 'too-big': 'too-big', 'too-many': 'too-often', 'not-kept': 'away', unfit: 'invalid' } as const

/** Not read here: a piece of a file goes straight to its place. */
const readBytes = (c: Web): Read<{ body: unknown }> => {
  if ((c.req.header('content-type') ?? '') === 'application/octet-stream') return { ok: true, body: c.env.incoming }
  c.env.incoming.resume()
  return bad('wrong-media-type', wrongType('application/octet-stream'))
}

const readFile = async (c: Web, services: Services, sender: string | null): Promise<Read<{ body: unknown }>> => {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    c.env.incoming.resume()
    return bad('wrong-media-type', wrongType('multipart/form-data'))
  }
  const read = await readBody(type, c.env.incoming, { ...services, mayKeep: mayKeep(c, services, sender) })
  if (!read.ok) return bad(read.fault === 'too-big' ? 'too-big' : 'unreadable')
  const { agency, now } = c.get('visitor')
  const screened = await screenPosted(services, { agency: agency.agency, person: sender, now }, read.posted)
  const file = fileOf(screened)
  if (!file) return bad('invalid', undefined, [{ in: 'body', path: '/file', sentence: ONE_FILE }])
  if (file.fault && file.refused) {
    const faults = [{ in: 'body' as const, path: '/file', sentence: file.refused }]
    return bad(CODE_OF[file.fault], file.refused, file.fault === 'unfit' ? faults : undefined)
  }
  return { ok: true, body: file }
}

/** One and no other: a second would be lost in silence. */
const fileOf = ({ files }: Posted): Upload | null => {
  const [file] = files
  return file?.field === 'file' && files.length === 1 ? file : null
}

const wrongType = (type: string): Sentence =>
  sentence(`Kirim isi dengan Content-Type: ${type}.`, `Send the body with Content-Type: ${type}.`)

const JSON_TOO_BIG = sentence(
  `Isi JSON paling besar ${MAX_JSON_BYTES / 1024} KiB.`,
  `A body of JSON may have ${MAX_JSON_BYTES / 1024} KiB at most.`,
)
const ONE_FILE = sentence('Kirim satu berkas dengan nama `file`.', 'Send one file under the name `file`.')
