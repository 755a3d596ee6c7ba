// Which template a letter has: the office's own, or the default for its kind; and whether it fits a form.
import { GENERAL_LETTER } from '../core/paper/letter-templates.ts'
import type { Field } from '../core/procedure/field-schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { templateFaults } from './language/check.ts'
import { readTemplate } from './language/read.ts'
import type { Known, LetterTemplate, TemplateFault } from './language/template.ts'
import { knownTo } from './values.ts'

/**
 * @param letters sources of the office by name, those of all offices among them
 * @throws when the source is no template: the linter has let a faulty catalogue pass
 */
export const templateFor = (name: string, letters: Readonly<Record<string, string>>): LetterTemplate => {
  const source = letters[name] ?? letters[GENERAL_LETTER]
  if (source === undefined) throw new Error(`There is no letter "${name}" and no "${GENERAL_LETTER}" in its place`)
  const read = readTemplate(source)
  if (!read.ok) throw new Error(`Letter "${name}", line ${read.faults[0]?.line}: ${read.faults[0]?.sentence.en}`)
  return read.template
}

/** The name of a kind of letter, for lists and file names. */
export const letterTitle = (name: string, letters: Readonly<Record<string, string>>): string =>
  templateFor(name, letters).front.title

/** Everything in a letter's source that would keep it from being printed for a form with these fields. */
export const letterFaults = (source: string | undefined, fields: readonly Field[]): TemplateFault[] => {
  if (source === undefined) return [{ line: 1, sentence: MISSING }]
  const read = readTemplate(source)
  return read.ok ? templateFaults(read.template, knownToLetter(read.template, fields)) : read.faults
}

/** What is wrong with a file itself, whoever sends the letter. @param name of the file */
export const templateFileFaults = (name: string, source: string): TemplateFault[] => {
  const read = readTemplate(source)
  if (!read.ok) return read.faults
  return read.template.front.letter === name ? [] : [{ line: 2, sentence: NOT_ITS_NAME }]
}

const NOT_ITS_NAME: Sentence = sentence(
  'letter harus sama dengan nama berkasnya, tanpa .md.',
  'letter must be the name of its file, without .md.',
)

/** @param fields of the procedure that sends it; a field of the template's own with the same name stands before them */
export const knownToLetter = ({ front }: LetterTemplate, fields: readonly Field[]): Known =>
  knownTo(fieldsFor(front.fields, fields))

export const fieldsFor = (own: readonly Field[], fields: readonly Field[]): Field[] => [
  ...fields.filter(({ field }) => !own.some((one) => one.field === field)),
  ...own,
]

const MISSING: Sentence = sentence(
  'tidak ada naskahnya, dan naskah balasan umum pun tidak ada.',
  'has no template, and there is no general reply either.',
)
