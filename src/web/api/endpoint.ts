// One address of the machine interface as data: what it takes and answers, by the very schemas that judge it.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import type { Scope } from '../../core/person/scopes.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Upload } from '../request/body.ts'
import type { Services } from '../services.ts'
import type { Lang } from '../ui/masthead.tsx'
import type { Person, Visitor, WebEnv } from '../visitor.ts'
import type { ProblemFacts, ValueFault } from './problem.ts'
import type { ProblemCode } from './problem-codes.ts'
import { faultsOfShape, unknownName } from './shape-faults.ts'

/** A person through one of their tokens. */
export type Caller = Person & { token: string; scopes: readonly Scope[]; expiresAt: Instant }

/** Everything about a request that is known before its address is. */
export type Asked = {
  c: Context<WebEnv>
  services: Services
  agency: AgencyData
  /** The key of the agency in every table. */
  office: string
  language: Lang
  now: Instant
  /** What the functions of the pages go by; nobody is signed in at a browser. */
  visitor: Visitor
}

export type Call<P, Q, B, W extends Caller | null> = Asked & { caller: W; params: P; query: Q; body: B }

export type Reply<T> =
  | { ok: true; body: T; headers?: Record<string, string> }
  | { ok: false; problem: ProblemFacts; headers?: Record<string, string> }

export const good = <T>(body: T, headers: Record<string, string> = {}): Reply<T> => ({ ok: true, body, headers })
export const bad = (
  code: ProblemCode,
  detail?: Sentence,
  faults?: readonly ValueFault[],
): { ok: false; problem: ProblemFacts } => ({
  ok: false,
  problem: { code, ...(detail ? { detail } : {}), ...(faults ? { faults } : {}) },
})

/** @param scopes of which one would do */
export const narrow = (scopes: readonly Scope[]) => {
  const [id, en] = [scopes.join(' atau '), scopes.join(' or ')]
  return bad(
    'narrow-token',
    sentence(
      `Untuk ini token perlu cakupan ${id}. Buat token dengan cakupan itu.`,
      `This needs a token with the scope ${en}. Make one that has it.`,
    ),
  )
}

export const TAGS = ['service', 'dossier', 'task', 'paper', 'register', 'people', 'access'] as const

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** What the description and the reference page tell of an address. */
export type Doc = {
  /** operationId: names the function of a generated client. */
  id: string
  method: Method
  /** As OpenAPI writes it: `/tasks/{task}`. */
  path: string
  tag: (typeof TAGS)[number]
  summary: Sentence
  description?: Sentence
  /** A token needs one of these; none: open to anybody. */
  scopes: readonly Scope[]
  params: z.ZodObject | null
  query: z.ZodObject | null
  body: z.ZodType | null
  answer: z.ZodType | null
  status: 200 | 201 | 204
  /** Besides those that `operation-problems.ts` knows by the kind of address. */
  problems: readonly ProblemCode[]
  /** Commands upon a dossier: done once under an Idempotency-Key. */
  isCommand: boolean
  /** Acts on a task: may be bound to its state by If-Match; `reads` answers that state as ETag. */
  mark: 'reads' | 'acts' | null
  /** Tells in the header Location where the thing that was made stands. */
  locates: boolean
  /** Bodies that work in the demo office, by what they are for; all are sent by the tests. */
  examples: Readonly<Record<string, unknown>>
}

/** What was sent, unjudged. A file arrives as the upload it was kept as. */
export type Raw = { params: unknown; query: unknown; body: unknown }

/** As a body: one file, sent as `multipart/form-data` under the name `file`. */
export const SENT_FILE = z.custom<Upload>((value) => value !== undefined)

/** As a body: bytes as they come (`application/octet-stream`), read by whoever answers. */
export const SENT_BYTES = z.custom<Readable>((value) => value !== undefined)

/** Its shape is content with nothing sent at all. */
export const mayLackBody = ({ body }: Pick<Doc, 'body'>): boolean => body?.safeParse(undefined).success ?? true

/** As an answer: the bytes of a file, or whatever they come out of; the headers say which kind. */
export const FILE = z.union([z.instanceof(Uint8Array), z.instanceof(Readable)])

export type Endpoint = { doc: Doc; answer: (asked: Asked, caller: Caller | null, raw: Raw) => Promise<Reply<unknown>> }

type Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> = {
  id: string
  path: string
  tag: Doc['tag']
  summary: Sentence
  description?: Sentence
  params?: P
  query?: Q
  body?: B
  answer: A | null
  status?: Doc['status']
  problems?: readonly ProblemCode[]
  isCommand?: boolean
  mark?: Doc['mark']
  locates?: boolean
  example?: z.input<B>
  /** Where one is not enough. */
  examples?: Readonly<Record<string, z.input<B>>>
}

type Handle<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
  W extends Caller | null,
> = (call: Call<z.output<P>, z.output<Q>, z.output<B>, W>) => Promise<Reply<z.output<A>>>

const NOTHING = z.object({})
const ANY = z.unknown()
type Nothing = typeof NOTHING
type Any = typeof ANY

/** An address for people with a token of this scope. */
export const endpoint = <
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Any,
  A extends z.ZodType = Any,
>(
  method: Method,
  given: Given<P, Q, B, A> & { scope: Scope | readonly Scope[]; handle: Handle<P, Q, B, A, Caller> },
): Endpoint => ({
  doc: docOf(method, given, [given.scope].flat()),
  answer: async (asked, caller, raw) => {
    if (!caller) return bad('no-token')
    const read = judged(given, raw)
    return read.ok ? given.handle({ ...asked, ...read.value, caller }) : read
  },
})

/** An address for anybody; a token only tells who asks. */
export const openEndpoint = <
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Any,
  A extends z.ZodType = Any,
>(
  method: Method,
  given: Given<P, Q, B, A> & { handle: Handle<P, Q, B, A, Caller | null> },
): Endpoint => ({
  doc: docOf(method, given, []),
  answer: async (asked, caller, raw) => {
    const read = judged(given, raw)
    return read.ok ? given.handle({ ...asked, ...read.value, caller }) : read
  },
})

const docOf = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  method: Method,
  given: Given<P, Q, B, A>,
  scopes: readonly Scope[],
): Doc => ({
  id: given.id,
  method,
  path: given.path,
  tag: given.tag,
  summary: given.summary,
  ...(given.description ? { description: given.description } : {}),
  scopes,
  params: given.params ?? null,
  query: given.query ?? null,
  body: given.body ?? null,
  answer: given.answer,
  status: given.status ?? (given.answer === null ? 204 : 200),
  problems: given.problems ?? [],
  isCommand: given.isCommand ?? false,
  mark: given.mark ?? null,
  locates: given.locates ?? false,
  examples: given.examples ?? (given.example === undefined ? {} : { [given.id]: given.example }),
})

type Judged<P, Q, B> = { ok: true; value: { params: P; query: Q; body: B } } | { ok: false; problem: ProblemFacts }

/** Every fault at once: path, query and body. A path of the wrong shape is the address of nothing. */
const judged = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  given: Given<P, Q, B, A>,
  raw: Raw,
): Judged<z.output<P>, z.output<Q>, z.output<B>> => {
  const params = parsed(given.params, raw.params)
  const query = parsed(given.query, raw.query)
  const body = parsed(given.body, raw.body)
  const strange = strangeNames(given.query, raw.query)
  if (!params.success) return bad('not-found')
  if (query.success && body.success && strange.length === 0)
    return { ok: true, value: { params: params.data, query: query.data, body: body.data } }
  return bad('invalid', undefined, [
    ...strange,
    ...(query.success || !given.query
      ? []
      : faultsOfShape(query.error, 'query', { shape: given.query, value: raw.query })),
    ...(body.success || !given.body ? [] : faultsOfShape(body.error, 'body', { shape: given.body, value: raw.body })),
  ])
}

/** A misspelt name would be lost in silence. */
const strangeNames = (shape: z.ZodObject | undefined, sent: unknown): ValueFault[] => {
  const names = Object.keys(shape?.shape ?? {})
  return Object.keys(Object(sent))
    .filter((name) => !names.includes(name))
    .map((name) => ({ in: 'query', path: name, sentence: unknownName(names) }))
}

/** Without a shape nothing is looked at, and nothing of that type is given on. */
const parsed = <T extends z.ZodType>(shape: T | undefined, value: unknown): z.ZodSafeParseResult<z.output<T>> =>
  shape === undefined ? { success: true, data: undefined as z.output<T> } : shape.safeParse(value)
