// Holidays from a file beside those of a calendar: line by line what is new, changed, removed or refused, and the outcome.
import { type Sentence, sentence } from '../sentence.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type CalendarChange, type CalendarRow, isSame } from './edit-calendar.ts'

type ImportList = 'holidays' | 'special' | 'periods'

/** As the file has it: not judged yet. `line` is where it stands there. */
export type FileRow = { line: number; list: ImportList; row: Record<string, unknown> }

export type ImportState = 'new' | 'changed' | 'removed' | 'same' | 'refused'

/** `key`: the day, of a period its name. `line`: null for what the file no longer has. */
export type ImportLine = {
  state: ImportState
  list: ImportList
  key: string
  name: string
  line: number | null
  before: CalendarRow | null
  after: CalendarRow | null
  why: Sentence[]
}

export type ImportPlan = { lines: ImportLine[]; calendar: Calendar; changes: CalendarChange[] }

/**
 * Of the years that the file speaks of its rows replace what came with a file before; what was made by hand stays, and
 * so does what another year has. Periods are never removed: a file of holidays has none.
 */
export const planImport = (calendar: Calendar, rows: readonly FileRow[]): ImportPlan => {
  const judged = rows.map((row, at) => judge(calendar, row, rows.slice(0, at)))
  const lines = [...judged, ...removedLines(calendar, rows, judged)].toSorted(inOrder)
  const changes = lines
    .filter(({ state }) => state === 'new' || state === 'changed' || state === 'removed')
    .map(({ list, before, after }): CalendarChange => ({ list, before, after }))
  return { lines, calendar: applied(calendar, changes), changes }
}

const judge = (calendar: Calendar, { line, list, row }: FileRow, earlier: readonly FileRow[]): ImportLine => {
  const key = keyOf(list, row)
  const [read, why] = readRow(calendar, list, row)
  const before = rowsOf(calendar, list).find((one) => keyOf(list, one) === key) ?? null
  const told = { list, key, name: String(row.name ?? row.label ?? ''), line, before }
  const refused = (...sentences: Sentence[]): ImportLine => ({
    ...told,
    state: 'refused',
    after: before,
    why: sentences,
  })
  if (read === null) return refused(...why)
  if (earlier.some((one) => one.list === list && keyOf(list, one.row) === key)) return refused(TWICE)
  const after: CalendarRow = { ...read, origin: 'import' }
  if (before === null) return { ...told, state: 'new', after, why: [] }
  if (isSame(withoutOrigin(before), withoutOrigin(after))) return { ...told, state: 'same', after: before, why: [] }
  if ('origin' in before && before.origin === 'hand') return refused(BY_HAND)
  return { ...told, state: 'changed', after, why: [] }
}

/** By the schema of a whole calendar that has but this row. */
const readRow = (
  calendar: Calendar,
  list: ImportList,
  row: Record<string, unknown>,
): [CalendarRow | null, Sentence[]] => {
  const usual = list === 'periods' ? [] : calendar.periods
  const probe = { zone: calendar.zone, periods: usual, [list]: [row] }
  const reading = readCalendar(probe)
  if (reading.ok) return [reading.calendar[list][0] ?? null, []]
  return [null, reading.faults.map((fault) => bilingual(fault.sentence))]
}

const bilingual = (words: string): Sentence => {
  const [id = '', en = id] = words.split(' / ')
  return sentence(id, en)
}

const removedLines = (calendar: Calendar, rows: readonly FileRow[], judged: readonly ImportLine[]): ImportLine[] =>
  (['holidays', 'special'] as const).flatMap((list) => {
    const years = new Set(
      judged.filter((one) => one.list === list && one.state !== 'refused').map(({ key }) => key.slice(0, 4)),
    )
    const named = new Set(rows.filter((one) => one.list === list).map(({ row }) => keyOf(list, row)))
    return calendar[list]
      .filter((one) => one.origin !== 'hand' && years.has(one.on.slice(0, 4)) && !named.has(one.on))
      .map((before): ImportLine => {
        const { on, name } = before
        return { state: 'removed', list, key: on, name, line: null, before, after: null, why: [] }
      })
  })

const applied = (calendar: Calendar, changes: readonly CalendarChange[]): Calendar => {
  const merged = (list: ImportList): CalendarRow[] => {
    const own = changes.filter((one) => one.list === list)
    const kept = rowsOf(calendar, list).flatMap((row): CalendarRow[] => {
      const change = own.find(({ before }) => before === row)
      if (!change) return [row]
      return change.after === null ? [] : [change.after]
    })
    const added = own.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []))
    const all = [...kept, ...added]
    return list === 'periods' ? all : all.toSorted((one, other) => (keyOf(list, one) < keyOf(list, other) ? -1 : 1))
  }
  const reading = readCalendar({
    ...calendar,
    holidays: merged('holidays'),
    special: merged('special'),
    periods: merged('periods'),
  })
  // Each row has been read by the same schema, and no key stands twice.
  if (!reading.ok) throw new Error(`imported rows make no calendar: ${JSON.stringify(reading.faults)}`)
  return reading.calendar
}

const rowsOf = (calendar: Calendar, list: ImportList): readonly CalendarRow[] => calendar[list]

const keyOf = (list: ImportList, row: object): string => {
  if (list === 'periods') return 'label' in row ? String(row.label) : ''
  return 'on' in row ? String(row.on) : ''
}

const withoutOrigin = ({ ...row }: CalendarRow): object =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'origin'))

const inOrder = (one: ImportLine, other: ImportLine): number =>
  Number(one.state !== 'refused') - Number(other.state !== 'refused') || (one.key < other.key ? -1 : 1)

const TWICE = sentence(
  'Sudah ada di baris sebelumnya pada berkas ini.',
  'Stands in an earlier line of this file already.',
)

const BY_HAND = sentence(
  'Tanggal ini dicatat dengan tangan, jadi tidak diganti. Hapus dahulu catatan itu bila isi berkas yang benar.',
  'This day was entered by hand, so it is not replaced. Remove that entry first if the file is right.',
)
