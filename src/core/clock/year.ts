// A whole year of a calendar for people to look at: what each day is, and the sums.
import { Temporal } from 'temporal-polyfill'
import { type Calendar, intervalOf, type Period, weekdays } from './calendar.ts'
import { type Day, MINUTE } from './instant.ts'
import { workingDay } from './working-day.ts'

/**
 * `make-up`: worked though the week or a holiday says otherwise; `half`: shorter than its week says; `own-hours`: any
 * other day with hours of its own. `off`: the week has no hours, as on a Saturday.
 */
export type DayState = 'work' | 'off' | 'holiday' | 'collective-leave' | 'closed' | 'make-up' | 'half' | 'own-hours'

/** `name`: of the holiday or the special day. */
export type YearDay = { on: Day; state: DayState; minutes: number; name: string | null }

/** `lead`: how many cells stand empty before the first, the week beginning on Monday. */
export type YearMonth = { month: number; lead: number; days: YearDay[]; workingDays: number; minutes: number }

export type Year = { year: number; months: YearMonth[]; workingDays: number; minutes: number }

export const yearOf = (calendar: Calendar, year: number): Year => {
  const special = new Map(calendar.special.map((one) => [one.on, one.name]))
  const months = Array.from({ length: 12 }, (_, at) => monthOf(calendar, special, { year, month: at + 1 }))
  return { year, months, workingDays: sum(months, 'workingDays'), minutes: sum(months, 'minutes') }
}

const monthOf = (
  calendar: Calendar,
  special: ReadonlyMap<Day, string>,
  at: { year: number; month: number },
): YearMonth => {
  const first = Temporal.PlainDate.from({ ...at, day: 1 })
  const days = Array.from({ length: first.daysInMonth }, (_, day) =>
    dayOf(calendar, special, first.add({ days: day }).toString()),
  )
  return {
    month: at.month,
    lead: first.dayOfWeek - 1,
    days,
    workingDays: days.filter((one) => one.minutes > 0).length,
    minutes: sum(days, 'minutes'),
  }
}

const dayOf = (calendar: Calendar, special: ReadonlyMap<Day, string>, on: Day): YearDay => {
  const { stretches, off } = workingDay(calendar, on)
  const minutes = stretches.reduce((total, it) => total + (it.to - it.from) / MINUTE, 0)
  if (off)
    return off.kind === 'no-hours'
      ? { on, state: 'off', minutes, name: null }
      : { on, state: off.kind, minutes, name: off.name }
  const name = special.get(on) ?? null
  return { on, state: name === null ? 'work' : specialState(calendar, on, minutes), minutes, name }
}

const specialState = (calendar: Calendar, on: Day, minutes: number): DayState => {
  const usual = workingDay(withoutSpecial(calendar), on).stretches
  if (usual.length === 0) return 'make-up'
  return minutes < usual.reduce((total, it) => total + (it.to - it.from) / MINUTE, 0) ? 'half' : 'own-hours'
}

const usualWeeks = new WeakMap<Calendar, Calendar>()

const withoutSpecial = (calendar: Calendar): Calendar => {
  const known = usualWeeks.get(calendar) ?? { ...calendar, special: [] }
  usualWeeks.set(calendar, known)
  return known
}

const sum = <Key extends string>(list: readonly Record<Key, number>[], key: Key): number =>
  list.reduce((total, one) => total + one[key], 0)

/** Working minutes of each weekday from Monday on, as the week of a period says. */
export const weekMinutes = ({ week }: Pick<Period, 'week'>): number[] =>
  weekdays.map((day) => (week[day] ?? []).map(intervalOf).reduce((total, { from, to }) => total + to - from, 0))

/** The decree of the next year comes in September; a year that runs without holidays counts wrongly at once. */
const DECREED = '10-01'

/** Years for which holidays should be there by now, and are not. */
export const yearsWithoutHolidays = (calendar: Pick<Calendar, 'holidays'>, today: Day): number[] => {
  const year = Number(today.slice(0, 4))
  const wanted = today.slice(5) >= DECREED ? [year, year + 1] : [year]
  return wanted.filter((one) => !calendar.holidays.some(({ on }) => on.startsWith(`${one}-`)))
}
