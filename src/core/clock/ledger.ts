// The waiting ledger: every working minute is booked to the one being waited for.
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant } from './instant.ts'
import { budgetMinutes, type TimeLimit } from './time-limit.ts'
import { workingMinutesBetween } from './working-time.ts'

/** `to: null` while the wait lasts. `waitedFor` is whatever the caller counts by: an actor, a post, the applicant. */
export type Wait = { waitedFor: string; from: Instant; to: Instant | null }

export type BookedWait = Wait & { workingMinutes: number }

export type Standing = 'untimed' | 'in-time' | 'overdue'

/** Waits that are open at once are each booked in full: two strands, two people who could have worked. */
export const bookWaiting = (calendar: Calendar, waits: readonly Wait[], now: Instant): BookedWait[] =>
  waits.map(({ waitedFor, from, to }) => ({
    waitedFor,
    from,
    to,
    workingMinutes: workingMinutesBetween(calendar, from, to ?? now),
  }))

/** Working minutes per `waitedFor`, in the order in which they were first waited for. */
export const totalWaiting = (booked: readonly BookedWait[]): { waitedFor: string; workingMinutes: number }[] => {
  const totals = new Map<string, number>()
  for (const it of booked) totals.set(it.waitedFor, (totals.get(it.waitedFor) ?? 0) + it.workingMinutes)
  return [...totals].map(([waitedFor, workingMinutes]) => ({ waitedFor, workingMinutes }))
}

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
