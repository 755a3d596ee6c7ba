// A zod schema in the words of JSON Schema: named ones stand among the components, and its sentences are in one language.
import { z } from 'zod'
import type { Lang } from '../ui/masthead.tsx'
import { saidIn } from './says.ts'

export type Json = Record<string, unknown>
export type Speaking = { language: Lang; components: Json }
type Side = 'input' | 'output'

/** Named schemas (`.meta({ id })`) go among the components, once; the rest stands where it is used. */
export const schemaOf = (schema: z.ZodType, io: Side, { language, components }: Speaking): Json => {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  const moved = (part: unknown): Json =>
    Words.parse(saidIn(JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')), language))
  for (const [name, one] of Object.entries($defs)) {
    const { id: _id, ...plain } = one
    components[name] = moved(plain)
  }
  const { id, ...plain } = rest
  if (typeof id !== 'string') return moved(plain)
  components[id] = moved(plain)
  return { $ref: `#/components/schemas/${id}` }
}

const Words = z.record(z.string(), z.unknown())

/** The fields of an object, as parameters have them: name, schema, and whether it has to be there. */
export const fieldsOf = (shape: z.ZodObject | null, speaking: Speaking): [string, Json, boolean][] => {
  if (!shape) return []
  const { properties, required } = Fields.parse(schemaOf(shape, 'input', speaking))
  return Object.entries(properties).map(([name, schema]) => [name, schema, required.includes(name)])
}

const Fields = z.object({
  properties: z.record(z.string(), Words).default({}),
  required: z.array(z.string()).default([]),
})
