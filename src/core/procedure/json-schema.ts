// The shape of a procedure file as JSON Schema: editors complete, explain and check with it while an officer types.
import { z } from 'zod'
import { knownWord } from './compare/say.ts'
import { procedureSchema } from './schema.ts'

/** The text of `catalogue/procedure.schema.json`, and of the public address. */
export const procedureJsonSchema = (): string => {
  const schema = z.toJSONSchema(procedureSchema, { io: 'input' })
  return `${JSON.stringify(explained({ title: 'Prosedur MIPP', ...schema }), null, 2)}\n`
}

/** Each key says in both languages what it is called on a sheet, before what the schema says of it. */
const explained = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(explained)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'properties' ? keysExplained(value) : explained(value)]),
  )
}

const keysExplained = (properties: object): object =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const inner = explained(value)
      const word = knownWord(key)
      if (!word || typeof inner !== 'object' || inner === null) return [key, inner]
      const more = 'description' in inner ? `: ${String(inner.description)}` : ''
      return [key, { ...inner, description: `${word.id} / ${word.en}${more}` }]
    }),
  )
