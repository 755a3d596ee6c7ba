// The days of a calendar, each worked out once: when it is worked, or why not.
import { Temporal } from 'temporal-polyfill'
import { type Calendar, type Holiday, intervalOf, periodOn, type SpecialDay, weekdays } from './calendar.ts'
import { type Day, MINUTE } from './instant.ts'

/** Epoch milliseconds, `to` not included. */
export type Stretch = { from: number; to: number }

/** Why a whole day has no working time. `no-hours`: the week has none, as on a Saturday. */
export type DayOff = { name: string; kind: Holiday['kind'] | 'no-hours' }

export type WorkingDay = {
  on: Day
  next: Day
  stretches: readonly Stretch[]
  off: DayOff | null
  /** When it begins; on a plain day of 24 hours the clock on the wall is that and some minutes. */
  midnight: number
  isPlain: boolean
}

/** The day, from the calendar's memory: a due date costs some look-ups, not some hundred zone conversions. */
export const workingDay = (calendar: Calendar, on: Day): WorkingDay => {
  const index = indexOf(calendar)
  const known = index.days.get(on)
  if (known) return known
  const day = workOut(calendar, index, on)
  index.days.set(on, day)
  return day
}

export type WorkingMonth = {
  /** Milliseconds. */
  working: number
  /** First day of the following month. */
  next: Day
}

/** The whole month that begins on this day, from the calendar's memory; `null` on other days. */
export const workingMonth = (calendar: Calendar, on: Day): WorkingMonth | null => {
  if (!on.endsWith('-01')) return null
  const { months } = indexOf(calendar)
  const known = months.get(on)
  if (known) return known
  let working = 0
  let day = workingDay(calendar, on)
  for (; day.on.startsWith(on.slice(0, -2)); day = workingDay(calendar, day.next))
    for (const it of day.stretches) working += it.to - it.from
  const month = { working, next: day.on }
  months.set(on, month)
  return month
}

/** The day that a clock in the agency's zone shows. */
export const dayAt = (calendar: Calendar, ms: number): Day => {
  const { daysOfUtc } = indexOf(calendar)
  const utc = Math.floor(ms / DAY)
  const known = daysOfUtc.get(utc) ?? daysWithin(calendar.zone, utc)
  daysOfUtc.set(utc, known)
  if (known === 'clock-is-set') return dayShown(calendar.zone, ms).toString()
  return ms < known.midnight ? known.before : known.after
}

const DAY = 1440 * MINUTE

/** A day in UTC has one midnight of the zone; where clocks are set on it, every moment is asked for by itself. */
type DaysOfUtc = { before: Day; midnight: number; after: Day } | 'clock-is-set'

const daysWithin = (zone: string, utc: number): DaysOfUtc => {
  const first = dayShown(zone, utc * DAY)
  const next = first.add({ days: 1 })
  const midnight = epochOf(zone, next, 0)
  const isPlain =
    midnight - epochOf(zone, first, 0) === DAY && epochOf(zone, next.add({ days: 1 }), 0) - midnight === DAY
  return isPlain ? { before: first.toString(), midnight, after: next.toString() } : 'clock-is-set'
}

const dayShown = (zone: string, ms: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()

type Index = {
  days: Map<Day, WorkingDay>
  months: Map<Day, WorkingMonth>
  daysOfUtc: Map<number, DaysOfUtc>
  holidays: Map<Day, Holiday>
  special: Map<Day, SpecialDay>
}

// A calendar is never changed in place, so what was worked out stays true as long as it lives.
const indexes = new WeakMap<Calendar, Index>()

const indexOf = (calendar: Calendar): Index => {
  const known = indexes.get(calendar)
  if (known) return known
  const index: Index = {
    days: new Map(),
    months: new Map(),
    daysOfUtc: new Map(),
    holidays: new Map(calendar.holidays.map((it) => [it.on, it])),
    special: new Map(calendar.special.map((it) => [it.on, it])),
  }
  indexes.set(calendar, index)
  return index
}

const workOut = (calendar: Calendar, index: Index, on: Day): WorkingDay => {
  const date = Temporal.PlainDate.from(on)
  const holiday = index.holidays.get(on)
  const hours = index.special.get(on)?.hours ?? (holiday ? [] : weekHours(calendar, date))
  const midnight = epochOf(calendar.zone, date, 0)
  const next = date.add({ days: 1 })
  const isPlain = epochOf(calendar.zone, next, 0) - midnight === DAY
  const at = (minutes: number): number =>
    isPlain ? midnight + minutes * MINUTE : epochOf(calendar.zone, date, minutes)
  const stretches = hours
    .map(intervalOf)
    .map((it) => ({ from: at(it.from), to: at(it.to) }))
    .filter((it) => it.from < it.to)
  const off = stretches.length > 0 ? null : (holiday ?? weekdayOff(date))
  return {
    on,
    next: next.toString(),
    stretches,
    off: off && { name: off.name, kind: off.kind },
    midnight,
    isPlain,
  }
}

const weekHours = (calendar: Calendar, date: Temporal.PlainDate): string[] => {
  const weekday = weekdays[date.dayOfWeek - 1]
  return (weekday && periodOn(calendar, date.toString())?.week[weekday]) ?? []
}

const epochOf = (zone: string, date: Temporal.PlainDate, minutes: number): number =>
  date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone).epochMilliseconds

// Names of days off are catalogue data in Indonesian; the weekday joins them in the same language.
const weekdayOff = (date: Temporal.PlainDate): DayOff => ({
  name: date.toLocaleString('id-ID', { weekday: 'long' }),
  kind: 'no-hours',
})
