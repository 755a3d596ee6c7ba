// The description of the machine interface (OpenAPI 3.1), made from the schemas that judge what is sent and answered.
import { z } from 'zod'
import { SCOPES } from '../../core/person/scopes.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Lang } from '../ui/masthead.tsx'
import { type Doc, FILE, SENT_FILE } from './endpoint.ts'
import { problemSchema } from './problem.ts'
import { PROBLEMS, type ProblemCode } from './problem-codes.ts'

type Json = Record<string, unknown>

/** Any address may answer these. */
const GENERAL: readonly ProblemCode[] = ['invalid', 'not-found', 'wrong-method', 'too-often', 'fault', 'away']
const WITH_TOKEN: readonly ProblemCode[] = ['no-token', 'bad-token', 'narrow-token']
const WITH_BODY: readonly ProblemCode[] = ['unreadable', 'wrong-media-type', 'too-big', 'invalid']
const COMMAND: readonly ProblemCode[] = ['not-allowed', 'not-open', 'key-reused', 'invalid']
const ON_TASK: readonly ProblemCode[] = [
  'not-yours',
  'already-done',
  'taken-by-other',
  'changed-meanwhile',
  'effect-running',
  'needs-initials',
  'not-proven',
]

export const openApi = (docs: readonly Doc[], { language, version }: { language: Lang; version: string }): Json => {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const doc of docs) {
    paths[doc.path] ??= {}
    Object.assign(paths[doc.path] ?? {}, { [doc.method]: operation(doc, language, components) })
  }
  Object.assign(components, { Problem: schemaOf(problemSchema, 'output', components) })
  return {
    openapi: '3.1.0',
    info: {
      title: 'MIPP',
      version: version || '0',
      description: INTRO[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: TOKEN[language] } },
    },
  }
}

/** The codes that an address may answer, for the description and the reference page. */
export const problemsOf = (doc: Doc): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...(doc.scopes.length === 0 ? ['bad-token' as const] : WITH_TOKEN),
    ...(doc.body ? WITH_BODY : []),
    ...(doc.isCommand ? COMMAND : []),
    ...(doc.mark === 'acts' ? ON_TASK : []),
    ...doc.problems,
    ...GENERAL,
  ]),
]

const operation = (doc: Doc, language: Lang, components: Json): Json => ({
  operationId: doc.id,
  tags: [doc.tag],
  summary: doc.summary[language],
  description: [doc.description?.[language], scopesOf(doc, language)].filter((part) => part).join('\n\n'),
  ...(doc.scopes.length > 0 ? { security: [{ token: [] }] } : { security: [{}, { token: [] }] }),
  parameters: parametersOf(doc, language, components),
  ...(doc.body ? { requestBody: { required: true, content: bodyOf(doc, components) } } : {}),
  responses: responsesOf(doc, language, components),
})

const scopesOf = ({ scopes }: Doc, language: Lang): string =>
  scopes.length === 0
    ? ''
    : `${SCOPE[language]}: ${scopes.map((one) => `\`${one}\` (${SCOPES[one].label[language]})`).join(' / ')}`

export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Json }

export const parametersOf = (doc: Doc, language: Lang, components: Json = {}): Parameter[] => [
  ...each(doc.params, components).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
  ...each(doc.query, components).map(([name, schema, isRequired]) => ({
    name,
    in: 'query',
    ...(isRequired ? { required: true } : {}),
    ...(typeof schema.description === 'string' ? { description: schema.description } : {}),
    schema,
  })),
  ...(doc.isCommand ? [header('Idempotency-Key', ONCE[language])] : []),
  ...(doc.mark === 'acts' ? [header('If-Match', SEEN[language])] : []),
]

const header = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
})

const each = (shape: z.ZodObject | null, components: Json): [string, Json, boolean][] => {
  if (!shape) return []
  const { properties, required } = Properties.parse(schemaOf(shape, 'input', components))
  return Object.entries(properties).map(([name, schema]) => [name, schema, required.includes(name)])
}

const Properties = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
})

const bodyOf = (doc: Doc, components: Json): Json => {
  if (doc.body === SENT_FILE) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream', format: 'binary' }
    return { 'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } } }
  }
  const schema = doc.body ? schemaOf(doc.body, 'input', components) : {}
  return { 'application/json': { schema, ...(doc.example === undefined ? {} : { example: doc.example }) } }
}

const responsesOf = (doc: Doc, language: Lang, components: Json): Json => {
  const codes = Object.groupBy(problemsOf(doc), (code) => String(PROBLEMS[code].status))
  const problems = Object.entries(codes).map(([status, here = []]) => [
    status,
    {
      description: here.map((code) => `\`${code}\`: ${PROBLEMS[code].title[language]}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return { [doc.status]: success(doc, language, components), ...Object.fromEntries(problems) }
}

const success = (doc: Doc, language: Lang, components: Json): Json => ({
  description: doc.summary[language],
  ...(doc.mark === 'reads' ? { headers: { ETag: { description: SEEN[language], schema: { type: 'string' } } } } : {}),
  ...(doc.answer === null ? {} : { content: answerOf(doc.answer, components) }),
})

const answerOf = (answer: z.ZodType, components: Json): Json =>
  answer === FILE
    ? {
        'application/octet-stream': {
          schema: { type: 'string', contentMediaType: 'application/octet-stream', format: 'binary' },
        },
      }
    : { 'application/json': { schema: schemaOf(answer, 'output', components) } }

/** A shape in the words of JSON Schema, with references to the named ones. */
export const schemaWord = (schema: z.ZodType, io: 'input' | 'output'): Json => schemaOf(schema, io, {})

/** Named schemas (`.meta({ id })`) go among the components, once; the rest stands where it is used. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output', components: Json): Json => {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  const moved = (part: unknown): unknown =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/'))
  for (const [name, one] of Object.entries($defs)) {
    const { id: _id, ...plain } = one
    components[name] = moved(plain)
  }
  const { id, ...plain } = rest
  if (typeof id !== 'string') return Object.fromEntries(Object.entries(moved(plain) as Json))
  components[id] = moved(plain)
  return { $ref: `#/components/schemas/${id}` }
}

const SCOPE: Sentence = sentence('Lingkup token', 'Scope of the token')
const TOKEN = sentence(
  'Token pribadi dari halaman akun, `mipp_...`.',
  'A personal token from the account page, `mipp_...`.',
)
const ONCE = sentence(
  'Perintah dengan kunci yang sama dikerjakan satu kali dan dijawab sama.',
  'A command under the same key is done once and answered alike.',
)
const SEEN = sentence(
  'Keadaan tugas (ETag dari GET). Bila sudah berubah, tidak ada yang dikerjakan (412).',
  'The state of the task (ETag of GET). When it has changed, nothing is done (412).',
)
const INTRO = sentence(
  'Semua yang dapat dikerjakan di halaman MIPP, untuk program.',
  'Everything that the pages of MIPP can do, for programs.',
)
