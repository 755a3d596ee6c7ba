// The calendar that a post or a unit counts by: its own or its superior unit's, with the closures that concern it.
import { Temporal } from 'temporal-polyfill'
import type { Calendar, Closure, Holiday } from './calendar.ts'
import type { Day } from './instant.ts'

/** What is looked at of a living office. Without `calendars` all count by the one calendar. */
export type CalendarOffice = {
  agency: { units: readonly CalendarUnit[]; posts: readonly { post: string; unit: string }[] }
  calendar: Calendar
  calendars?: Readonly<Record<string, Calendar>> | undefined
}

type CalendarUnit = { unit: string; superior?: string | null | undefined; calendar?: string | null | undefined }

/**
 * The same object each time, as long as the office stays the same object: what the clock has worked out of it is kept.
 * `null`, or a post that is not there, counts by the calendar of the office.
 *
 * @param who a post, or a unit
 */
export const calendarFor = (office: CalendarOffice, who: string | { unit: string } | null): Calendar => {
  const unit = typeof who === 'string' ? office.agency.posts.find((one) => one.post === who)?.unit : who?.unit
  if (unit === undefined) return office.calendar
  const known = knownOf(office)
  const found = known.get(unit) ?? workOut(office, unit)
  known.set(unit, found)
  return found
}

/** What that calendar is called: for the record of what was counted by. */
export const calendarNameFor = (office: CalendarOffice, post: string | null): string => {
  const unit = office.agency.posts.find((one) => one.post === post)?.unit
  const chain = unit === undefined ? [] : upwards(office.agency.units, unit)
  return chain.find((one) => one.calendar && office.calendars?.[one.calendar])?.calendar ?? 'utama'
}

// An office is never changed in place: other units or other calendars are other objects.
const memory = new WeakMap<object, WeakMap<object, Map<string, Calendar>>>()

const knownOf = ({ agency, calendar, calendars }: CalendarOffice): Map<string, Calendar> => {
  const ofUnits = memory.get(agency.units) ?? new WeakMap<object, Map<string, Calendar>>()
  memory.set(agency.units, ofUnits)
  const known = ofUnits.get(calendars ?? calendar) ?? new Map<string, Calendar>()
  ofUnits.set(calendars ?? calendar, known)
  return known
}

const workOut = (office: CalendarOffice, unit: string): Calendar => {
  const chain = upwards(office.agency.units, unit)
  const all = office.calendars ?? {}
  const named = chain.map((one) => all[one.calendar ?? '']).find((one) => one !== undefined) ?? office.calendar
  const own = whole(named, office.calendar)
  const units = new Set(chain.map((one) => one.unit))
  // A closure concerns the unit, not its hours: it holds even when the unit is moved to another calendar.
  const closures = [...new Set([office.calendar, ...Object.values(all)])]
    .flatMap((one) => one.closures)
    .filter((one) => units.has(one.unit))
  return closures.length === 0 ? own : withClosures(own, closures)
}

/** As it counts: with the holidays of the agency's own calendar where it follows that. The same object each time. */
export const whole = (calendar: Calendar, main: Calendar): Calendar => {
  if (calendar.follows === undefined || calendar === main) return calendar
  const known = wholes.get(calendar)
  if (known?.main === main) return known.whole
  const own = new Set(calendar.holidays.map((one) => one.on))
  const made = { ...calendar, holidays: [...calendar.holidays, ...main.holidays.filter((one) => !own.has(one.on))] }
  wholes.set(calendar, { main, whole: made })
  return made
}

const wholes = new WeakMap<Calendar, { main: Calendar; whole: Calendar }>()

/** The unit itself and those above it; a circle among them ends where it closes. */
const upwards = (units: readonly CalendarUnit[], unit: string): CalendarUnit[] => {
  const chain: CalendarUnit[] = []
  let next = units.find((one) => one.unit === unit)
  while (next && !chain.includes(next)) {
    chain.push(next)
    const above = next.superior
    next = units.find((one) => one.unit === above)
  }
  return chain
}

/** A closed day has no hours, whatever the week or the special days say; a holiday on it keeps its own name. */
const withClosures = (calendar: Calendar, closures: readonly Closure[]): Calendar => {
  const closed = new Map(closures.flatMap((one) => daysOf(one).map((on): [Day, Closure] => [on, one])))
  const holidays = new Set(calendar.holidays.map((one) => one.on))
  const added = [...closed].flatMap(([on, { name, decree }]): Holiday[] =>
    holidays.has(on) ? [] : [{ on, name, kind: 'closed', ...(decree ? { decree } : {}) }],
  )
  return {
    ...calendar,
    holidays: [...calendar.holidays, ...added],
    special: calendar.special.filter((one) => !closed.has(one.on)),
  }
}

const daysOf = ({ from, to }: Closure): Day[] => {
  const days: Day[] = []
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    days.push(day.toString())
  return days
}
