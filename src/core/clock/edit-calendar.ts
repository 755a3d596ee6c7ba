// One change of a working calendar, made by hand: judged, applied, and told as what was there before and what is after.
import { type Sentence, sentence } from '../sentence.ts'
import { type Calendar, readCalendar } from './calendar.ts'

export const CALENDAR_LISTS = ['holidays', 'special', 'periods', 'closures'] as const
export type CalendarList = (typeof CALENDAR_LISTS)[number]
export type CalendarRow = Calendar[CalendarList][number]

/** `at`: the row that is changed or taken out, null for a new one. `row`: as it shall be, null to take it out. */
export type CalendarEdit = { list: CalendarList; at: number | null; row: Record<string, unknown> | null }

/** For the journal; null: not there. */
export type CalendarChange = { list: CalendarList; before: CalendarRow | null; after: CalendarRow | null }

/** `field`: of the form; empty where the whole is meant. */
export type EditFault = { field: string; sentence: Sentence }
export type Edited = { ok: true; calendar: Calendar; change: CalendarChange } | { ok: false; faults: EditFault[] }

export const editCalendar = (calendar: Calendar, { list, at, row }: CalendarEdit): Edited => {
  const rows: readonly CalendarRow[] = calendar[list]
  const before = at === null ? null : (rows[at] ?? null)
  if (at !== null && before === null) return { ok: false, faults: [{ field: '', sentence: GONE }] }
  const rest = rows.filter((_, index) => index !== at)
  const twice = row === null ? null : sameDay(calendar, { list, at, row })
  if (twice) return { ok: false, faults: [{ field: 'on', sentence: twice }] }
  // A period keeps its place, for the later one wins; a new one stands last.
  const place = list === 'periods' && at !== null ? at : rest.length
  const changed = row === null ? rest : [...rest.slice(0, place), row, ...rest.slice(place)]
  const reading = readCalendar({ ...calendar, [list]: list === 'periods' ? changed : changed.toSorted(byDay) })
  if (!reading.ok) return { ok: false, faults: faultsOf(reading.faults) }
  const made: readonly CalendarRow[] = reading.calendar[list]
  const after = row === null ? null : (made.find((one) => !rest.some((other) => isSame(one, other))) ?? null)
  return { ok: true, calendar: reading.calendar, change: { list, before, after } }
}

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** The keys in the order of the alphabet: a database and a form each have their own. */
const canonical = (it: unknown): string =>
  JSON.stringify(it, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

const sameDay = (calendar: Calendar, { list, at, row }: CalendarEdit): Sentence | null => {
  if (list !== 'holidays' && list !== 'special') return null
  const rows: readonly { on: string; name: string }[] = calendar[list]
  const there = rows.find((one, index) => index !== at && one.on === row?.on)
  return there
    ? sentence(
        `Tanggal itu sudah tercatat: "${there.name}". Ubah baris itu, atau pilih tanggal lain.`,
        `That day is there already: "${there.name}". Change that row, or choose another day.`,
      )
    : null
}

const byDay = (one: unknown, other: unknown): number => (dayIn(one) < dayIn(other) ? -1 : 1)

const dayIn = (row: unknown): string => {
  if (typeof row !== 'object' || row === null) return ''
  if ('on' in row) return String(row.on)
  return 'from' in row ? String(row.from) : ''
}

/** The schema tells path and sentence in both languages; the form knows its fields by their last names. */
const faultsOf = (faults: { path: string; sentence: string }[]): EditFault[] =>
  faults.map((fault) => {
    const [id = '', en = id] = fault.sentence.split(' / ')
    const [, , ...field] = fault.path.split('.')
    return { field: field.filter((part) => !/^\d+$/.test(part)).join('.'), sentence: sentence(id, en) }
  })

const GONE = sentence(
  'Baris itu sudah tidak ada. Buka lagi kalendernya dan periksa.',
  'That row is no longer there. Open the calendar again and look.',
)
