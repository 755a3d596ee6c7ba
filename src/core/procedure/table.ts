// A table in a form: rows of a few columns, as the addresses of a report or the people of an access list.
import { type Sentence, sentence } from '../sentence.ts'
import type { Column, Field } from './field-schema.ts'
import type { FieldFault, FormValue, PersonValue } from './form.ts'
import { shapeFault } from './value-faults.ts'

/** Text by column. */
export type TableRow = Record<string, string>
export type TableField = Extract<Field, { type: 'table' }>

export const isTable = (value: FormValue | undefined): value is TableRow[] => Array.isArray(value)

export const isPerson = (value: FormValue | undefined): value is PersonValue =>
  typeof value === 'object' && !Array.isArray(value)

/** Known columns alone, trimmed; rows in which nothing stands are left out. */
export const tidyRows = ({ columns }: TableField, rows: readonly TableRow[]): TableRow[] =>
  rows
    .map((row) =>
      Object.fromEntries(
        columns.flatMap(({ column }) => {
          const value = (row[column] ?? '').trim()
          return value === '' ? [] : [[column, value]]
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)

/** Faults by cell, `field.row.column` with rows counted from 0, or of the whole table under its own name. */
export const tableFaults = (field: TableField, value: FormValue | undefined): FieldFault[] => {
  const rows = isTable(value) ? tidyRows(field, value) : []
  if (rows.length === 0) return field.required ? [whole(field, EMPTY(field))] : []
  if (rows.length > field.rows) return [whole(field, tooMany(field, rows.length))]
  return rows.flatMap((row, at) =>
    field.columns.flatMap((column) => {
      const said = cellFault(column, row[column.column] ?? '')
      return said ? [{ field: `${field.field}.${at}.${column.column}`, sentence: said }] : []
    }),
  )
}

/** One line for lists and letters: the cells of a row, rows apart by semicolons. */
export const tableText = (rows: readonly TableRow[]): string =>
  rows.map((row) => Object.values(row).join(', ')).join('; ')

const whole = ({ field }: TableField, said: Sentence): FieldFault => ({ field, sentence: said })

const EMPTY = ({ label }: TableField): Sentence =>
  sentence(`${label.id}: isi paling sedikit satu baris.`, `${label.en}: fill in one row at least.`)

const tooMany = ({ rows }: TableField, count: number): Sentence =>
  sentence(`Paling banyak ${rows} baris; sekarang ${count}.`, `${rows} rows at most; there are ${count}.`)

const cellFault = (column: Column, value: string): Sentence | null => {
  if (value !== '') return shapeFault(column, value)
  return column.required ? sentence(`${column.label.id} belum diisi.`, `${column.label.en} is missing.`) : null
}
