// What a letter may say about a dossier: the answers of its form as people read them, and the office's own words.
import type { Column, Field } from '../core/procedure/field-schema.ts'
import { type Form, PERSON_PARTS } from '../core/procedure/form.ts'
import { isPerson, isTable, type TableRow } from '../core/procedure/table.ts'
import { dateInWords, dayName, longDate, numeral, numeralInWords } from './indonesian.ts'
import type { Known, LetterData, RowData } from './language/template.ts'
import { RESERVED, type Reserved } from './reserved.ts'

/** Everything that the answers of these fields say in a letter; what is confidential, or not told, stays empty. */
export const letterData = (
  fields: readonly Field[],
  form: Form,
  reserved: Readonly<Partial<Record<Reserved, string>>>,
): LetterData => ({
  words: {
    ...Object.fromEntries(fields.flatMap((field) => wordsOf(field, field.confidential ? {} : form))),
    ...Object.fromEntries(RESERVED.map((name) => [name, reserved[name] ?? ''])),
  },
  values: form,
  tables: Object.fromEntries(
    fields.flatMap((field) =>
      field.type === 'table' ? [[field.field, field.confidential ? [] : rowData(field, form)]] : [],
    ),
  ),
})

/** Names that a letter of this form may use; what the linter checks a template against. */
export const knownTo = (fields: readonly Field[]): Known => {
  const open = fields.filter((field) => !field.confidential)
  return {
    names: [...open.flatMap((field) => wordsOf(field, {}).map(([name]) => name)), ...RESERVED],
    confidential: fields.flatMap((field) => (field.confidential ? [field.field] : [])),
    tables: Object.fromEntries(
      open.flatMap((field) =>
        field.type === 'table' ? [[field.field, field.columns.map(({ column }) => column)]] : [],
      ),
    ),
    options: Object.fromEntries(
      fields.flatMap((field) =>
        field.type === 'choice' ? [[field.field, field.options.map(({ value }) => value)]] : [],
      ),
    ),
  }
}

/** The answer as it is printed: the label of a choice, a long date, the text itself. */
export const answerOf = (field: Field, form: Form): string => {
  const value = form[field.field]
  if (isTable(value)) return rowsOf(field, value)
  if (isPerson(value)) return field.type === 'person' ? value.nama : ''
  if (value === undefined || value === '') return ''
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label.id ?? value
    case 'date':
      return longDate(value)
    case 'consent':
      return 'Ya'
    case 'number':
      return field.unit ? `${numeral(value)} ${field.unit}` : numeral(value)
    case 'time':
      return value.replace(':', '.')
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

const rowData = (field: Extract<Field, { type: 'table' }>, form: Form): RowData[] => {
  const rows = form[field.field]
  return (isTable(rows) ? rows : []).map((row) => ({
    words: Object.fromEntries(field.columns.map((column) => [column.column, cellOf(column, row)])),
    values: row,
  }))
}

const cellOf = ({ column, type, options }: Column, row: TableRow): string => {
  const cell = row[column] ?? ''
  if (type === 'date' && cell !== '') return longDate(cell)
  if (type === 'number') return numeral(cell)
  if (type === 'time') return cell.replace(':', '.')
  return options.find((option) => option.value === cell)?.label.id ?? cell
}

/** A field's own name, and what more can be said of it: the parts of a person, a day or a figure in words. */
const wordsOf = (field: Field, form: Form): [name: string, word: string][] => {
  const own: [string, string] = [field.field, answerOf(field, form)]
  const value = form[field.field]
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'person':
      return [
        own,
        ...PERSON_PARTS.map((part): [string, string] => [`${field.field}.${part}`, isPerson(value) ? value[part] : '']),
      ]
    case 'date':
      return [own, [`${field.field}.hari`, dayName(text)], [`${field.field}.terbilang`, dateInWords(text)]]
    case 'number':
      return [own, [`${field.field}.terbilang`, numeralInWords(text)]]
    case 'table': {
      const count = isTable(value) ? value.length : 0
      return [
        own,
        [`${field.field}.jumlah`, String(count)],
        [`${field.field}.terbilang`, numeralInWords(String(count))],
      ]
    }
    default:
      return [own]
  }
}
