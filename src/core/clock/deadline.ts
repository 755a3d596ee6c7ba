// A deadline: a limit that runs in working time, stands still in pauses and may be extended once; and how it came to its due.
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant, instantAt } from './instant.ts'
import type { TimeUnit } from './time-limit.ts'
import {
  type Due,
  dueAfter,
  nextWorkingMoment,
  type Segment,
  workBetween,
  workingMinutesBetween,
} from './working-time.ts'

export type Amount = { amount: number; unit: TimeUnit }

/** `to: null` while it lasts. `waitedFor` is whatever the caller counts by: the applicant, a third party. */
export type Pause = { from: Instant; to: Instant | null; waitedFor: string }

/** Granted at a moment; counted from the due that held then. */
export type Extension = Amount & { at: Instant }

/** `pauses` in the order of time, none within another; only the last may be open. */
export type Deadline = {
  startedAt: Instant
  limit: Amount
  pauses: readonly Pause[]
  extension: Extension | null
}

export type ExplainedPause = Pause & {
  /** The due that held when it began. */
  before: Instant
  /** Working minutes that were left then, and are given back at its end; none where the due had passed. */
  keptMinutes: number
  isOverdue: boolean
  /** The due after it; null while it lasts. */
  after: Instant | null
}

export type Explained = Omit<Due, 'due'> & {
  /** null while it is paused; what was overdue before a pause stays so. */
  due: Instant | null
  pauses: ExplainedPause[]
  extension: (Extension & { before: Instant; after: Instant }) | null
}

/**
 * Working time of `calendar`; null while paused. A pause keeps the working minutes from its beginning to the due of then
 * and gives them back at its end, for limits in days too. It never brings the due forward, and what was overdue when it
 * began stays so. Throws NoWorkingTime.
 */
export const dueOf = (calendar: Calendar, deadline: Deadline): Instant | null => walk(calendar, deadline).due

/** The same with the way it came to be: working time counted, days skipped, pauses and extension. Throws NoWorkingTime. */
export const explainDeadline = (calendar: Calendar, deadline: Deadline): Explained => {
  const walked = walk(calendar, deadline)
  const parts = runningSpans(deadline, walked).map(({ from, to }) => workBetween(calendar, from, to))
  return {
    ...walked,
    workingMinutes: parts.reduce((sum, part) => sum + part.workingMinutes, 0),
    segments: parts.flatMap((part): Segment[] => part.segments),
    skipped: parts
      .flatMap((part) => part.skipped)
      .filter((day, index, all) => all.findIndex((other) => other.on === day.on) === index),
  }
}

type Walked = Pick<Explained, 'due' | 'pauses' | 'extension'>

/** Pauses and extension in the order in which they happened; an extension granted during a pause counts from its end. */
const walk = (calendar: Calendar, { startedAt, limit, pauses, extension }: Deadline): Walked => {
  const walked: Walked = { due: dueAfter(calendar, startedAt, limit), pauses: [], extension: null }
  const extend = (): void => {
    if (extension === null || walked.due === null || walked.extension !== null) return
    const before = walked.due
    walked.due = dueAfter(calendar, before, extension)
    walked.extension = { ...extension, before, after: walked.due }
  }
  for (const pause of pauses.map(cutPause).filter(isReal)) {
    if (extension !== null && cutToMinute(extension.at) <= cutToMinute(pause.from)) extend()
    if (walked.due === null) break
    const explained = pausedDue(calendar, pause, walked.due)
    walked.pauses.push(explained)
    walked.due = explained.after
  }
  extend()
  return walked
}

const cutPause = (pause: Pause): Pause => ({
  ...pause,
  from: instantAt(cutToMinute(pause.from)),
  to: pause.to === null ? null : instantAt(cutToMinute(pause.to)),
})

/** One that ends in the minute in which it began has held nothing up. */
const isReal = ({ from, to }: Pause): boolean => to === null || from < to

const pausedDue = (calendar: Calendar, pause: Pause, before: Instant): ExplainedPause => {
  if (pause.from > before) return { ...pause, before, keptMinutes: 0, isOverdue: true, after: before }
  const keptMinutes = workingMinutesBetween(calendar, pause.from, before)
  const after = pause.to === null ? null : later(before, resumedDue(calendar, pause.to, keptMinutes))
  return { ...pause, before, keptMinutes, isOverdue: false, after }
}

const resumedDue = (calendar: Calendar, at: Instant, keptMinutes: number): Instant =>
  keptMinutes === 0 ? nextWorkingMoment(calendar, at) : dueAfter(calendar, at, { amount: keptMinutes, unit: 'minute' })

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

/** The stretches in which the limit ran: from its start to its due, without the pauses. */
const runningSpans = ({ startedAt }: Deadline, { due, pauses }: Walked): { from: Instant; to: Instant }[] => {
  const spans: { from: Instant; to: Instant }[] = []
  let from = startedAt
  for (const pause of pauses.filter((one) => !one.isOverdue)) {
    spans.push({ from, to: pause.from })
    if (pause.to === null) return spans
    from = pause.to
  }
  return due === null ? spans : [...spans, { from, to: due }]
}
