// What a letter may say about a dossier: the answers of its form as people read them, and the office's own words.

import type { Column, Field } from '../core/procedure/field-schema.ts'
import { type Form, PERSON_PARTS } from '../core/procedure/form.ts'
import { isPerson, isTable, type TableRow } from '../core/procedure/table.ts'
import { longDate } from './indonesian.ts'

/** Placeholders that every letter may use beside the fields of the form. */
export const RESERVED = [
  'agency.name',
  'client.name',
  'client.head',
  'dossier.number',
  'dossier.subject',
  'dossier.submittedOn',
  'tracking.code',
  'tracking.url',
  'procedure.title',
  'procedure.number',
  'incoming.number',
  'incoming.date',
  'letter.number',
  'letter.date',
  'note',
  'reason',
] as const

export type Reserved = (typeof RESERVED)[number]

/** Words for `fillLetter`: one for each reserved name and each field, empty where nothing was answered. */
export const letterWords = (
  fields: readonly Field[],
  form: Form,
  reserved: Readonly<Record<Reserved, string>>,
): Record<string, string> => ({
  ...Object.fromEntries(fields.flatMap((field) => wordsOf(field, field.confidential ? {} : form))),
  ...reserved,
})

/** Names that a letter of this form may use; what the linter checks placeholders against. */
export const placeholdersFor = (fields: readonly Field[]): string[] => [
  ...fields.filter((field) => !field.confidential).flatMap((field) => wordsOf(field, {}).map(([name]) => name)),
  ...RESERVED,
]

/** The answer as it is printed: the label of a choice, a long date, the text itself. */
export const answerOf = (field: Field, form: Form): string => {
  const value = form[field.field]
  if (isTable(value)) return rowsOf(field, value)
  if (typeof value !== 'string' || value === '') return ''
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label.id ?? value
    case 'date':
      return longDate(value)
    case 'consent':
      return 'Ya'
    case 'number':
      return field.unit ? `${value} ${field.unit}` : value
    case 'time':
    case 'email':
    case 'phone':
    case 'mailbox-name':
    case 'coordinates':
    case 'text':
    case 'long-text':
    case 'url':
    case 'ip':
    case 'domain-name':
    case 'file':
      return value
    case 'person':
    case 'table':
      return ''
  }
}

/** A line for each row, numbered where there are several; each cell but the first with the name of its column. */
const rowsOf = (field: Field, rows: readonly TableRow[]): string => {
  if (field.type !== 'table') return ''
  const lines = rows.map((row) =>
    field.columns
      .map((column, at) => ({ label: at === 0 ? '' : `${column.label.id}: `, said: cellOf(column, row) }))
      .filter(({ said }) => said !== '')
      .map(({ label, said }) => `${label}${said}`)
      .join('; '),
  )
  return lines.length > 1 ? lines.map((line, at) => `${at + 1}. ${line}`).join('\n') : lines.join('\n')
}

const cellOf = ({ column, type, options }: Column, row: TableRow): string => {
  const cell = row[column] ?? ''
  if (type === 'date' && cell !== '') return longDate(cell)
  return options.find((option) => option.value === cell)?.label.id ?? cell
}

const wordsOf = (field: Field, form: Form): [name: string, word: string][] => {
  if (field.type !== 'person') return [[field.field, answerOf(field, form)]]
  const person = form[field.field]
  return PERSON_PARTS.map((part) => [`${field.field}.${part}`, isPerson(person) ? person[part] : ''])
}
