// The clocks of a dossier as the ladder sees them: those that have a due, and whether anybody can still be late with them.
import type { LivingOffice } from '../../agency/catalogue.ts'
import type { Calendar } from '../../clock/calendar.ts'
import { cutToMinute, type Instant } from '../../clock/instant.ts'
import type { Climbed } from '../../clock/ladder.ts'
import type { Procedure } from '../../procedure/schema.ts'
import { type Clock, clockOf, openClocks } from '../clocks.ts'
import type { Dossier, Task } from '../dossier.ts'
import type { OfClock } from './facts.ts'

export const PROMISE = 'promise'

export type LateInput = { procedure: Procedure; dossier: Dossier; office: LivingOffice; now: Instant }

export type TimedClock = Climbed & {
  clock: string
  task: Task | null
  endedAt: Instant | null
  /** The working time that it counts by. */
  calendar: Calendar
}

/** Those that run at this moment and have a due: while one is paused it stands still, and nobody is told of it. */
export const runningClocks = (input: LateInput): TimedClock[] =>
  openClocks(input).flatMap((clock) => (isPaused(clock) ? [] : (timed(input, clock) ?? [])))

/** One of them, also when its time has ended; null where it has no due. Throws NoWorkingTime. */
export const timedClock = (input: LateInput, which: string): TimedClock | null => {
  const clock = clockOf(input, which)
  return clock && timed(input, clock)
}

const isPaused = ({ pauses }: Clock): boolean => pauses.at(-1)?.to === null

const timed = ({ dossier }: LateInput, clock: Clock): TimedClock | null => {
  const { task, startedAt, pauses, dueAt } = clock
  if (dueAt === null) return null
  return {
    clock: clock.clock,
    task,
    kind: task ? 'step' : 'promise',
    startedAt,
    pauses,
    dueAt,
    endedAt: task ? task.closedAt : dossier.endedAt,
    calendar: clock.calendar,
  }
}

/** How a fact names it. */
export const ofClock = ({ clock, task }: Pick<TimedClock, 'clock' | 'task'>): OfClock => ({
  clock,
  task: task?.task ?? null,
  step: task?.step ?? null,
})

/** Late at this moment, or late when it ended. On the minute of the due it is in time. */
export const isLate = ({ dueAt, endedAt }: Pick<TimedClock, 'dueAt' | 'endedAt'>, now: Instant): boolean =>
  cutToMinute(endedAt ?? now) > cutToMinute(dueAt)
