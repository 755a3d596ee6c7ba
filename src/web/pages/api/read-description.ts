// The published description as the reference page reads it: what stands on the page is what a program is told.
import { z } from 'zod'
import { descriptionIn } from '../../api/description.ts'
import type { Lang } from '../../ui/masthead.tsx'

/** The keywords of JSON Schema that our own schemas use. */
export type Shape = {
  $ref?: string | undefined
  type?: string | string[] | undefined
  format?: string | undefined
  pattern?: string | undefined
  enum?: unknown[] | undefined
  const?: unknown
  default?: unknown
  items?: Shape | undefined
  anyOf?: Shape[] | undefined
  oneOf?: Shape[] | undefined
  properties?: Record<string, Shape> | undefined
  additionalProperties?: Shape | boolean | undefined
  required?: string[] | undefined
  description?: string | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
}

const Shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    items: Shape.optional(),
    anyOf: z.array(Shape).optional(),
    oneOf: z.array(Shape).optional(),
    properties: z.record(z.string(), Shape).optional(),
    additionalProperties: z.union([z.boolean(), Shape]).optional(),
    required: z.array(z.string()).optional(),
    description: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
)

const Content = z.record(z.string(), z.object({ schema: Shape, example: z.unknown().optional() }))
const Header = z.object({ description: z.string() })

const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean().default(false),
      description: z.string().optional(),
      schema: Shape,
    }),
  ),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ headers: z.record(z.string(), Header).default({}), content: Content.default({}) }),
  ),
})

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Shape) }),
})

export type Operation = z.output<typeof Operation>
export type Described = { operations: ReadonlyMap<string, Operation>; schemas: readonly [string, Shape][] }

const known = new Map<Lang, Described>()

/** Read once for a language: it is the same for every reader. */
export const described = (language: Lang, version: string): Described => {
  const made = known.get(language) ?? read(descriptionIn(language, version))
  known.set(language, made)
  return made
}

const read = (json: unknown): Described => {
  const { paths, components } = Description.parse(json)
  const all = Object.values(paths).flatMap((methods) => Object.values(methods))
  return {
    operations: new Map(all.map((one) => [one.operationId, one])),
    schemas: Object.entries(components.schemas).toSorted(([a], [b]) => a.localeCompare(b)),
  }
}
