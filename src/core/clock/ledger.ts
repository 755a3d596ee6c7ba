// The waiting ledger: every working minute is booked to the one being waited for.
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant, MINUTE } from './instant.ts'
import { budgetMinutes, type TimeLimit } from './time-limit.ts'
import { workingMinutesBetween } from './working-time.ts'

/** `to: null` while the wait lasts. `waitedFor` is whatever the caller counts by: an actor, a post, the applicant. */
export type Wait = { waitedFor: string; from: Instant; to: Instant | null }

/** `otherMinutes` passed outside working hours. */
export type BookedWait = Wait & { workingMinutes: number; otherMinutes: number }

export type Standing = 'untimed' | 'in-time' | 'overdue'

/** Waits that are open at once are each booked in full: two strands, two people who could have worked. */
export const bookWaiting = (calendar: Calendar, waits: readonly Wait[], now: Instant): BookedWait[] =>
  waits.map(({ waitedFor, from, to }) => {
    const workingMinutes = workingMinutesBetween(calendar, from, to ?? now)
    const passed = Math.max(0, (cutToMinute(to ?? now) - cutToMinute(from)) / MINUTE)
    return { waitedFor, from, to, workingMinutes, otherMinutes: passed - workingMinutes }
  })

/**
 * Derived each time, never stored. The due date rules where there is one (it may have been moved by a pause or an
 * extension), to the minute and still in time on that minute; without it the minutes used are held against the budget.
 *
 * @param now for a finished step the instant when it finished
 */
export const standing = (limit: TimeLimit, usedMinutes: number, due: Instant | null, now: Instant): Standing => {
  if (limit.kind !== 'fixed') return 'untimed'
  if (due !== null) return cutToMinute(now) > cutToMinute(due) ? 'overdue' : 'in-time'
  const budget = budgetMinutes(limit)
  return budget !== null && usedMinutes > budget ? 'overdue' : 'in-time'
}
