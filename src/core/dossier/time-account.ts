// The account of a dossier's time: its clocks with the way each due came to be, and who was waited for, how long.
import { type Explained, explainDeadline } from '../clock/deadline.ts'
import { type Clock, type ClockInput, clockOf, openClocks, promiseRun, type Run, stepRun } from './clocks.ts'
import { type Booking, bookedWaits, type WaitedFor, waitKey } from './waiting.ts'

export type ExplainedClock = Clock & {
  /** null where there is no limit. */
  explained: Explained | null
  /** By the calendar of today it would be due at another moment than was recorded when it ended. */
  isCalendarChanged: boolean
}

export type WaitTotal = { waitedFor: WaitedFor; workingMinutes: number; otherMinutes: number }

export type TimeAccount = {
  promise: ExplainedClock
  /** Of the steps that stand open at the office. */
  steps: ExplainedClock[]
  bookings: Booking[]
  /** In the order in which they were first waited for. */
  totals: WaitTotal[]
}

/** Throws NoWorkingTime. */
export const timeAccount = (input: ClockInput): TimeAccount => {
  const promise = clockOf(input, 'promise')
  if (!promise) throw new Error('Every dossier has the clock of its promise')
  const bookings = bookedWaits(input)
  return {
    promise: withReasons(promise, promiseRun(input)),
    steps: openClocks(input).flatMap((clock) => (clock.task ? [withReasons(clock, stepRun(input, clock.task))] : [])),
    bookings,
    totals: totalsOf(bookings),
  }
}

const withReasons = (clock: Clock, { limit, evidence, ...run }: Run): ExplainedClock => {
  const explained = limit.kind === 'fixed' ? explainDeadline(run.calendar, { ...run, limit }) : null
  return {
    ...clock,
    explained,
    isCalendarChanged: evidence !== null && explained !== null && explained.due !== clock.dueAt,
  }
}

const totalsOf = (bookings: readonly Booking[]): WaitTotal[] => {
  const totals = new Map<string, WaitTotal>()
  for (const { waitedFor, workingMinutes, otherMinutes } of bookings) {
    const sum = totals.get(waitKey(waitedFor)) ?? { waitedFor, workingMinutes: 0, otherMinutes: 0 }
    sum.workingMinutes += workingMinutes
    sum.otherMinutes += otherMinutes
    totals.set(waitKey(waitedFor), sum)
  }
  return [...totals.values()]
}
