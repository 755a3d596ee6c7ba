// Due dates per second of processor by a prepared calendar, beside a naive walk over the same minutes in the same run.

import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { MAIN_CALENDAR } from '../src/core/agency/catalogue.ts'
import { type Calendar, intervalOf, periodOn, weekdays } from '../src/core/clock/calendar.ts'
import { calendarFor } from '../src/core/clock/calendar-for.ts'
import { explainDeadline } from '../src/core/clock/deadline.ts'
import { cutToMinute, type Instant, instantAt, inZone, MINUTE } from '../src/core/clock/instant.ts'
import type { TimeUnit } from '../src/core/clock/time-limit.ts'
import { dueAfter, workingMinutesBetween } from '../src/core/clock/working-time.ts'
import { calendarOfAgency } from '../src/main/calendar-file.ts'
import { projectRoot } from '../src/main/root.ts'
import { median, table } from './support/figures.ts'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '50000' },
    naive: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})

const reading = await calendarOfAgency(`${projectRoot()}/catalogue`, 'demak')
if (!reading?.ok) throw new Error('no calendar of Demak')
const { calendar } = reading
const units = [{ unit: 'dinas' }, { unit: 'bidang', superior: 'dinas' }, { unit: 'tim', superior: 'bidang' }]
const office = {
  agency: { units, posts: [{ post: 'teknisi', unit: 'tim' }] },
  calendar,
  calendars: { [MAIN_CALENDAR]: calendar },
}

/** The same starts in every round: all minutes of 2026 and 2027. */
let state = Number(options.seed)
const drawn = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  return state / 2 ** 31
}
const FIRST = Date.parse('2026-01-01T00:00:00Z')
const YEARS = Date.parse('2027-12-01T00:00:00Z') - FIRST
const starts = Array.from({ length: Number(options.count) }, () =>
  instantAt(FIRST + Math.floor((drawn() * YEARS) / MINUTE) * MINUTE),
)

type Way = { title: string; limit: { amount: number; unit: TimeUnit }; isNaive?: boolean }

const WAYS: Way[] = [
  { title: '30 menit', limit: { amount: 30, unit: 'minute' } },
  { title: '2 jam', limit: { amount: 2, unit: 'hour' } },
  { title: '40 jam', limit: { amount: 40, unit: 'hour' } },
  { title: '7 hari', limit: { amount: 7, unit: 'day' } },
]

/** Asks minute by minute what the wall clock shows and what the calendar says: no memory, no jumps. */
const naiveDue = (from: Instant, minutes: number): Instant => {
  let at = cutToMinute(from)
  for (let left = minutes; left > 0; at += MINUTE) if (isWorked(calendar, at)) left -= 1
  return instantAt(at)
}

const isWorked = (of: Calendar, at: number): boolean => {
  const wall = inZone(instantAt(at), of.zone)
  const on = wall.toPlainDate().toString()
  const special = of.special.find((one) => one.on === on)
  if (!special && of.holidays.some((one) => one.on === on)) return false
  const weekday = weekdays[wall.dayOfWeek - 1]
  const hours = special?.hours ?? (weekday && periodOn(of, on)?.week[weekday]) ?? []
  const minute = wall.hour * 60 + wall.minute
  return hours.map(intervalOf).some(({ from, to }) => from <= minute && minute < to)
}

/** By the processor time of this process: whatever else the machine does falls out. */
const perSecond = (list: readonly Instant[], ask: (from: Instant) => unknown): number => {
  const began = process.cpuUsage()
  for (const from of list) ask(from)
  const { user, system } = process.cpuUsage(began)
  return list.length / ((user + system) / 1e6)
}

const rounds = Number(options.rounds)
const middle = (ask: () => number): number => median(Array.from({ length: rounds }, ask))
const whole = (value: number): string => Math.round(value).toLocaleString('en')
const few = starts.slice(0, Number(options.naive))

const cold = performance.now()
for (const day of ['2026-01-01', '2027-01-01']) dueAfter(calendar, `${day}T00:00:00.000Z`, { amount: 250, unit: 'day' })
console.error(`two years worked out in ${(performance.now() - cold).toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}`)

const rows = WAYS.map(({ title, limit }) => {
  const quick = middle(() => perSecond(starts, (from) => dueAfter(calendarFor(office, 'teknisi'), from, limit)))
  const explained = middle(() =>
    perSecond(starts, (startedAt) => explainDeadline(calendar, { startedAt, limit, pauses: [], extension: null })),
  )
  const minutes = limit.unit === 'hour' ? limit.amount * 60 : limit.amount
  // A naive walk of days would count other things: the minutes of a week stand for it.
  const naive = middle(() => perSecond(few, (from) => naiveDue(from, limit.unit === 'day' ? 7 * 450 : minutes)))
  return [title, whole(quick), (1e6 / quick).toFixed(2), whole(explained), whole(naive), `${whole(quick / naive)}x`]
})
const between = middle(() =>
  perSecond(starts, (from) => workingMinutesBetween(calendar, from, instantAt(cutToMinute(from) + 21 * 1440 * MINUTE))),
)
console.log(table(['limit', 'due dates/s', 'µs each', 'explained/s', 'naive walk/s', 'ratio'], rows))
console.log(
  `\nWorking minutes between two moments three weeks apart: ${whole(between)}/s (${(1e6 / between).toFixed(2)} µs).`,
)
