// Holidays and special days from a file of an office: CSV with a line of heads, or JSON; into rows that are judged later.
import type { FileRow } from '../core/clock/import-calendar.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { csvRows } from './csv-rows.ts'
import { textOfBytes } from './text-of-bytes.ts'

export type CalendarFile = { ok: true; rows: FileRow[] } | { ok: false; reason: Sentence }

/** A year has some thirty; this is far above any office's. */
const MOST_ROWS = 2000

export const readCalendarFile = (bytes: Uint8Array): CalendarFile => {
  const text = textOfBytes(bytes)
  if (typeof text !== 'string') return { ok: false, reason: text.sentence }
  return readCalendarText(text)
}

export const readCalendarText = (text: string): CalendarFile => {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (plain === '') return { ok: false, reason: EMPTY }
  const read = plain.startsWith('{') || plain.startsWith('[') ? fromJson(plain) : fromCsv(plain)
  if (!read.ok) return read
  if (read.rows.length === 0) return { ok: false, reason: EMPTY }
  return read.rows.length > MOST_ROWS ? { ok: false, reason: TOO_MANY } : read
}

const fromCsv = (text: string): CalendarFile => {
  const [head, ...lines] = csvRows(text)
  const columns = (head?.cells ?? []).map((cell) => COLUMNS.get(cell.toLowerCase()) ?? null)
  if (!columns.includes('on') || !columns.includes('name')) return { ok: false, reason: NO_HEADS }
  const rows = lines.map(({ line, cells }) => {
    const cell = (name: Column): string => cells[columns.indexOf(name)] ?? ''
    return rowOf(line, {
      on: cell('on'),
      name: cell('name'),
      kind: cell('kind'),
      decree: cell('decree'),
      hours: cell('hours'),
    })
  })
  return { ok: true, rows }
}

type Column = 'on' | 'name' | 'kind' | 'decree' | 'hours'

const COLUMNS = new Map<string, Column>([
  ['tanggal', 'on'],
  ['date', 'on'],
  ['on', 'on'],
  ['nama', 'name'],
  ['name', 'name'],
  ['jenis', 'kind'],
  ['kind', 'kind'],
  ['keputusan', 'decree'],
  ['decree', 'decree'],
  ['jam', 'hours'],
  ['hours', 'hours'],
])

const KINDS = new Map([
  ['', 'holiday'],
  ['libur', 'holiday'],
  ['libur nasional', 'holiday'],
  ['holiday', 'holiday'],
  ['cuti bersama', 'collective-leave'],
  ['cuti-bersama', 'collective-leave'],
  ['collective-leave', 'collective-leave'],
  ['tutup', 'closed'],
  ['closed', 'closed'],
])

/** What has hours of its own is a special day, whatever kind is written beside it. */
const rowOf = (line: number, { on, name, kind, decree, hours }: Record<Column, string>): FileRow => {
  const common = { on: isoDay(on), name, ...(decree === '' ? {} : { decree }) }
  const intervals = hours.split(/[\s,&]+|dan/).filter((one) => one !== '')
  if (intervals.length > 0) return { line, list: 'special', row: { ...common, hours: intervals.map(dotted) } }
  return { line, list: 'holidays', row: { ...common, kind: KINDS.get(kind.toLowerCase()) ?? kind } }
}

/** Spreadsheets of Indonesia write 31/12/2026; the parts that cannot be told apart are left for the judge. */
const isoDay = (text: string): string => {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const dotted = (interval: string): string => interval.replaceAll(':', '.')

const fromJson = (text: string): CalendarFile => {
  const data = parsed(text)
  if (Array.isArray(data)) return { ok: true, rows: data.map((one, at) => jsonRow(at + 1, one)) }
  if (!isObject(data)) return { ok: false, reason: NO_JSON }
  const rows = (['holidays', 'special', 'periods'] as const).flatMap((list) => {
    const own = data[list]
    return Array.isArray(own)
      ? own.map((one, at): FileRow => ({ line: at + 1, list, row: isObject(one) ? withoutOrigin(one) : {} }))
      : []
  })
  return { ok: true, rows }
}

/** Lists of public sources: `date` and `name` are enough. */
const jsonRow = (line: number, data: unknown): FileRow => {
  if (!isObject(data)) return { line, list: 'holidays', row: {} }
  const word = (...keys: string[]): string =>
    String(keys.map((key) => data[key]).find((one) => typeof one === 'string') ?? '')
  const hours = Array.isArray(data.hours) ? data.hours.join(' ') : word('hours', 'jam')
  return rowOf(line, {
    on: word('on', 'date', 'tanggal'),
    name: word('name', 'nama'),
    kind: word('kind', 'jenis'),
    decree: word('decree', 'keputusan'),
    hours,
  })
}

/** Where a row came from is not for the file to say. */
const withoutOrigin = ({ origin: _, ...row }: Record<string, unknown>): Record<string, unknown> => row

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const EMPTY = sentence(
  'Berkas tidak memuat satu hari pun. Pilih berkas CSV atau JSON yang berisi tanggal dan nama hari libur.',
  'The file holds not a single day. Choose a CSV or JSON file with days and names of holidays.',
)
const TOO_MANY = sentence(
  `Berkas memuat lebih dari ${MOST_ROWS} baris. Bagi menurut tahun.`,
  `The file has more than ${MOST_ROWS} rows. Split it by year.`,
)
const NO_HEADS = sentence(
  'Baris pertama harus memuat judul kolom, paling sedikit tanggal dan nama: tanggal;nama;jenis;keputusan;jam.',
  'The first line must hold the heads of the columns, at least the day and the name: date;name;kind;decree;hours.',
)
const NO_JSON = sentence(
  'Berkas diawali seperti JSON, tetapi tidak dapat dibaca. Simpan ulang, atau pakai CSV.',
  'The file begins like JSON but cannot be read. Save it again, or use CSV.',
)
