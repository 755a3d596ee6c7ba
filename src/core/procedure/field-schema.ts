// The shape of a form field in a procedure file: a closed set of types, and one form of condition everywhere.
import { z } from 'zod'

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'huruf kecil, angka, dan tanda hubung / lower-case letters, digits and hyphens')

/** A text for people: one Indonesian sentence, or both languages. */
export const text = z.union([
  z.string().transform((id) => ({ id, en: id })),
  z.strictObject({ id: z.string(), en: z.string() }),
])

const condition = z.strictObject({
  field: slug,
  is: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]),
})

/** All conditions of the list must hold. */
export const when = z.union([condition.transform((one) => [one]), z.array(condition).min(1)])

const common = {
  field: slug,
  label: text,
  hint: text.optional(),
  required: z.boolean().default(false),
  when: when.optional(),
}

const max = z.number().int().positive()

export const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), max: max.default(200) }),
  z.strictObject({ ...common, type: z.literal('long-text'), max: max.default(4000) }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z.array(z.strictObject({ value: slug, label: text })).min(1),
  }),
  z.strictObject({ ...common, type: z.literal('date') }),
  z.strictObject({ ...common, type: z.literal('person') }),
  z.strictObject({ ...common, type: z.literal('url') }),
  z.strictObject({ ...common, type: z.literal('ip') }),
  z.strictObject({
    ...common,
    type: z.literal('domain-name'),
    availability: when.optional().describe('the name must be free where this holds, and must exist where it does not'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('file'),
    paper: slug,
    accept: z.array(z.enum(['pdf', 'jpg', 'png'])).min(1),
    orMade: z.boolean().default(false).describe('made from the form when nothing is uploaded'),
  }),
  z.strictObject({ ...common, type: z.literal('consent') }),
])

export const fieldGroup = z.strictObject({
  group: slug,
  label: text,
  at: slug.optional().describe('the submit step that asks for this group; without it the first step does'),
  fields: z.array(fieldSchema).min(1),
})

export type Field = z.output<typeof fieldSchema>
export type FieldGroup = z.output<typeof fieldGroup>
export type When = z.output<typeof when>
