// When the office opens: what may wait outside its hours waits for that.
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant, instantAt } from './instant.ts'
import { dayAt, workingDay } from './working-day.ts'

/** A break at noon does not close the office: from the first opening to the last closing of a day it is open. */
export const isOpenAt = (calendar: Calendar, at: Instant): boolean => {
  const ms = cutToMinute(at)
  const { stretches } = workingDay(calendar, dayAt(calendar, ms))
  const [first] = stretches
  const last = stretches.at(-1)
  return first !== undefined && last !== undefined && first.from <= ms && ms < last.to
}

/** The first opening of a working day after this moment; null when the calendar has run out. */
export const openingAfter = (calendar: Calendar, at: Instant): Instant | null => {
  const ms = cutToMinute(at)
  let on = dayAt(calendar, ms)
  for (let looked = 0; looked < TWO_YEARS; looked += 1) {
    const day = workingDay(calendar, on)
    const [first] = day.stretches
    if (first && first.from > ms) return instantAt(first.from)
    on = day.next
  }
  return null
}

const TWO_YEARS = 731
