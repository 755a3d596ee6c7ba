// A table that becomes a list of cards on a telephone; each cell carries its column's name.
import type { ComponentChildren } from 'preact'

export type Column<Row> = {
  key: string
  label: string
  render: (row: Row) => ComponentChildren
  /** Numbers and times align at the end. */
  align?: 'start' | 'end' | undefined
  /** The column that names the row: its header, and the title of the card. */
  head?: boolean | undefined
}

export type TableProps<Row> = {
  caption: string
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What stands there when there are no rows. */
  empty?: ComponentChildren
}

export const Table = <Row,>({ caption, captionHidden, columns, rows, rowKey, empty }: TableProps<Row>) => {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class="fit">
      <table class="table">
        <caption class={captionHidden ? 'visually-hidden' : 'table-caption'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={alignOf(column.align)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => cell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cell = <Row,>(column: Column<Row>, row: Row) =>
  column.head ? (
    <th key={column.key} scope="row" class={alignOf(column.align)} data-label={column.label}>
      {column.render(row)}
    </th>
  ) : (
    <td key={column.key} class={alignOf(column.align)} data-label={column.label}>
      <span class="cell">{column.render(row)}</span>
    </td>
  )

const alignOf = (align: 'start' | 'end' | undefined): string | undefined => (align === 'end' ? 'align-end' : undefined)
