// When a request filed now will likely be done: from what the last ones took and how many stand in line.
import type { Calendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import { dueAfter, workingMinutesBetween } from './working-time.ts'

export type Experience = {
  /** Working minutes that each of the last finished ones took, pauses left out. */
  used: readonly number[]
  /** When the first of these was finished; null where there is none. */
  since: Instant | null
  /** How many are at work now. */
  open: number
}

export type Forecast = {
  /** Half of them take no longer. */
  usualAt: Instant
  /** Eight in ten take no longer. */
  mostAt: Instant
  finished: number
  open: number
}

/** Of fewer nobody can say what is usual. */
export const LEAST_EXPERIENCE = 10

/**
 * Null where there is too little experience. By Little's law the usual line is as long as one takes, divided by the
 * time between two that are finished; in a longer one all takes longer by as much, but never more than threefold:
 * forgotten dossiers stand in it too. A line that is no longer than usual changes nothing. Throws NoWorkingTime.
 */
export const forecastOf = (calendar: Calendar, now: Instant, { used, since, open }: Experience): Forecast | null => {
  if (used.length < LEAST_EXPERIENCE || since === null) return null
  const sorted = used.toSorted((a, b) => a - b)
  const mean = Math.max(1, sorted.reduce((sum, one) => sum + one, 0) / sorted.length)
  const minutesEach = workingMinutesBetween(calendar, since, now) / sorted.length
  const usualLine = Math.max(1, mean / Math.max(1, minutesEach))
  const stretch = Math.min(MOST_STRETCH, Math.max(1, open / usualLine))
  const at = (share: number): Instant => {
    const minutes = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
    return dueAfter(calendar, now, { amount: Math.max(1, Math.ceil(minutes * stretch)), unit: 'minute' })
  }
  return { usualAt: at(0.5), mostAt: at(0.8), finished: sorted.length, open }
}

const MOST_STRETCH = 3
