// The two clocks of a dossier: one for each step that stands open at the office, one for the promise.
import type { Calendar } from '../clock/calendar.ts'
import { type CalendarOffice, calendarFor, calendarNameFor } from '../clock/calendar-for.ts'
import { type Deadline, dueOf, type Extension, type Pause } from '../clock/deadline.ts'
import type { Instant } from '../clock/instant.ts'
import { type Standing, standing } from '../clock/ledger.ts'
import { parseTime, type TimeLimit } from '../clock/time-limit.ts'
import { workingMinutesBetween } from '../clock/working-time.ts'
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Dossier, openMainTasks, type Task, taskNamed } from './dossier.ts'
import type { ClockEvidence } from './events.ts'
import { pausesOf } from './pauses.ts'

/** What the clocks count by: a step by the calendar of its post, the promise by that of the office. */
export type ClockOffice = CalendarOffice

export type ClockInput = { procedure: Procedure; dossier: Dossier; office: ClockOffice; now: Instant }

export type Clock = {
  /** `promise`, or the id of the task. */
  clock: string
  /** null for the promise. */
  task: Task | null
  /** By which it is counted. */
  calendar: Calendar
  limit: TimeLimit
  startedAt: Instant
  pauses: Pause[]
  extension: Extension | null
  /** null while paused and where there is no limit. */
  dueAt: Instant | null
  /** Working minutes that have run, without pauses. */
  usedMinutes: number
  standing: Standing | 'paused'
}

/** All clocks that run or are paused now; none of a dossier that has ended. Throws NoWorkingTime. */
export const openClocks = (input: ClockInput): Clock[] =>
  input.dossier.status === 'open'
    ? [
        promiseClock(input),
        ...openMainTasks(input.dossier)
          .filter(isOfOffice)
          .map((task) => stepClock(input, task)),
      ]
    : []

/** One clock, also of what has ended; null for a task that has none. Throws NoWorkingTime. */
export const clockOf = (input: ClockInput, which: string): Clock | null => {
  if (which === 'promise') return promiseClock(input)
  const task = taskNamed(input.dossier, which)
  return task && isOfOffice(task) ? stepClock(input, task) : null
}

/** The moment for lists and pages. Throws NoWorkingTime. */
export const promiseDue = (input: Omit<ClockInput, 'now'>): Instant | null => dueNow(promiseRun(input))

/** What a step is measured by, also where its dossier was not read. Throws NoWorkingTime. */
export const stepDue = (procedure: Procedure, office: ClockOffice, task: TimedTask): Instant | null => {
  if (!isOfOffice(task)) return null
  return dueNow(stepRun({ procedure, office }, task))
}

export type TimedTask = Pick<Task, 'step' | 'kind' | 'openedAt' | 'forApplicant' | 'posts'> &
  Partial<Pick<Task, 'closedAt' | 'clock'>>

/** What the clock says of one that has ended: kept with the fact from now on. */
export const evidenceOf = (input: ClockInput, which: string): ClockEvidence => {
  const task = which === 'promise' ? null : (taskNamed(input.dossier, which) ?? null)
  const run = task ? stepRun(input, task) : promiseRun(input)
  return {
    dueAt: task && !isOfOffice(task) ? null : dueNow(run),
    usedMinutes: usedOf(run, input.now),
    calendar: calendarNameFor(input.office, task?.posts[0] ?? null),
  }
}

/** The calendar that the work of a task is counted by. */
export const calendarOf = (office: ClockOffice, { posts }: Pick<Task, 'posts'>): Calendar =>
  calendarFor(office, posts[0] ?? null)

/** A clock as data: what deadline.ts needs to tell its due and to explain it; `limit` may be none. */
export type Run = Omit<Deadline, 'limit'> & {
  calendar: Calendar
  limit: TimeLimit
  endedAt: Instant | null
  evidence: ClockEvidence | null
}

export const promiseRun = ({ procedure, dossier, office }: Omit<ClockInput, 'now'>): Run => ({
  calendar: office.calendar,
  startedAt: dossier.submittedAt,
  limit: parseTime(procedure.promise) ?? untimed(procedure.promise),
  pauses: pausesOf(procedure, dossier),
  extension: dossier.extension,
  endedAt: dossier.endedAt,
  evidence: dossier.promise,
})

/** Its office works on a step until it is closed; only the promise pauses and is extended. */
export const stepRun = ({ procedure, office }: Pick<ClockInput, 'procedure' | 'office'>, task: TimedTask): Run => {
  const printed = stepNamed(procedure, task.step)?.time ?? ''
  return {
    calendar: calendarOf(office, task),
    startedAt: task.openedAt,
    limit: parseTime(printed) ?? untimed(printed),
    pauses: [],
    extension: null,
    endedAt: task.closedAt ?? null,
    evidence: task.clock ?? null,
  }
}

const promiseClock = (input: ClockInput): Clock => clockFrom(input, promiseRun(input), null)

const stepClock = (input: ClockInput, task: Task): Clock => clockFrom(input, stepRun(input, task), task)

const clockFrom = ({ now }: ClockInput, run: Run, task: Task | null): Clock => {
  const dueAt = dueNow(run)
  const { limit, startedAt, extension, endedAt } = run
  const usedMinutes = usedOf(run, now)
  const isPaused = limit.kind === 'fixed' && dueAt === null
  return {
    clock: task?.task ?? 'promise',
    task,
    calendar: run.calendar,
    limit,
    startedAt,
    pauses: [...run.pauses],
    extension,
    dueAt,
    usedMinutes,
    standing: isPaused ? 'paused' : standing(limit, usedMinutes, dueAt, endedAt ?? now),
  }
}

const dueNow = ({ evidence, calendar, limit, ...run }: Run): Instant | null => {
  if (evidence) return evidence.dueAt
  return limit.kind === 'fixed' ? dueOf(calendar, { ...run, limit }) : null
}

const usedOf = ({ evidence, calendar, startedAt, pauses, endedAt }: Run, now: Instant): number =>
  evidence?.usedMinutes ??
  pauses.reduce(
    (left, { from, to }) => left - workingMinutesBetween(calendar, from, to ?? endedAt ?? now),
    workingMinutesBetween(calendar, startedAt, endedAt ?? now),
  )

/** Steps of the applicant have no clock: the office cannot make them any quicker. */
const isOfOffice = ({ kind, forApplicant }: Pick<Task, 'kind' | 'forApplicant'>): boolean =>
  kind === 'main' && !forApplicant

const untimed = (printed: string | null): TimeLimit => ({ kind: 'untimed', printed: printed ?? '' })
