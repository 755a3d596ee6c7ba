// The shape of a procedure file as data: which keys stand where, and in which order an officer reads them.
import { z } from 'zod'
import type { Path } from './fault.ts'
import { procedureSchema } from './schema.ts'

type Shape = {
  properties?: Readonly<Record<string, Shape>> | undefined
  additionalProperties?: Shape | undefined
  items?: Shape | undefined
  anyOf?: readonly Shape[] | undefined
  const?: unknown
}

/** The keys that may stand at this place of the data, in the order of the schema. */
export const keysAt = (data: unknown, path: Path): string[] => {
  let [shape, value] = [wholeShape(), data]
  for (const part of path) {
    const chosen = optionFor(shape, value)
    value = partOf(value, part)
    shape = chosen.items ?? chosen.properties?.[String(part)] ?? chosen.additionalProperties ?? {}
  }
  return Object.keys(optionFor(shape, value).properties ?? {})
}

/** The same data, its keys in the order of the schema; keys that it does not know come last. */
export const inOrder = (data: unknown): unknown => arranged(data, wholeShape())

const arranged = (value: unknown, shape: Shape): unknown => {
  const chosen = optionFor(shape, value)
  if (Array.isArray(value)) return value.map((item) => arranged(item, chosen.items ?? {}))
  if (!isMap(value)) return value
  const known = inReadingOrder(chosen)
  const keys = [
    ...known.filter((key) => Object.hasOwn(value, key)),
    ...Object.keys(value).filter((key) => !known.includes(key)),
  ]
  return Object.fromEntries(
    keys
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, arranged(value[key], chosen.properties?.[key] ?? chosen.additionalProperties ?? {})]),
  )
}

/** The word that says which kind of thing it is stands right after the name. */
const inReadingOrder = ({ properties = {} }: Shape): string[] => {
  const names = Object.keys(properties)
  const kinds = names.filter((name) => name === 'type')
  return [...names.slice(0, 1), ...kinds, ...names.slice(1)].filter((name, at, all) => all.indexOf(name) === at)
}

/** Of several shapes the one that this value was meant to have: same kind, same fixed words, most keys known. */
const optionFor = (shape: Shape, value: unknown): Shape => {
  if (!shape.anyOf) return shape
  const ranked = shape.anyOf.map((option) => ({ option, fit: fitOf(option, value) })).toSorted((a, b) => b.fit - a.fit)
  return ranked[0] ? optionFor(ranked[0].option, value) : {}
}

const fitOf = (shape: Shape, value: unknown): number => {
  if (Array.isArray(value)) return shape.items ? 1 : 0
  if (!isMap(value)) return shape.properties || shape.items ? 0 : 1
  const entries = Object.entries(shape.properties ?? {})
  const fixed = entries.filter(([key, { const: word }]) => word !== undefined && value[key] === word)
  return fixed.length * 1000 + entries.filter(([key]) => Object.hasOwn(value, key)).length
}

const partOf = (value: unknown, part: PropertyKey): unknown => {
  if (Array.isArray(value)) return value[Number(part)]
  return isMap(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const shapeOf: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), shapeOf).optional(),
    additionalProperties: z.union([shapeOf, z.boolean().transform(() => ({}))]).optional(),
    items: shapeOf.optional(),
    anyOf: z.array(shapeOf).optional(),
    const: z.unknown().optional(),
  }),
)

let kept: Shape | undefined

/** Made once: it never changes while the program runs. */
const wholeShape = (): Shape => {
  kept ??= shapeOf.parse(withoutOneOf(z.toJSONSchema(procedureSchema, { io: 'input', reused: 'inline' })))
  return kept
}

/** `oneOf` and `anyOf` mean the same to a walker. */
const withoutOneOf = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema).replaceAll('"oneOf":', '"anyOf":'))
