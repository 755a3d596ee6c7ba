// A letter's text as data: sentences with places for values, and when each of them is said.
import { z } from 'zod'
import { slug, type When, when } from '../core/procedure/field-schema.ts'
import { holds } from '../core/procedure/when.ts'

/** A sentence that is always said, or only under a condition. */
const sentence = z.union([
  z
    .string()
    .min(1)
    .transform((text) => ({ text, when: undefined })),
  z.strictObject({ text: z.string().min(1), when: when.optional() }),
])

/** One of several: the first whose condition holds. */
const variants = z
  .union([sentence.transform((one) => [one]), z.array(sentence).min(1)])
  .refine(
    (list) => list.at(-1)?.when === undefined,
    'varian terakhir harus tanpa syarat / the last variant must have no condition',
  )

export const letterTextSchema = z.strictObject({
  letter: slug,
  title: z.string().min(1).describe('what the office calls this letter'),
  subject: variants.describe('the line Hal'),
  security: z.string().min(1).default('Biasa').describe('the line Sifat'),
  opening: variants.describe('stands before the table'),
  table: z
    .array(z.strictObject({ label: z.string().min(1), value: z.string().min(1), when: when.optional() }))
    .default([]),
  paragraphs: z.array(sentence).default([]).describe('stand after the table'),
  closing: variants,
  copies: z.array(sentence).default([]).describe('Tembusan'),
})

export type LetterText = z.output<typeof letterTextSchema>

/** `words` stand in the placeholders; `form` holds the stored values that conditions are asked about. */
export type LetterValues = { words: Readonly<Record<string, string>>; form: Readonly<Record<string, unknown>> }

export type FilledLetter = {
  title: string
  subject: string
  security: string
  opening: string
  table: { label: string; value: string }[]
  paragraphs: string[]
  closing: string
  copies: string[]
}

export type FillResult = { ok: true; letter: FilledLetter } | { ok: false; unknown: string[] }

/**
 * A row, paragraph or copy is left out when its condition does not hold, or when it has placeholders
 * and all of them are empty. A value is put in once and never read again as text with placeholders.
 */
export const fillLetter = (text: LetterText, values: LetterValues): FillResult => {
  const unknown = placeholdersOf(text).filter((name) => !Object.hasOwn(values.words, name))
  if (unknown.length > 0) return { ok: false, unknown }
  const fill = (template: string): string =>
    template.replace(PLACEHOLDER, (_, name: string) => values.words[name] ?? '')
  const said = (list: Sentence[]): string[] =>
    list
      .filter((entry) => holds(entry.when, values.form) && hasWords(entry.text, values))
      .flatMap((entry) => fill(entry.text).split(/\n[^\S\n]*\n/))
  const first = (list: Sentence[]): string => fill(list.find((entry) => holds(entry.when, values.form))?.text ?? '')
  return {
    ok: true,
    letter: {
      title: fill(text.title),
      subject: first(text.subject),
      security: fill(text.security),
      opening: first(text.opening),
      table: text.table
        .filter((row) => holds(row.when, values.form) && hasWords(row.value, values))
        .map((row) => ({ label: fill(row.label), value: fill(row.value) })),
      paragraphs: said(text.paragraphs),
      closing: first(text.closing),
      copies: said(text.copies),
    },
  }
}

/** Every placeholder of the text once, also those under conditions. */
export const placeholdersOf = (text: LetterText): string[] => {
  const sentences = [...text.subject, ...text.opening, ...text.paragraphs, ...text.closing, ...text.copies].map(
    (entry) => entry.text,
  )
  const cells = text.table.flatMap((row) => [row.label, row.value])
  return [...new Set([text.title, text.security, ...sentences, ...cells].flatMap(namesIn))]
}

/** Fields that conditions of the text ask about; each must be a field of the procedure's form. */
export const conditionFieldsOf = (text: LetterText): string[] => {
  const entries = [...text.subject, ...text.opening, ...text.table, ...text.paragraphs, ...text.closing, ...text.copies]
  return [...new Set(entries.flatMap((entry) => (entry.when ?? []).map(({ field }) => field)))]
}

type Sentence = { text: string; when?: When | undefined }

/** `{nama-domain}`, `{pj-teknis.nama}`, `{letter.number}`; any other brace is only a brace. */
const PLACEHOLDER = /\{([a-z][a-z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)?)\}/g

const namesIn = (template: string): string[] => [...template.matchAll(PLACEHOLDER)].map((found) => found[1] ?? '')

const hasWords = (template: string, { words }: LetterValues): boolean => {
  const names = namesIn(template)
  return names.length === 0 || names.some((name) => (words[name] ?? '').trim() !== '')
}
