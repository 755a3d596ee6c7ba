// What may stand in the text of a letter, by where it comes from, as somebody who writes one chooses it.

import type { Field } from '../../core/procedure/field-schema.ts'
import { PERSON_PARTS } from '../../core/procedure/form.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { RESERVED, RESERVED_WORDS } from '../reserved.ts'

export type Insertable = { text: string; says: Sentence }

/** Fields of a form or of the text itself; a confidential one is never printed, a file has no words. */
export const insertableFields = (fields: readonly Field[]): Insertable[] =>
  fields.filter(({ confidential, type }) => !confidential && type !== 'file' && type !== 'consent').flatMap(ofField)

export const insertableWords: readonly Insertable[] = RESERVED.map((name) => ({
  text: `{${name}}`,
  says: RESERVED_WORDS[name],
}))

const ofField = (field: Field): Insertable[] => {
  const { label } = field
  if (field.type === 'person')
    return PERSON_PARTS.map((part) => ({
      text: `{${field.field}.${part}}`,
      says: sentence(`${label.id}: ${part}`, `${label.en}: ${part}`),
    }))
  if (field.type === 'table')
    return [
      {
        text: `[ulang ${field.field}]\n${field.columns.map(({ column }) => `{${column}}`).join(', ')}\n[selesai]`,
        says: sentence(`${label.id}: tiap baris`, `${label.en}: each row`),
      },
    ]
  return [{ text: `{${field.field}}`, says: label }]
}
