// What is wrong with the shape of a value of a procedure file, in an officer's words, with what to write instead.
import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { fieldSchema } from './field-schema.ts'
import { startSchema } from './start-schema.ts'

export type Issue = z.core.$ZodIssue

/** Null where only the plain words of the reader are left. @param value what stands there */
export const shapeWords = (issue: Issue, key: PropertyKey | undefined, value: unknown): Sentence | null => {
  const options = optionsOf(issue, key)
  if (value === undefined && issue.code !== 'custom') return withOptions(MISSING, options)
  if (value === null || value === '') return withOptions(EMPTY, options)
  if (options.length > 0) return unknownOption(value, options)
  if (isDate(key)) return DATE
  const wanted = isText(issue) ? textWords(value) : null
  return wanted ?? WANTED[String(key)] ?? plainWords(issue)
}

const MISSING = sentence('belum ditulis', 'is not written yet')
const EMPTY = sentence('belum diisi', 'is empty')
const DATE = sentence(
  "harus tanggal seperti tercetak, misalnya 2026-11-20 atau 2026-11, atau '2026' dalam tanda petik; ~ bila kosong",
  "must be a date as printed, for example 2026-11-20 or 2026-11, or '2026' in quotes; ~ if empty",
)

const isDate = (key: PropertyKey | undefined): boolean => ['created', 'revised', 'effective'].includes(String(key))

/** The closed list of words that may stand there; empty where anything may. */
const optionsOf = (issue: Issue, key: PropertyKey | undefined): string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code !== 'invalid_union' || issue.errors.length > 0) return []
  if (key === 'type') return fieldSchema.options.map((one) => one.shape.type.value)
  return key === 'by' ? startSchema.options.map((one) => one.shape.by.value) : []
}

const withOptions = ({ id, en }: Sentence, options: readonly string[]): Sentence =>
  options.length === 0
    ? sentence(id, en)
    : sentence(`${id}; pilihannya: ${options.join(', ')}`, `${en}; it may be: ${options.join(', ')}`)

const unknownOption = (value: unknown, options: string[]): Sentence => {
  const said = typeof value === 'string' ? value.slice(0, 40) : undefined
  const meant = said === undefined ? undefined : nearest(said, options)
  const [id, en] = meant ? [`. Maksud Anda "${meant}"?`, `. Did you mean "${meant}"?`] : ['', '']
  const [of, called] = said === undefined ? ['', ''] : [` "${said}"`, ` "${said}"`]
  return sentence(
    `tidak boleh${of}; pilihannya: ${options.join(', ')}${id}`,
    `cannot be${called}; it may be: ${options.join(', ')}${en}`,
  )
}

const isText = (issue: Issue): boolean =>
  (issue.code === 'invalid_type' && issue.expected === 'string') ||
  (issue.code === 'invalid_union' &&
    issue.errors.some((branch) => branch.some((one) => one.path.length === 0 && isText(one))))

/** YAML takes 4 for a number and yes for a word of logic; the officer meant what is printed. */
const textWords = (value: unknown): Sentence | null =>
  typeof value === 'number' || typeof value === 'boolean'
    ? sentence(`harus teks: beri tanda petik, '${value}'`, `must be text: put it in quotes, '${value}'`)
    : null

const STEPS = sentence(
  'harus nama langkah atau daftar nama langkah',
  'must be the name of a step or a list of such names',
)
const TEXTS = sentence('harus teks, atau { id: ..., en: ... }', 'must be text, or { id: ..., en: ... }')
const WHEN = sentence(
  'harus ditulis { field: nama-isian, is: nilai }',
  'must be written { field: name-of-field, is: value }',
)

const WANTED: Readonly<Partial<Record<string, Sentence>>> = {
  actor: sentence(
    'harus nama pelaksana atau daftar nama (huruf kecil, angka, tanda hubung)',
    'must be the name of an actor or a list of such names (lower-case letters, digits, hyphens)',
  ),
  // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
  then: STEPS,
  to: STEPS,
  label: TEXTS,
  hint: TEXTS,
  question: TEXTS,
  when: WHEN,
  availability: WHEN,
  changeWhen: WHEN,
  removeWhen: WHEN,
  retireWhen: WHEN,
  time: sentence(
    'harus teks, misalnya 5 menit, 1 jam, 2 hari, Tentative, atau -',
    'must be text, for example 5 menit, 1 jam, 2 hari, Tentative or -',
  ),
}

const KINDS: Readonly<Partial<Record<string, Sentence>>> = {
  string: sentence('harus teks', 'must be text'),
  number: sentence('harus angka', 'must be a number'),
  int: sentence('harus angka bulat', 'must be a whole number'),
  boolean: sentence('harus true atau false', 'must be true or false'),
  array: sentence('harus daftar, misalnya [satu, dua]', 'must be a list, for example [one, two]'),
  object: sentence('harus berisi kunci-kunci sendiri, bukan satu nilai', 'must hold keys of its own, not one value'),
  record: sentence('harus berisi kunci-kunci sendiri, bukan satu nilai', 'must hold keys of its own, not one value'),
}

const plainWords = (issue: Issue): Sentence | null => {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? null
  if (issue.code === 'too_small')
    return sentence(`perlu sedikitnya ${issue.minimum}`, `needs ${issue.minimum} at least`)
  if (issue.code !== 'invalid_format') return null
  const [id, en] = issue.message.split(' / ')
  return id === undefined || en === undefined ? null : sentence(`hanya boleh ${id}`, `may only have ${en}`)
}
