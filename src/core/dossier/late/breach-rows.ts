// The rows of clocks that ran out, for the board: made from the state of the dossier where something about them changed.
import { isBreach } from '../../clock/ladder.ts'
import type { Dossier, Task } from '../dossier.ts'
import { type Event, personOf } from '../events.ts'
import { breachOf, postsOfClock } from './breach.ts'
import { isLate, type LateInput, PROMISE, type TimedClock, timedClock } from './clocks.ts'
import type { Reached } from './evolve.ts'

export type BreachRows = {
  /** Null where nothing about them changed. */
  breaches: Record<string, unknown>[] | null
  /** Clocks that are in time after all: their due has moved. */
  breachesGone: string[]
}

type Change = Omit<LateInput, 'dossier'> & {
  agency: string
  before: Dossier | null
  after: Dossier
  events: readonly Event[]
}

export const breachRows = ({ agency, before, after, events, ...rest }: Change): BreachRows => {
  const input = { ...rest, dossier: after }
  const clocks = [...new Set([...events.flatMap((event) => clocksOf(after, event)), ...endedClocks(before, after)])]
  if (clocks.length === 0) return { breaches: null, breachesGone: [] }
  const found = clocks.map((clock) => ({ clock, row: rowOf(input, agency, clock) }))
  return {
    breaches: found.flatMap(({ row }) => (row === null ? [] : [row])),
    breachesGone: found.filter(({ row }) => row === null).map(({ clock }) => clock),
  }
}

/** Whose row a fact may change. */
const clocksOf = (after: Dossier, event: Event): string[] => {
  switch (event.type) {
    case 'rung-reached':
    case 'breach-explained':
    case 'breach-acknowledged':
      return [event.clock]
    case 'deadlines-moved':
    case 'edition-moved':
      return after.rungs.map(({ clock }) => clock)
    default:
      return []
  }
}

const endedClocks = (before: Dossier | null, after: Dossier): string[] => {
  const ended = after.tasks.filter(
    (task) => task.closedAt !== null && before?.tasks.find((old) => old.task === task.task)?.closedAt === null,
  )
  return [...(before?.endedAt === null && after.endedAt !== null ? [PROMISE] : []), ...ended.map(({ task }) => task)]
}

/** Null while it is in time, and where nobody has been told that it is not. */
const rowOf = (input: LateInput, agency: string, which: string): Record<string, unknown> | null => {
  const clock = timedClock(input, which)
  if (!clock || !isLate(clock, input.now)) return null
  const { dossier } = input
  const reached = lastBreach(dossier, which)
  const reason = breachOf(dossier, which)
  if (!reached && !reason && !isAnswerable(dossier, clock)) return null
  return {
    agency,
    dossier: dossier.id,
    clock: which,
    task: clock.task?.task ?? null,
    step: clock.task?.step ?? null,
    posts: postsOfClock(dossier, clock),
    due_at: clock.dueAt,
    ended_at: clock.endedAt,
    rung: reached?.rung ?? null,
    rung_at: reached?.at ?? null,
    tell: reached?.tell ?? [],
    reason: reason?.reason ?? null,
    note: reason?.note ?? null,
    explained_at: reason?.at ?? null,
    explained_by: reason ? personOf(reason.by) : null,
    explained_post: reason?.by.kind === 'post' ? reason.by.post : null,
    acknowledged_at: reason?.acknowledged?.at ?? null,
  }
}

const lastBreach = ({ rungs }: Dossier, clock: string): Reached | undefined =>
  rungs.findLast((one) => one.clock === clock && one.tell.length > 0 && isBreach({ at: one.when }))

/** Somebody's work ended late; what was dropped because the request was withdrawn is nobody's delay. */
export const isAnswerable = (dossier: Dossier, { task, endedAt }: TimedClock): boolean =>
  endedAt !== null && (task ? isDone(task) : dossier.status === 'finished' || dossier.status === 'rejected')

const isDone = ({ outcome }: Task): boolean => outcome !== null && outcome !== 'dropped'
