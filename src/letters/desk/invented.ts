// Answers that nobody gave: a field's own name in its place, so that a text is seen whole before there is a dossier.
import type { Column, Field } from '../../core/procedure/field-schema.ts'

/** By field, in the shape of the sample of a template. */
export const inventedAnswers = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.field, inventedFor(field)]))

const inventedFor = (field: Field): unknown => {
  switch (field.type) {
    case 'choice':
      return field.options[0]?.value ?? ''
    case 'person':
      return {
        nama: `‹${field.label.id}›`,
        jabatan: '‹jabatan›',
        email: 'nama@contoh.go.id',
        telepon: '0812-0000-0000',
      }
    case 'table':
      return [1, 2].map(() => Object.fromEntries(field.columns.map((column) => [column.column, inventedCell(column)])))
    default:
      return inventedText(field)
  }
}

const inventedCell = (column: Column): string =>
  column.type === 'choice' ? (column.options[0]?.value ?? '') : inventedText(column)

const inventedText = ({ type, label }: Pick<Field | Column, 'type' | 'label'>): string => {
  switch (type) {
    case 'date':
      return '2026-11-20'
    case 'time':
      return '09:00'
    case 'number':
      return '12'
    case 'consent':
      return 'yes'
    default:
      return `‹${label.id}›`
  }
}
