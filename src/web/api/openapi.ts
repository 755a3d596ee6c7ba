// The description of the machine interface (OpenAPI 3.1), made from the schemas that judge what is sent and answered.
import type { z } from 'zod'
import { SCOPES } from '../../core/person/scopes.ts'
import { sentence } from '../../core/sentence.ts'
import type { Lang } from '../ui/masthead.tsx'
import { KEY } from './command.ts'
import { type Doc, FILE, mayLackBody, SENT_BYTES, SENT_FILE } from './endpoint.ts'
import { ENTITY, headersOf } from './operation-headers.ts'
import { problemsOf } from './operation-problems.ts'
import { problemSchema } from './problem.ts'
import { PROBLEMS } from './problem-codes.ts'
import { fieldsOf, type Json, type Speaking, schemaOf } from './schema-words.ts'
import { answerExample } from './walk/answers.ts'

export const openApi = (docs: readonly Doc[], { language, version }: { language: Lang; version: string }): Json => {
  const components: Json = {}
  const speaking = { language, components }
  const paths: Record<string, Json> = {}
  for (const doc of docs) {
    paths[doc.path] ??= {}
    Object.assign(paths[doc.path] ?? {}, { [doc.method]: operation(doc, speaking) })
  }
  Object.assign(components, { Problem: schemaOf(problemSchema, 'output', speaking) })
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

const operation = (doc: Doc, speaking: Speaking): Json => ({
  operationId: doc.id,
  tags: [doc.tag],
  summary: doc.summary[speaking.language],
  ...aboutOf(doc, speaking.language),
  ...(doc.scopes.length > 0 ? { security: [{ token: [] }] } : { security: [{}, { token: [] }] }),
  parameters: parametersOf(doc, speaking),
  ...(doc.body ? { requestBody: { required: !mayLackBody(doc), content: bodyOf(doc, speaking) } } : {}),
  responses: responsesOf(doc, speaking),
})

const aboutOf = (doc: Doc, language: Lang): { description?: string } => {
  const words = [doc.description?.[language], scopesOf(doc, language)].filter((part) => part)
  return words.length === 0 ? {} : { description: words.join('\n\n') }
}

const scopesOf = ({ scopes }: Doc, language: Lang): string =>
  scopes.length === 0
    ? ''
    : `${SCOPE[language]}: ${scopes.map((one) => `\`${one}\` (${SCOPES[one].label[language]})`).join(' / ')}`

export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Json }

export const parametersOf = (doc: Doc, speaking: Speaking): Parameter[] => [
  ...fieldsOf(doc.params, speaking).map(([name, schema]) => parameter('path', name, schema, true)),
  ...fieldsOf(doc.query, speaking).map(([name, schema, isRequired]) => parameter('query', name, schema, isRequired)),
  ...(doc.isCommand ? [header('Idempotency-Key', ONCE[speaking.language], KEY_SCHEMA)] : []),
  ...(doc.mark === 'acts' ? [header('If-Match', ENTITY[speaking.language], { type: 'string' })] : []),
]

const parameter = (place: string, name: string, schema: Json, isRequired: boolean): Parameter => ({
  name,
  in: place,
  ...(isRequired ? { required: true } : {}),
  ...(typeof schema.description === 'string' ? { description: schema.description } : {}),
  schema,
})

const header = (name: string, description: string, schema: Json): Parameter => ({
  name,
  in: 'header',
  description,
  schema,
})

const KEY_SCHEMA: Json = { type: 'string', minLength: 1, maxLength: 100, pattern: KEY.source }

const bodyOf = (doc: Doc, speaking: Speaking): Json => {
  if (doc.body === SENT_FILE) {
    return { 'multipart/form-data': { schema: { type: 'object', properties: { file: BYTES }, required: ['file'] } } }
  }
  if (doc.body === SENT_BYTES) return { 'application/octet-stream': { schema: BYTES } }
  const schema = doc.body ? schemaOf(doc.body, 'input', speaking) : {}
  const shown = Object.entries(doc.examples)
  const [[, only] = []] = shown
  return {
    'application/json': {
      schema,
      ...(shown.length === 1 ? { example: only } : {}),
      ...(shown.length > 1 ? { examples: Object.fromEntries(shown.map(([name, value]) => [name, { value }])) } : {}),
    },
  }
}

const responsesOf = (doc: Doc, speaking: Speaking): Json => {
  const { language } = speaking
  const codes = Object.groupBy(problemsOf(doc), (code) => String(PROBLEMS[code].status))
  const problems = Object.entries(codes).map(([status, here = []]) => [
    status,
    {
      description: here.map((code) => `\`${code}\`: ${PROBLEMS[code].title[language]}`).join('\n\n'),
      headers: headersOf(language, { problem: Number(status) }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return { [doc.status]: success(doc, speaking), ...Object.fromEntries(problems) }
}

const success = (doc: Doc, speaking: Speaking): Json => ({
  description: doc.summary[speaking.language],
  headers: headersOf(speaking.language, doc),
  ...(doc.answer === null ? {} : { content: answerOf(doc, doc.answer, speaking) }),
})

const answerOf = ({ id }: Doc, answer: z.ZodType, speaking: Speaking): Json => {
  if (answer === FILE) {
    return { 'application/octet-stream': { schema: BYTES } }
  }
  const example = answerExample(id)
  return {
    'application/json': {
      schema: schemaOf(answer, 'output', speaking),
      ...(example === undefined ? {} : { example }),
    },
  }
}

const BYTES: Json = { type: 'string', contentMediaType: 'application/octet-stream', format: 'binary' }
const SCOPE = sentence('Cakupan token', 'Scope of the token')
const TOKEN = sentence(
  'Token pribadi dari halaman akun, `mipp_...`.',
  'A personal token from the account page, `mipp_...`.',
)
const ONCE = sentence(
  'Teks buatan Anda, misalnya sebuah UUID. Perintah dengan kunci yang sama dikerjakan satu kali dan dijawab sama.',
  'A text of your own, such as a UUID. A command under the same key is done once and answered alike.',
)
const INTRO = sentence(
  'Semua yang dikerjakan di halaman MIPP dengan permohonan, tugas, buku kantor, dan pengguna, untuk program.',
  'Everything that is done on the pages of MIPP with requests, tasks, books of the office and people, for programs.',
)
