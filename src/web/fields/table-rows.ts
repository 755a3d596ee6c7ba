// The rows of tables in a form as they are typed: how many stand there, one more, one less, none empty between others.
import { groupsAt } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { TableField, TableRow } from '../../core/procedure/table.ts'
import { cellName, type TypedValues } from './typed-form.ts'

/** Control of the buttons that change rows: `add:titik`, `remove:titik:2`, or `keep`, which only shows the form again. */
export const ROW = 'row'

/** At least one, so that there is something to type into. */
export const rowsShown = (field: TableField, values: TypedValues): number =>
  Math.min(field.rows, Math.max(1, rowsTyped(field, values).length))

/** What a button about rows asks for is done; rows left empty between others are closed up. */
export const withRows = (
  procedure: Procedure,
  step: string | undefined,
  values: TypedValues,
  deed: string,
): TypedValues =>
  tablesAt(procedure, step).reduce((before, field) => {
    const rows = changed(field, closedUp(rowsTyped(field, before)), deed)
    const others = Object.entries(before).filter(([name]) => !name.startsWith(`${field.field}.`))
    return { ...Object.fromEntries(others), ...cellsOf(field, rows) }
  }, values)

const changed = (field: TableField, rows: TableRow[], deed: string): TableRow[] => {
  const [what, name, at = ''] = deed.split(':')
  if (name !== field.field) return rows
  if (what === 'add') return [...(rows.length === 0 ? [{}] : rows), {}].slice(0, field.rows)
  if (what === 'remove') return rows.filter((_, index) => String(index) !== at)
  return rows
}

/** Empty rows stay only at the end: what is said about a row then points at the row that is meant. */
const closedUp = (rows: readonly TableRow[]): TableRow[] => [
  ...rows.filter(isFilled),
  ...rows.filter((row) => !isFilled(row)),
]

const isFilled = (row: TableRow): boolean => Object.values(row).some((cell) => cell.trim() !== '')

const rowsTyped = ({ field, rows, columns }: TableField, values: TypedValues): TableRow[] => {
  const typed = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      columns.flatMap(({ column }) => {
        const cell = values[cellName(field, row, column)]?.[0]
        return cell === undefined ? [] : [[column, cell]]
      }),
    ),
  )
  return typed.slice(0, typed.findLastIndex((row) => Object.keys(row).length > 0) + 1)
}

const cellsOf = ({ field, columns }: TableField, rows: readonly TableRow[]): TypedValues =>
  Object.fromEntries(
    rows.flatMap((row, at) => columns.map(({ column }) => [cellName(field, at, column), [row[column] ?? '']])),
  )

const tablesAt = (procedure: Procedure, step: string | undefined): TableField[] =>
  groupsAt(procedure, step).flatMap((group) =>
    group.fields.filter((field): field is TableField => field.type === 'table'),
  )
