// Working time: when a limit is used up, and how many working minutes lie between two moments.
import { Temporal } from 'temporal-polyfill'
import { type Sentence, sentence } from '../sentence.ts'
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Day, type Instant, instantAt, MINUTE } from './instant.ts'
import { budgetMinutes, type TimeUnit } from './time-limit.ts'
import { type DayOff, dayAt, type Stretch, type WorkingDay, workingDay, workingMonth } from './working-day.ts'

export type Segment = { from: Instant; to: Instant; minutes: number }

export type Due = {
  due: Instant
  /** What really lies between the start, moved into working time, and the due; also for a limit in days. */
  workingMinutes: number
  segments: Segment[]
  /** Whole days without working time between start and due. */
  skipped: ({ on: Day } & DayOff)[]
}

/** A calendar that has run out; the office must mend it before any due date can be told. */
export class NoWorkingTime extends Error {
  readonly sentence: Sentence
  constructor(after: Day) {
    const said = sentence(
      `Kalender kerja tidak memuat jam kerja dalam dua tahun setelah ${after}.`,
      `The working calendar has no working hours within two years after ${after}.`,
    )
    super(said.en)
    this.name = 'NoWorkingTime'
    this.sentence = said
  }
}

type Amount = { amount: number; unit: TimeUnit }

/**
 * Minutes and hours count working minutes only; days are counted by working days, due at the same clock time.
 * Throws NoWorkingTime.
 */
export const dueAfter = (calendar: Calendar, from: Instant, limit: Amount): Instant =>
  instantAt(dueFrom(calendar, cutToMinute(from), limit))

/** The same with what lies between. Throws NoWorkingTime. */
export const addWorkingTime = (calendar: Calendar, from: Instant, limit: Amount): Due => {
  const due = dueAfter(calendar, from, limit)
  return { due, ...workBetween(calendar, from, due) }
}

/** What is worked between two moments, and the whole days that are not; nothing when `to` is not after `from`. */
export const workBetween = (calendar: Calendar, from: Instant, to: Instant): Omit<Due, 'due'> => {
  const [start, end] = [cutToMinute(from), cutToMinute(to)]
  if (end <= start) return { workingMinutes: 0, segments: [], skipped: [] }
  const stretches = stretchesBetween(calendar, start, end)
  return {
    workingMinutes: sumMinutes(stretches),
    segments: stretches.map((it) => ({ from: instantAt(it.from), to: instantAt(it.to), minutes: sumMinutes([it]) })),
    skipped: daysOff(calendar, start, end),
  }
}

/** The next working moment: the same where work goes on. Throws NoWorkingTime. */
export const nextWorkingMoment = (calendar: Calendar, at: Instant): Instant =>
  instantAt(firstWorkingMoment(calendar, cutToMinute(at)))

/** Both moments cut to the minute; 0 when `to` is not after `from`. */
export const workingMinutesBetween = (calendar: Calendar, from: Instant, to: Instant): number =>
  minutesBetween(calendar, cutToMinute(from), cutToMinute(to))

/** Month by month where it can be: a task may have waited for years. */
const minutesBetween = (calendar: Calendar, from: number, to: number): number => {
  const firstDay = dayAt(calendar, from)
  const lastDay = dayAt(calendar, to)
  let sum = 0
  for (let on = firstDay; on <= lastDay; ) {
    const month = on > firstDay ? workingMonth(calendar, on) : null
    if (month && month.next <= lastDay) {
      sum += month.working
      on = month.next
      continue
    }
    const day = workingDay(calendar, on)
    for (const it of day.stretches) sum += Math.max(0, Math.min(it.to, to) - Math.max(it.from, from))
    on = day.next
  }
  return sum / MINUTE
}

const dueFrom = (calendar: Calendar, start: number, limit: Amount): number => {
  const minutes = budgetMinutes(limit)
  return minutes === null ? dueInDays(calendar, start, limit.amount) : dueInMinutes(calendar, start, minutes)
}

const dueInMinutes = (calendar: Calendar, start: number, minutes: number): number => {
  let left = minutes * MINUTE
  for (const { from, to } of stretchesFrom(calendar, start)) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  throw new NoWorkingTime(dayAt(calendar, start))
}

const dueInDays = (calendar: Calendar, start: number, amount: number): number => {
  const moved = firstWorkingMoment(calendar, start)
  let passed = -1
  for (const day of workingDaysFrom(calendar, dayAt(calendar, moved))) {
    passed += 1
    if (passed === amount) return dueWithin(day, sameClock(calendar, moved, day))
  }
  throw new NoWorkingTime(dayAt(calendar, moved))
}

const firstWorkingMoment = (calendar: Calendar, start: number): number => {
  for (const { from } of stretchesFrom(calendar, start)) return from
  throw new NoWorkingTime(dayAt(calendar, start))
}

const sameClock = (calendar: Calendar, moment: number, day: WorkingDay): number => {
  const first = workingDay(calendar, dayAt(calendar, moment))
  if (first.isPlain && day.isPlain) return day.midnight + moment - first.midnight
  // Clocks are set on one of them: what the wall shows is not what has passed since midnight.
  const clock = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(calendar.zone).toPlainTime()
  return Temporal.PlainDate.from(day.on).toZonedDateTime({ timeZone: calendar.zone, plainTime: clock })
    .epochMilliseconds
}

// The end of an interval is a good due; a break or the time before opening waits for the next opening.
const dueWithin = (day: WorkingDay, moment: number): number => {
  const stretch = day.stretches.find((it) => moment <= it.to)
  return stretch ? Math.max(stretch.from, moment) : (day.stretches.at(-1)?.to ?? moment)
}

const stretchesBetween = (calendar: Calendar, from: number, to: number): Stretch[] => {
  const found: Stretch[] = []
  const lastDay = dayAt(calendar, to)
  for (let day = workingDay(calendar, dayAt(calendar, from)); day.on <= lastDay; day = workingDay(calendar, day.next)) {
    for (const it of day.stretches) {
      const cut = { from: Math.max(it.from, from), to: Math.min(it.to, to) }
      if (cut.from < cut.to) found.push(cut)
    }
  }
  return found
}

function* stretchesFrom(calendar: Calendar, start: number): Generator<Stretch> {
  for (const day of workingDaysFrom(calendar, dayAt(calendar, start))) {
    for (const it of day.stretches) if (it.to > start) yield { from: Math.max(it.from, start), to: it.to }
  }
}

// Longer than any gap an office can mean; keeps an empty calendar from being searched for ever.
const TWO_YEARS = 731

function* workingDaysFrom(calendar: Calendar, first: Day): Generator<WorkingDay> {
  let last = first
  let daysWithout = 0
  for (let day = workingDay(calendar, first); ; day = workingDay(calendar, day.next)) {
    daysWithout = day.stretches.length > 0 ? 0 : daysWithout + 1
    if (daysWithout > TWO_YEARS) throw new NoWorkingTime(last)
    if (daysWithout > 0) continue
    last = day.on
    yield day
  }
}

const daysOff = (calendar: Calendar, from: number, to: number): Due['skipped'] => {
  const found: Due['skipped'] = []
  const lastDay = dayAt(calendar, to - 1)
  for (let day = workingDay(calendar, dayAt(calendar, from)); day.on <= lastDay; day = workingDay(calendar, day.next))
    if (day.off) found.push({ on: day.on, ...day.off })
  return found
}

const sumMinutes = (stretches: Stretch[]): number => stretches.reduce((sum, it) => sum + (it.to - it.from) / MINUTE, 0)
