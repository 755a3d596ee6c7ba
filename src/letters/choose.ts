// Which text a letter has: the office's own, or the default for its kind; and whether a text fits a form.
import { GENERAL_LETTER } from '../core/paper/letter-templates.ts'
import type { Field } from '../core/procedure/field-schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { conditionFieldsOf, type LetterText, letterTextSchema, placeholdersOf } from './text.ts'
import { placeholdersFor } from './values.ts'

/**
 * @param own parsed letter files of the agency by name, @param defaults those of `catalogue/letters`
 * @throws when the file is not a letter text: the linter has let a faulty catalogue pass
 */
export const letterTextFor = (
  name: string,
  own: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): LetterText => letterTextSchema.parse(own[name] ?? defaults[name] ?? defaults[GENERAL_LETTER] ?? own[GENERAL_LETTER])

/** Everything in a letter file that would keep it from being printed for this form. */
export const letterFaults = (data: unknown, fields: readonly Field[]): Sentence[] => {
  const read = letterTextSchema.safeParse(data)
  if (!read.success) return read.error.issues.map(({ path, message }) => misshapen(path.map(String).join('.'), message))
  const known = placeholdersFor(fields)
  return [
    ...placeholdersOf(read.data)
      .filter((name) => !known.includes(name))
      .map((name) =>
        fields.some((field) => field.field === name.split('.')[0])
          ? sentence(
              `Isian {${name}} dirahasiakan (confidential), sehingga tidak boleh tercetak dalam surat.`,
              `The field {${name}} is confidential, so no letter may print it.`,
            )
          : sentence(`Isian {${name}} tidak dikenal.`, `Unknown placeholder {${name}}.`),
      ),
    ...conditionFieldsOf(read.data)
      .filter((name) => !fields.some((field) => field.field === name))
      .map((name) =>
        sentence(
          `Syarat menanyakan isian "${name}" yang tidak ada di formulir.`,
          `A condition asks about "${name}", which the form has not.`,
        ),
      ),
  ]
}

const misshapen = (place: string, message: string): Sentence =>
  sentence(
    `Isi ${place || 'berkas'} tidak sesuai: ${message}`,
    `${place || 'The file'} is not as it must be: ${message}`,
  )
