// The office's working time as one straight line, so that a million histories find their moments by bisection.
// It gives what core/clock gives (a test compares them), for zones without summer time.
import { Temporal } from 'temporal-polyfill'
import type { Calendar } from '../../src/core/clock/calendar.ts'
import type { Day } from '../../src/core/clock/instant.ts'
import { MINUTE } from '../../src/core/clock/instant.ts'
import { budgetMinutes, type TimeUnit } from '../../src/core/clock/time-limit.ts'
import { workingDay } from '../../src/core/clock/working-day.ts'

export type WorkingAxis = {
  /** What the line was laid out from. */
  calendar: Calendar
  /** Working milliseconds between the two days. */
  length: number
  /** The moment at which so much working time has passed since the first day. */
  momentAt: (worked: number) => number
  workedAt: (moment: number) => number
  dueAt: (from: number, limit: { amount: number; unit: TimeUnit }) => number
  dayOf: (moment: number) => Day
}

type Line = { from: number[]; to: number[]; before: number[]; dayOf: number[] }

/** @param between first and last day that anything happens on; dues may lie later */
export const workingAxis = (calendar: Calendar, between: { first: Day; last: Day }): WorkingAxis => {
  const { line, midnights, days, worked } = layOut(calendar, between)
  const momentAt = (wanted: number): number => {
    const at = lastAtMost(line.before, wanted)
    return (line.from[at] ?? 0) + wanted - (line.before[at] ?? 0)
  }
  const workedAt = (moment: number): number => {
    const at = Math.max(0, lastAtMost(line.from, moment))
    return (
      (line.before[at] ?? 0) + Math.min(Math.max(moment, line.from[at] ?? 0), line.to[at] ?? 0) - (line.from[at] ?? 0)
    )
  }
  const lastDay = Temporal.PlainDate.from(between.last).toZonedDateTime(calendar.zone).epochMilliseconds
  return {
    calendar,
    length: workedAt(lastDay),
    momentAt,
    workedAt,
    dueAt: (from, limit) => {
      const start = Math.floor(from / MINUTE) * MINUTE
      const minutes = budgetMinutes(limit)
      return minutes === null
        ? dueInDays(line, worked, start, limit.amount)
        : dueInMinutes(line, workedAt(start) + minutes * MINUTE)
    },
    dayOf: (moment) => days[lastAtMost(midnights, moment)] ?? '',
  }
}

/** The end of a stretch is a good due, as in core/clock. */
const dueInMinutes = (line: Line, wanted: number): number => {
  const at = lastAtMost(line.before, wanted - 1)
  return (line.from[at] ?? 0) + wanted - (line.before[at] ?? 0)
}

type Worked = { midnight: number; first: number; last: number }

const dueInDays = (line: Line, worked: Worked[], start: number, amount: number): number => {
  const begun = lastAtMost(line.to, start) + 1
  const moved = Math.max(line.from[begun] ?? 0, start)
  const day = line.dayOf[begun] ?? 0
  const [from, to] = [worked[day], worked[day + amount]]
  if (!from || !to) throw new Error('The calendar of the fill ends before a due date')
  const clock = to.midnight + moved - from.midnight
  for (let at = to.first; at <= to.last; at += 1) {
    if (clock <= (line.to[at] ?? 0)) return Math.max(line.from[at] ?? 0, clock)
  }
  return line.to[to.last] ?? 0
}

const DAYS_BEHIND = 120

const layOut = (calendar: Calendar, { first, last }: { first: Day; last: Day }) => {
  const line: Line = { from: [], to: [], before: [], dayOf: [] }
  const midnights: number[] = []
  const days: Day[] = []
  const worked: Worked[] = []
  let before = 0
  const end = Temporal.PlainDate.from(last).add({ days: DAYS_BEHIND }).toString()
  for (let day = workingDay(calendar, first); day.on <= end; day = workingDay(calendar, day.next)) {
    const midnight = Temporal.PlainDate.from(day.on).toZonedDateTime(calendar.zone).epochMilliseconds
    midnights.push(midnight)
    days.push(day.on)
    if (day.stretches.length === 0) continue
    worked.push({ midnight, first: line.from.length, last: line.from.length + day.stretches.length - 1 })
    for (const { from, to } of day.stretches) {
      line.from.push(from)
      line.to.push(to)
      line.before.push(before)
      line.dayOf.push(worked.length - 1)
      before += to - from
    }
  }
  return { line, midnights, days, worked }
}

/** Index of the last value that is not above; -1 when all are. */
const lastAtMost = (sorted: readonly number[], value: number): number => {
  let low = -1
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}
