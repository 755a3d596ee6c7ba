// Requests made from the published description: right ones, nearly right ones and strange ones, from a seed.
import fc from 'fast-check'
import { z } from 'zod'
import type { Description } from './described.ts'

export type Asked = { method: string; path: string; headers: Record<string, string>; body: string | null }

/** Things that are really there, so that a request can get past "not found". */
export type Known = Record<string, readonly string[]>

type Shape = {
  $ref?: string | undefined
  type?: string | string[] | undefined
  format?: string | undefined
  enum?: unknown[] | undefined
  const?: unknown
  items?: Shape | undefined
  anyOf?: Shape[] | undefined
  oneOf?: Shape[] | undefined
  properties?: Record<string, Shape> | undefined
  required?: string[] | undefined
  additionalProperties?: unknown
}

const Shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    items: Shape.optional(),
    anyOf: z.array(Shape).optional(),
    oneOf: z.array(Shape).optional(),
    properties: z.record(z.string(), Shape).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.unknown().optional(),
  }),
)

const Full = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: Shape }))
    .default([]),
  requestBody: z
    .object({
      content: z.record(
        z.string(),
        z.object({
          schema: Shape,
          example: z.unknown().optional(),
          examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
        }),
      ),
    })
    .optional(),
})

/** @param operations of the description, unread: `paths[path][method]` */
export const requestsOf = (
  { components }: Description,
  operations: Record<string, Record<string, unknown>>,
  known: Known,
): fc.Arbitrary<Asked> => {
  const shapes = z.record(z.string(), Shape).parse(components.schemas)
  const all = Object.entries(operations).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...Full.parse(operation) })),
  )
  const one = (operation: (typeof all)[number]): fc.Arbitrary<Asked> => {
    const inPath = operation.parameters.filter((each) => each.in === 'path')
    const inQuery = operation.parameters.filter((each) => each.in === 'query')
    const json = operation.requestBody?.content['application/json']
    return fc
      .record({
        method: often(fc.constant(operation.method.toUpperCase()), METHODS),
        segments: fc.tuple(...inPath.map(({ name }) => segment(name, known))),
        query: fc.tuple(...inQuery.map(({ schema }) => fc.option(often(madeOf(schema, shapes, known), anything)))),
        headers,
        body: operation.requestBody ? bodyOf(json, shapes, known) : fc.constant(null),
      })
      .map(({ method, segments, query, headers: sent, body }) => {
        const filled = inPath.reduce(
          (path, { name }, at) => path.replace(`{${name}}`, segments[at] ?? ''),
          operation.path,
        )
        const asked = query.flatMap((value, at) =>
          value === null ? [] : [`${inQuery[at]?.name}=${encodeURIComponent(String(value).toWellFormed())}`],
        )
        const type: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' }
        return {
          method,
          path: asked.length > 0 ? `${filled}?${asked.join('&')}` : filled,
          headers: { ...type, ...sent },
          body,
        }
      })
  }
  return fc.oneof(...all.map(one))
}

const METHODS = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD')

/** Seldom something else. */
const often = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })

const STRANGE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202Egnp.exe',
  "'; drop table event; --",
  '%00',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\r\nset-cookie: a=b',
  '-1',
  '1e309',
  '0000-00-00',
  '9999-99-99',
  '2026-02-30',
  '𒈙'.repeat(40),
  'x'.repeat(5000),
]

const text = fc.oneof(
  fc.constantFrom(...STRANGE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, 2 ** 53, 1e308, [], {}, [[[[[[[[]]]]]]]]),
)

const segment = (name: string, known: Known): fc.Arbitrary<string> => {
  const there = known[name] ?? []
  const strange = fc.oneof(fc.uuid(), text).map((one) => encodeURIComponent(one.toWellFormed()) || '-')
  return there.length === 0 ? strange : often(fc.constantFrom(...there), strange)
}

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      'idempotency-key': fc.oneof(fc.uuid(), fc.constantFrom('satu', 'dua', ' ', 'x'.repeat(300), '"a"')),
      'if-match': fc.constantFrom('*', '"open.free.0.idle.0.well.proven.0.kept.0"', 'W/"x"', '"', ''),
      'accept-language': fc.constantFrom('id', 'en', 'en-GB,id;q=0.5', '*', 'x'.repeat(200)),
      accept: fc.constantFrom('application/json', 'text/html', '*/*', 'nonsense'),
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=utf-16',
        'text/plain',
        'multipart/form-data',
        '',
      ),
    },
    { requiredKeys: [] },
  )
  .map((all) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'content-type' || all.accept === 'nonsense')),
  )

const bodyOf = (
  json: { schema: Shape; example?: unknown; examples?: Record<string, { value?: unknown }> | undefined } | undefined,
  shapes: Record<string, Shape>,
  known: Known,
): fc.Arbitrary<string | null> => {
  const made = json ? madeOf(json.schema, shapes, known).map((value) => JSON.stringify(value)) : fc.constant('{}')
  const shown = json
    ? Object.values(json.examples ?? (json.example === undefined ? {} : { it: { value: json.example } }))
    : []
  const example = shown.length === 0 ? made : fc.constantFrom(...shown.map(({ value }) => JSON.stringify(value)))
  const broken = made.chain((whole) => fc.nat(Math.max(1, whole?.length ?? 1)).map((at) => (whole ?? '').slice(0, at)))
  return fc.oneof(
    { weight: 6, arbitrary: made },
    { weight: 2, arbitrary: example },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value) ?? '') },
  )
}

/** A value of the shape, with something strange in it here and there. */
const madeOf = (shape: Shape, shapes: Record<string, Shape>, known: Known, deep = 0): fc.Arbitrary<unknown> => {
  const inner = (one: Shape) => madeOf(one, shapes, known, deep + 1)
  if (deep > 8) return anything
  if (shape.$ref) return inner(shapes[shape.$ref.split('/').at(-1) ?? ''] ?? {})
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  if (shape.enum) return often(fc.constantFrom(...shape.enum), anything)
  if (shape.const !== undefined) return often(fc.constant(shape.const), anything)
  return plainOf(shape, known, inner)
}

const plainOf = (shape: Shape, known: Known, inner: (one: Shape) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const [type = 'any'] = [shape.type ?? 'any'].flat()
  switch (type) {
    case 'object':
      return often(objectOf(shape, inner), anything)
    case 'array':
      return often(fc.array(inner(shape.items ?? {}), { maxLength: 4 }), anything)
    case 'integer':
    case 'number':
      return often(fc.integer(), anything)
    case 'boolean':
      return often(fc.boolean(), anything)
    case 'null':
      return fc.constant(null)
    case 'string':
      return often(stringOf(shape, known), anything)
    default:
      return anything
  }
}

const objectOf = (shape: Shape, inner: (one: Shape) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const fields = Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, one]) => [name, inner(one)]))
  const usual = fc.record(fields, { requiredKeys: shape.required ?? [] })
  const more = fc.dictionary(fc.oneof(text, fc.constant('__proto__')), anything, { maxKeys: 2 })
  return fc.oneof(
    { weight: 8, arbitrary: usual },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.tuple(usual, more).map(([one, other]) => ({ ...one, ...other })) },
  )
}

const stringOf = ({ format }: Shape, known: Known): fc.Arbitrary<string> => {
  const words = fc.constantFrom(...Object.values(known).flat(), 'Mohon diproses', 'a@b.example')
  switch (format) {
    case 'uuid':
      return fc.oneof(words, fc.uuid())
    case 'date':
      return fc.constantFrom('2026-11-20', '2026-02-28', '1945-01-01', '2200-12-31', '2026-02-30')
    default:
      return fc.oneof(words, text)
  }
}
