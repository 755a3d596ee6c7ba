// A table: the row of its headings, how its columns stand, and its rows, some of them once for each row of a field.
import { MOST_COLUMNS } from './budget.ts'
import { faultOn } from './faults.ts'
import { type Cursor, isBeginning, isEnd, lineAt, type PartReader, readFlow } from './flow.ts'
import { readInline } from './inline.ts'
import type { Align, Block, Row, TemplateFault, Words } from './template.ts'

/** @param cursor stands on the row of the headings */
export const readTable = (cursor: Cursor): Block => {
  const line = lineAt(cursor)?.line ?? 1
  const header = readRow(cursor)?.cells ?? []
  if (header.length > MOST_COLUMNS) cursor.faults.push(tooWide(line, header.length))
  const aligns = readAligns(cursor) ?? header.map((): Align => 'left')
  if (aligns.length !== header.length) cursor.faults.push(unequal(line + 1, aligns.length, header.length))
  const rows = readFlow(cursor, rowsOf(header.length), 1)
  return { kind: 'table', line, header, aligns, rows }
}

/** A table has no end of its own: commands belong to it while a row follows them without an empty line. */
const rowsOf = (columns: number): PartReader<Row> => ({
  part: (cursor) => {
    const row = readRow(cursor)
    if (row && row.cells.length !== columns) cursor.faults.push(unequal(row.line, row.cells.length, columns))
    return row
  },
  mayOpen: ({ lines, at }) => {
    const next = lines.slice(at, at + 20).find((one) => !(isBeginning(one) || isEnd(one)))
    return next?.kind === 'cells'
  },
})

const readRow = (cursor: Cursor): Row | null => {
  const line = lineAt(cursor)
  if (line?.kind !== 'cells') return null
  cursor.at += 1
  const cells = cellsOf(line.said).map((cell): Words => {
    const read = readInline(cell, line.line)
    cursor.faults.push(...read.faults)
    return read.words
  })
  return { kind: 'row', line: line.line, cells }
}

/** `| a | b |`; a stroke that is meant to be printed is written `\|`. */
const cellsOf = (said: string): string[] => {
  const inner = said.replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

const readAligns = (cursor: Cursor): Align[] | null => {
  const line = lineAt(cursor)
  if (line?.kind !== 'cells') return null
  const cells = cellsOf(line.said)
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return null
  cursor.at += 1
  return cells.map((cell) => (cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'right') : 'left'))
}

const unequal = (line: number, cells: number, columns: number): TemplateFault =>
  faultOn(
    line,
    `Baris ini mempunyai ${cells} kolom, sedangkan judul tabelnya ${columns}; samakan jumlah tanda |.`,
    `This row has ${cells} columns, the head of its table ${columns}; give it as many strokes |.`,
  )

const tooWide = (line: number, columns: number): TemplateFault =>
  faultOn(
    line,
    `Tabel ini mempunyai ${columns} kolom; paling banyak ${MOST_COLUMNS} yang masih terbaca di kertas. Pindahkan sisanya ke tabel lain.`,
    `This table has ${columns} columns; ${MOST_COLUMNS} at most can be read on paper. Move the others to another table.`,
  )
