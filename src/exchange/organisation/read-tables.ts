// Files that somebody uploads: which table each of them is, and its rows by the keys of our columns.
import { type Sentence, sentence } from '../../core/sentence.ts'
import { readCsv } from '../read-csv.ts'
import type { Cells } from './cells.ts'
import { TABLE_KINDS, TABLES, type TableKind } from './columns.ts'

export type SentFile = { name: string; text: string }

/** `cells` has only the columns that the file has. */
export type SentRow = { file: string; line: number; kind: TableKind; cells: Cells }
export type FileFault = { file: string; line: number; sentence: Sentence }

/** Above any office's. */
export const MOST_ROWS = 3000

export const readTables = (files: readonly SentFile[]): { rows: SentRow[]; faults: FileFault[] } => {
  const read = files.map(readTable)
  const rows = read.flatMap((one) => one.rows)
  const tooMany = rows.length > MOST_ROWS ? [{ file: files[0]?.name ?? '', line: 1, sentence: TOO_MANY }] : []
  return { rows: rows.slice(0, MOST_ROWS), faults: [...read.flatMap((one) => one.faults), ...tooMany] }
}

const readTable = ({ name: file, text }: SentFile): { rows: SentRow[]; faults: FileFault[] } => {
  const [heading, ...rest] = readCsv(text)
  const no = (line: number, says: Sentence) => ({ rows: [], faults: [{ file, line, sentence: says }] })
  if (text.includes('\uFFFD')) return no(1, NOT_UTF8)
  if (!heading) return no(1, EMPTY)
  const kind = kindOf(heading.cells)
  if (kind === null) return no(heading.line, UNKNOWN)
  const keys = heading.cells.map((cell) => keyOf(kind, cell))
  const strange = heading.cells.find((cell, index) => cell !== '' && keys[index] === null)
  if (strange !== undefined) return no(heading.line, strangeColumn(strange, kind))
  const rows = rest.map(({ line, cells }) => ({
    file,
    line,
    kind,
    cells: Object.fromEntries(keys.flatMap((key, index) => (key === null ? [] : [[key, cells[index] ?? '']]))),
  }))
  return { rows, faults: [] }
}

const kindOf = (heading: readonly string[]): TableKind | null =>
  TABLE_KINDS.find((kind) =>
    TABLES[kind].every(({ key, required }) => !required || heading.some((cell) => keyOf(kind, cell) === key)),
  ) ?? null

const keyOf = (kind: TableKind, cell: string): string | null => {
  const typed = cell.toLowerCase().replaceAll(/\s+/g, ' ')
  return TABLES[kind].find(({ name }) => name.id === typed || name.en === typed)?.key ?? null
}

const headingsIn = (language: keyof Sentence): string =>
  TABLE_KINDS.map((kind) =>
    TABLES[kind]
      .filter(({ required }) => required)
      .map(({ name }) => name[language])
      .join(', '),
  ).join('; ')

const NOT_UTF8 = sentence(
  'Huruf di berkas ini tidak terbaca. Simpan dari lembar kerja sebagai "CSV UTF-8".',
  'The letters of this file cannot be read. Save it from the spreadsheet as "CSV UTF-8".',
)
const EMPTY = sentence(
  'Berkas ini kosong. Baris pertama harus berisi tajuk kolom.',
  'This file is empty. Its first line must hold the column headings.',
)
const UNKNOWN = sentence(
  `Tajuk kolomnya tidak dikenal. Yang wajib ada, menurut jenis berkas: ${headingsIn('id')}.`,
  `Its column headings are not known. These are needed, by kind of file: ${headingsIn('en')}.`,
)
const TOO_MANY = sentence(
  `Lebih dari ${MOST_ROWS} baris. Bagi menjadi beberapa kali unggah.`,
  `More than ${MOST_ROWS} lines. Upload them in several parts.`,
)
const strangeColumn = (cell: string, kind: TableKind): Sentence => {
  const known = (language: keyof Sentence) => TABLES[kind].map(({ name }) => name[language]).join(', ')
  return sentence(
    `Kolom "${cell}" tidak dikenal. Hapus, atau pakai salah satu dari: ${known('id')}.`,
    `The column "${cell}" is not known. Remove it, or use one of: ${known('en')}.`,
  )
}
