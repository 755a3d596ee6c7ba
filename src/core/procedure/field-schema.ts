// The shape of a form field in a procedure file: a closed set of types, and one form of condition everywhere.
import { z } from 'zod'

/** A name; `constructor` is one that every object of the program has already. */
export const slug = z
  .string()
  .regex(
    /^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/,
    'huruf kecil, angka, dan tanda hubung / lower-case letters, digits and hyphens',
  )

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
  confidential: z.boolean().default(false).describe('seen only by those through whose hands the dossier goes'),
}

/** Of one file, where its field says nothing else; and what no field may go beyond. */
export const USUAL_FILE_BYTES = 10 * 1024 * 1024
export const MOST_FILE_BYTES = 200 * 1024 * 1024

const max = z.number().int().positive()
const option = z.strictObject({ value: slug, label: text })
const limits = z.strictObject({ min: z.number().optional(), max: z.number().optional() })

const column = z.strictObject({
  column: slug,
  label: text,
  type: z.enum(['text', 'number', 'url', 'date', 'time', 'choice', 'ip', 'coordinates']).default('text'),
  required: z.boolean().default(false),
  options: z.array(option).default([]),
})

export const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), max: max.default(200) }),
  z.strictObject({ ...common, type: z.literal('long-text'), max: max.default(4000) }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z.array(option).min(1),
  }),
  z.strictObject({
    ...common,
    type: z.literal('date'),
    notBefore: slug.optional().describe('the day of another field, or `hari-ini`'),
    notAfter: slug.optional().describe('the day of another field, or `hari-ini`'),
  }),
  z.strictObject({ ...common, type: z.literal('time') }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    unit: z.string().optional(),
    limits: limits.optional().describe('what can be written at all'),
    expected: limits.optional().describe('outside it the measurement is not good, and a note has to say what follows'),
  }),
  z.strictObject({ ...common, type: z.literal('email') }),
  z.strictObject({ ...common, type: z.literal('phone') }),
  z.strictObject({ ...common, type: z.literal('mailbox-name') }),
  z.strictObject({ ...common, type: z.literal('coordinates') }),
  z.strictObject({
    ...common,
    type: z.literal('table'),
    columns: z.array(column).min(1),
    rows: max.default(20).describe('how many at most'),
  }),
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
    accept: z
      .array(z.enum(['pdf', 'jpg', 'png']))
      .min(1)
      .default(['pdf', 'jpg', 'png']),
    maxFiles: max.max(20).default(1).describe('how many files at most'),
    maxBytes: max.max(MOST_FILE_BYTES).default(USUAL_FILE_BYTES).describe('of one file; 10485760 is 10 MB'),
    keepsLocation: z
      .boolean()
      .default(false)
      .describe('a photograph is kept as it was taken, with its place and camera; otherwise they are taken out'),
    orMade: z.boolean().default(false).describe('made from the form when nothing is uploaded'),
  }),
  z.strictObject({ ...common, type: z.literal('consent') }),
])

export const fieldGroup = z.strictObject({
  group: slug,
  label: text,
  at: slug.optional().describe('the step that asks for this group; without it the first step does'),
  fields: z.array(fieldSchema).min(1),
})

export type Field = z.output<typeof fieldSchema>
export type FieldType = Field['type']
export type Column = z.output<typeof column>
export type FieldGroup = z.output<typeof fieldGroup>
export type When = z.output<typeof when>
