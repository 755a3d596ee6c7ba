// A shape of data on the reference page: its fields with their types, linked to the shapes they are made of.
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Visitor } from '../../visitor.ts'

type Words = Visitor['text']['api']

/** The few keywords of JSON Schema that our own schemas use. */
export type Shape = {
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
  description?: string | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
}

export const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    items: shape.optional(),
    anyOf: z.array(shape).optional(),
    oneOf: z.array(shape).optional(),
    properties: z.record(z.string(), shape).optional(),
    required: z.array(z.string()).optional(),
    description: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
  }),
)

const Description = z.object({ components: z.object({ schemas: z.record(z.string(), shape) }) })

export const readSchemas = (description: unknown): [string, Shape][] =>
  Object.entries(Description.parse(description).components.schemas).toSorted(([a], [b]) => a.localeCompare(b))

export const SchemaPart = ({ name, schema, visitor }: { name: string; schema: Shape; visitor: Visitor }) => (
  <details class="reference-part">
    <summary>
      <code>{name}</code>
    </summary>
    <div id={`schema-${name}`}>
      <TypeWords schema={schema} words={visitor.text.api} />
    </div>
  </details>
)

export const TypeWords = ({ schema, words }: { schema: Shape; words: Words }): ComponentChildren => {
  const all = schema.anyOf ?? schema.oneOf
  if (schema.$ref) return <RefLink to={schema.$ref} />
  if (all) return <Choice all={all} words={words} />
  if (schema.properties) return <Fields schema={schema} words={words} />
  if (schema.items)
    return (
      <>
        <TypeWords schema={schema.items} words={words} />
        {' []'}
      </>
    )
  return <code>{plainType(schema)}</code>
}

const RefLink = ({ to }: { to: string }) => {
  const name = to.split('/').at(-1) ?? ''
  return (
    <a href={`#schema-${name}`}>
      <code>{name}</code>
    </a>
  )
}

const Choice = ({ all, words }: { all: readonly Shape[]; words: Words }) => (
  <>
    {all.map((one, at) => (
      <>
        {at > 0 && ' | '}
        <TypeWords schema={one} words={words} />
      </>
    ))}
  </>
)

const Fields = ({ schema, words }: { schema: Shape; words: Words }) => (
  <ul class="bullets">
    {Object.entries(schema.properties ?? {}).map(([name, field]) => (
      <li key={name}>
        <code>{name}</code>
        {schema.required?.includes(name) ? '' : '?'}: <TypeWords schema={field} words={words} />
        {field.description ? ` (${field.description})` : ''}
      </li>
    ))}
  </ul>
)

const plainType = ({ type, format, enum: values, const: only, minLength, maxLength }: Shape): string => {
  if (values) return values.map((one) => JSON.stringify(one)).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  const kind = [type ?? 'any'].flat().join(' | ')
  const limits = maxLength === undefined ? '' : ` ${minLength ?? 0}..${maxLength}`
  return `${kind}${format ? ` ${format}` : ''}${limits}`
}
