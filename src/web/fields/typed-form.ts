// Between what a page sends (names and texts) and the form of a procedure (answers by field).
import type { Field } from '../../core/procedure/field-schema.ts'
import { type Form, type FormValue, groupsAt, PERSON_PARTS, type PersonValue } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { isTable, type TableField, type TableRow } from '../../core/procedure/table.ts'
import { all, type Posted } from '../request/body.ts'

/** Control by which a letter is made anew from the corrected form. */
export const remakeControl = (field: string): string => `${field}.remake`

/** Texts by the name of their control; a person has one control for each part, `pj-teknis.email`. */
export type TypedValues = Record<string, string[]>

/** Every control of what this step asks for; nothing else that is sent is kept. */
export const keepKnown = (procedure: Procedure, posted: Posted, step?: string): TypedValues =>
  Object.fromEntries(
    controlNames(procedure, step).flatMap((name) => (all(posted, name).length > 0 ? [[name, all(posted, name)]] : [])),
  )

/** Untrimmed and unjudged: `tidyForm` and `formFaults` follow. */
export const typedForm = (procedure: Procedure, values: TypedValues, step?: string): Form => {
  const form: Form = {}
  for (const field of askedAt(procedure, step)) {
    if (field.type === 'file') continue
    const value = typedValue(values, field)
    if (value !== null) form[field.field] = value
  }
  return form
}

/** The other way round: a stored form as the controls of a page show it. */
export const valuesOf = (form: Form): TypedValues =>
  Object.fromEntries(Object.entries(form).flatMap(([field, value]): [string, string[]][] => valueTexts(field, value)))

const valueTexts = (field: string, value: FormValue): [string, string[]][] => {
  if (typeof value === 'string') return [[field, [value]]]
  if (isTable(value)) {
    return value.flatMap((row, at) =>
      Object.entries(row).map(([column, cell]): [string, string[]] => [cellName(field, at, column), [cell]]),
    )
  }
  return PERSON_PARTS.map((part) => [`${field}.${part}`, [value[part]]])
}

/** The control of one cell, rows counted from 0: `alamat.0.url`. */
export const cellName = (field: string, row: number, column: string): string => `${field}.${row}.${column}`

const cellNames = ({ field, rows, columns }: TableField): string[] =>
  Array.from({ length: rows }, (_, row) => columns.map(({ column }) => cellName(field, row, column))).flat()

const typedValue = (values: TypedValues, field: Field): FormValue | null => {
  if (field.type === 'person') return typedPerson(values, field.field)
  if (field.type === 'table') return typedRows(values, field)
  return values[field.field]?.[0] ?? ''
}

/** Rows without a word between others are left out later, so that faults point at what stands on the page only when tidy. */
const typedRows = (values: TypedValues, { field, rows, columns }: TableField): TableRow[] =>
  Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ column }) => [column, values[cellName(field, row, column)]?.[0] ?? ''])),
  )

const askedAt = (procedure: Procedure, step?: string): Field[] =>
  groupsAt(procedure, step).flatMap((group) => group.fields)

const controlNames = (procedure: Procedure, step?: string): string[] =>
  askedAt(procedure, step).flatMap((field) =>
    field.type === 'table'
      ? cellNames(field)
      : field.type === 'person'
        ? PERSON_PARTS.map((part) => `${field.field}.${part}`)
        : [field.type === 'file' ? remakeControl(field.field) : field.field],
  )

/** Null where nothing was typed at all, so that the field counts as empty. */
const typedPerson = (values: TypedValues, field: string): PersonValue | null => {
  const part = (name: (typeof PERSON_PARTS)[number]): string => values[`${field}.${name}`]?.[0] ?? ''
  const person = { nama: part('nama'), jabatan: part('jabatan'), email: part('email'), telepon: part('telepon') }
  return PERSON_PARTS.every((name) => person[name].trim() === '') ? null : person
}
