// The chain of steps of one dossier as people see it: who acts, where it stands, standard time against time used.

import { postTitle } from '../../core/agency/agency.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Calendar } from '../../core/clock/calendar.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { type Standing, standing } from '../../core/clock/ledger.ts'
import { type Language, speakLimit, speakMinutes } from '../../core/clock/speak.ts'
import { budgetMinutes, parseTime, type TimeLimit } from '../../core/clock/time-limit.ts'
import { workingMinutesBetween } from '../../core/clock/working-time.ts'
import { calendarOf, stepDue, type TimedTask } from '../../core/dossier/clocks.ts'
import type { Dossier, Task } from '../../core/dossier/dossier.ts'
import type { Act, Procedure, Step } from '../../core/procedure/schema.ts'
import type { StepState, StepView } from '../ui/step-picture.tsx'
import { officeTitle } from './titles.ts'

/** Goes straight into `StepPicture`; what it does not draw is for sentences and lists. */
export type StepStory = StepView & {
  step: string
  act: Act
  /** Added by the office; never stands on the official sheet. */
  isPolicy: boolean
  /** Place in the file, from 1; the office's own steps count too. */
  position: number
  /** How often it was opened. */
  rounds: number
  /** Of the last round. */
  openedAt: Instant | null
  closedAt: Instant | null
  dueAt: Instant | null
  /** Of its last round; that of the office before it was opened. */
  calendar: Calendar
  outcome: Task['outcome']
  /** The time cell as the SOP prints it. */
  printed: string
  limit: TimeLimit
  standing: Standing
  /** Working minutes over all rounds; `usedMinutes` is the last round alone, which is what the standard measures. */
  totalMinutes: number
  /** The task that is open now. */
  task: string | null
}

export type StoryInput = {
  procedure: Procedure
  dossier: Dossier
  agency: AgencyData
  now: Instant
  language: Language
}

/** One entry for every step of the procedure, in the order of the sheet. */
export const stepStory = (input: StoryInput): StepStory[] => {
  const totals = workedMinutes(input)
  return input.procedure.steps.map((step, index) => storyOf(input, step, index, totals.get(step.step) ?? 0))
}

/** What one task of the path has used of its standard time; also for tasks of a work list. */
export const timeOf = (input: Omit<StoryInput, 'dossier'>, task: TimedTask): TaskTime => {
  const limit = limitOf(input.procedure, task.step)
  const usedMinutes = usedIn(input, task)
  const calendar = calendarOf(input.agency, task)
  const dueAt = stepDue(input.procedure, input.agency, task)
  const isTimed = dueAt !== null
  return {
    limit,
    dueAt,
    calendar,
    usedMinutes,
    standardMinutes: isTimed ? minutesOf(calendar, limit, { from: task.openedAt, to: dueAt }) : null,
    standing: isTimed ? standing(limit, usedMinutes, dueAt, task.closedAt ?? input.now) : 'untimed',
  }
}

export type TaskTime = {
  limit: TimeLimit
  /** By which it is counted. */
  calendar: Calendar
  dueAt: Instant | null
  usedMinutes: number
  standardMinutes: number | null
  standing: Standing
}

const storyOf = (input: StoryInput, step: Step, index: number, totalMinutes: number): StepStory => {
  const rounds = roundsOf(input.dossier, step.step)
  const last = rounds.at(-1)
  const time = last ? timeOf(input, last) : null
  const limit = limitOf(input.procedure, step.step)
  const isTimed = limit.kind === 'fixed'
  const standardMinutes = time?.standardMinutes ?? (limit.kind === 'fixed' ? budgetMinutes(limit) : null)
  return {
    key: step.step,
    number: step.policy ? undefined : String(printedNumber(input.procedure, step)),
    title: step.activity,
    who: whoOf(input, step, last),
    state: stateOf(input.dossier, step, rounds),
    standard: isTimed ? speakLimit(limit, input.language) : undefined,
    used: time && isTimed ? speakMinutes(time.usedMinutes, input.language) : undefined,
    usedMinutes: time && standardMinutes !== null ? time.usedMinutes : undefined,
    standardMinutes: standardMinutes ?? undefined,
    step: step.step,
    act: step.act,
    isPolicy: step.policy,
    position: index + 1,
    rounds: rounds.length,
    openedAt: last?.openedAt ?? null,
    closedAt: last?.closedAt ?? null,
    dueAt: time?.dueAt ?? null,
    calendar: time?.calendar ?? input.agency.calendar,
    outcome: last?.outcome ?? null,
    printed: step.time ?? '',
    limit,
    standing: time?.standing ?? 'untimed',
    totalMinutes,
    task: last && last.closedAt === null ? last.task : null,
  }
}

/** Whoever acted, under the capacity they acted in; before that, whoever will. The applicant by the lane's name. */
const whoOf = ({ procedure, agency }: StoryInput, step: Step, last: Task | undefined): string => {
  const by = last?.closedBy
  if (by?.kind === 'post' && last?.outcome !== 'dropped') return officeTitle(agency.agency, by)
  const lanes = step.actor.flatMap((key) => procedure.actors[key] ?? [])
  return lanes.map((lane) => (lane.post ? postTitle(agency.agency, lane.post) : lane.label)).join(' / ')
}

const stateOf = (dossier: Dossier, step: Step, rounds: readonly Task[]): StepState => {
  const last = rounds.at(-1)
  if (last && last.closedAt === null) return 'current'
  if (last?.outcome === 'returned') return 'returned'
  if (last?.outcome === 'finished' || last?.outcome === 'rejected') return 'done'
  const isPassedOver = dossier.traces[step.step]?.isFinished === true || dossier.status !== 'open'
  return isPassedOver ? 'skipped' : 'later'
}

const roundsOf = (dossier: Dossier, step: string): Task[] =>
  dossier.tasks.filter((task) => task.kind === 'main' && task.step === step)

const workedMinutes = (input: StoryInput): Map<string, number> => {
  const totals = new Map<string, number>()
  for (const task of input.dossier.tasks.filter(({ kind }) => kind === 'main'))
    totals.set(task.step, (totals.get(task.step) ?? 0) + usedIn(input, task))
  return totals
}

/** As it was counted when the step was closed; until then by the calendar of today. */
const usedIn = ({ agency, now }: Pick<StoryInput, 'agency' | 'now'>, task: TimedTask): number =>
  task.clock?.usedMinutes ?? workingMinutesBetween(calendarOf(agency, task), task.openedAt, task.closedAt ?? now)

/** On the official sheet only its own steps are counted. */
const printedNumber = (procedure: Procedure, step: Step): number =>
  procedure.steps.filter((one) => !one.policy).indexOf(step) + 1

const limitOf = (procedure: Procedure, step: string): TimeLimit => {
  const printed = procedure.steps.find((one) => one.step === step)?.time ?? ''
  return parseTime(printed) ?? { kind: 'untimed', printed }
}

/** Days have no fixed number of minutes: they are counted from where the step was opened. */
const minutesOf = (
  calendar: Calendar,
  limit: TimeLimit,
  { from, to }: { from: Instant; to: Instant },
): number | null =>
  limit.kind === 'fixed' ? (budgetMinutes(limit) ?? workingMinutesBetween(calendar, from, to)) : null
