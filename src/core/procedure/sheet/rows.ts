// The rows of the flowchart table: how high each is, and which page it stands on.
import { BODY, type Columns, type Span } from './columns.ts'
import { wrap } from './measure.ts'
import { type Cell, heightOf, INSET } from './picture.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export type Row = { row: SheetRow; h: number }

/** Height of a symbol by its kind; pads of a row above and below it are the room of the lines. */
export const SYMBOL_HEIGHT = { terminator: 18, process: 18, decision: 25, 'off-page': 17 }

/** @param pad free height above and below each symbol, points */
export const measuredRows = (sheet: Sheet, columns: Columns, pad: number): Row[] =>
  sheet.rows.map((row) => {
    const texts = rowCells(row, columns, { y: 0, h: 0 }).map(
      ({ lines, size }) => heightOf(lines.length, size) + 2 * INSET.y,
    )
    return { row, h: Math.max(SYMBOL_HEIGHT[row.symbol] + 2 * pad, ...texts) }
  })

/** Every cell of one row, in the order of the columns. */
export const rowCells = (row: SheetRow, columns: Columns, { y, h }: { y: number; h: number }): Cell[] => {
  const cell = (texts: readonly string[], { x, w }: Span, align: Cell['align'] = 'left'): Cell => ({
    x,
    y,
    w,
    h,
    lines: texts.flatMap((text) => listed(text, w, texts.length > 1)),
    size: BODY,
    bold: false,
    align,
    valign: align === 'center' ? 'middle' : 'top',
    frame: true,
    shade: false,
    role: 'cell',
  })
  return [
    cell([row.no].filter(said), columns.no, 'center'),
    cell([row.activity].filter(said), columns.activity),
    ...columns.lanes.map((span, lane) => ({
      ...cell([], span),
      ...(row.lanes.includes(lane) ? { alt: row.says } : {}),
    })),
    cell(row.needs, columns.needs),
    cell([row.time].filter(said), columns.time, 'center'),
    cell(row.makes, columns.makes),
    cell([row.note].filter(said), columns.note),
  ]
}

const said = (text: string): boolean => text !== ''

/** Several papers of one cell are a list. */
const listed = (text: string, width: number, isList: boolean): string[] => {
  const room = width - 2 * INSET.x
  if (!isList) return wrap(text, room, { size: BODY })
  return wrap(text, room - 5, { size: BODY }).map((line, at) => (at === 0 ? `- ${line}` : `\u00a0\u00a0${line}`))
}

/** Fills pages to the same height, so that the last does not carry one row alone. @param room heights of the rows of a page */
export const intoPages = (rows: readonly Row[], room: number): Row[][] => {
  const wanted = filled(rows, room).length
  let limit = room
  while (limit > 40 && filled(rows, limit - 10).length === wanted) limit -= 10
  return filled(rows, limit)
}

/** A row that is higher than a page has a page of its own. */
const filled = (rows: readonly Row[], room: number): Row[][] => {
  const pages: Row[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (used + row.h > room) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(row)
    used += row.h
  }
  return pages
}
