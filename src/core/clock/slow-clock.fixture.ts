// A second clock that shares nothing with the first: it walks every single minute and asks the calendar's words whether it is worked.
import type { Calendar } from './calendar.ts'

/** Minutes since 1970 in UTC. */
export type Minute = number

/** No summer time in Indonesia, so a zone is a number of hours. */
const HOURS_AHEAD: Record<string, number> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
}

const DAY = 1440
const WEEK = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] as const // 1 January 1970 was a Thursday

/** A calendar, and the unit whose closures count. */
export type Walked = { calendar: Calendar; closedUnits?: readonly string[] }

/** Used up with the last of so many worked minutes. */
export const slowDueInMinutes = (it: Walked, start: Minute, amount: number): Minute => {
  let at = start
  for (let left = amount; left > 0; at += 1) if (isWorked(it, at)) left -= 1
  return at
}

/** The same clock time on the N-th working day after the first worked minute, moved as design section 5 says. */
export const slowDueInDays = (it: Walked, start: Minute, amount: number): Minute => {
  let first = start
  while (!isWorked(it, first)) first += 1
  let day = dayOf(it, first)
  for (let passed = 0; passed < amount; ) {
    day += 1
    if (workedMinutesOf(it, day).length > 0) passed += 1
  }
  return landOn(it, day, clockOf(it, first))
}

const landOn = (it: Walked, day: number, clock: number): Minute => {
  const worked = workedMinutesOf(it, day)
  const isInside = worked.includes(clock)
  const isEnd = worked.includes(clock - 1)
  if (isInside || isEnd) return utcOf(it, day, clock)
  const later = worked.find((minute) => minute > clock)
  return utcOf(it, day, later ?? Math.max(...worked) + 1)
}

/** In the order of time, none within another. */
export type SlowPause = { from: Minute; to: Minute }

/** Each pause keeps the worked minutes up to the due of then, and gives them back when it ends. */
export const slowDueAfterPauses = (it: Walked, unpaused: Minute, pauses: readonly SlowPause[]): Minute => {
  let due = unpaused
  for (const { from, to } of pauses) {
    if (from > due) return due
    const kept = slowMinutesBetween(it, from, due)
    let resumed = kept === 0 ? to : slowDueInMinutes(it, to, kept)
    while (kept === 0 && !isWorked(it, resumed)) resumed += 1
    due = Math.max(due, resumed)
  }
  return due
}

/** Said in another way, for minutes alone: a minute counts when it is worked and nobody has paused. */
export const slowDueOutsidePauses = (
  it: Walked,
  start: Minute,
  amount: number,
  pauses: readonly SlowPause[],
): Minute => {
  let at = start
  for (let left = amount; left > 0; at += 1)
    if (isWorked(it, at) && !pauses.some(({ from, to }) => from <= at && at < to)) left -= 1
  return at
}

export const slowMinutesBetween = (it: Walked, from: Minute, to: Minute): number => {
  let count = 0
  for (let at = from; at < to; at += 1) if (isWorked(it, at)) count += 1
  return count
}

export const isWorked = (it: Walked, at: Minute): boolean => minuteMarks(it, dayOf(it, at))[clockOf(it, at)] === 1

const offset = ({ calendar }: Walked): number => {
  const hours = HOURS_AHEAD[calendar.zone]
  if (hours === undefined) throw new Error(`the slow clock does not know ${calendar.zone}`)
  return hours * 60
}

const dayOf = (it: Walked, at: Minute): number => Math.floor((at + offset(it)) / DAY)
const clockOf = (it: Walked, at: Minute): number => at + offset(it) - dayOf(it, at) * DAY
const utcOf = (it: Walked, day: number, clock: number): Minute => day * DAY + clock - offset(it)

const workedMinutesOf = (it: Walked, day: number): number[] =>
  [...minuteMarks(it, day)].flatMap((mark, clock) => (mark === 1 ? [clock] : []))

// Walking some weeks asks each day fourteen hundred times; a run has one calendar.
const marks = new WeakMap<Walked, Map<number, Uint8Array>>()

const minuteMarks = (it: Walked, day: number): Uint8Array => {
  const known = marks.get(it) ?? new Map<number, Uint8Array>()
  marks.set(it, known)
  const found = known.get(day) ?? markDay(it, day)
  known.set(day, found)
  return found
}

const markDay = (it: Walked, day: number): Uint8Array => {
  const marked = new Uint8Array(DAY)
  for (const text of hoursOn(it, day)) {
    const [from, to] = text.split('-').map(minuteOfDay)
    for (let clock = from ?? DAY; clock < (to ?? 0); clock += 1) marked[clock] = 1
  }
  return marked
}

const minuteOfDay = (clock: string): number => {
  const [hour, minute] = clock.split('.')
  return Number(hour) * 60 + Number(minute)
}

const hoursOn = ({ calendar, closedUnits = [] }: Walked, day: number): string[] => {
  const date = new Date(day * DAY * 60_000).toISOString().slice(0, 10)
  for (const { unit, from, to } of calendar.closures)
    if (closedUnits.includes(unit) && from <= date && date <= to) return []
  for (const special of calendar.special) if (special.on === date) return special.hours
  for (const holiday of calendar.holidays) if (holiday.on === date) return []
  let hours: string[] = []
  for (const { from, to, week } of calendar.periods) {
    const isBefore = from !== undefined && date < from
    const isAfter = to !== undefined && date > to
    if (!isBefore && !isAfter) hours = week[WEEK[((day % 7) + 7) % 7] ?? 'monday'] ?? []
  }
  return hours
}
