// What will ring next: one row for each clock that runs, with its next rung; the commit keeps them.
import type { Instant } from '../../clock/instant.ts'
import type { Dossier } from '../dossier.ts'
import type { Event } from '../events.ts'
import { type LateInput, runningClocks } from './clocks.ts'
import { rungsAhead } from './ring.ts'

export type Timer = { clock: string; task: string | null; rung: string; ring_at: Instant; due_at: Instant }

/** Throws NoWorkingTime. */
export const timersOf = (input: LateInput): Timer[] =>
  runningClocks(input).flatMap((clock) => {
    const [next] = rungsAhead(input, clock)
    return next
      ? [
          {
            clock: clock.clock,
            task: clock.task?.task ?? null,
            rung: next.rung.rung,
            ring_at: next.at,
            due_at: clock.dueAt,
          },
        ]
      : []
  })

type Change = Omit<LateInput, 'dossier'> & { before: Dossier | null; after: Dossier; events: readonly Event[] }

/** Null where the commit leaves them as they were, as most do. */
export const changedTimers = ({ before, after, events, ...input }: Change): Timer[] | null => {
  const timers = timersOf({ ...input, dossier: after })
  // Another edition counts by other times, and a new calendar is not the one by which the rows were made.
  const isOther = before === null || events.some(({ type }) => type === 'edition-moved' || type === 'deadlines-moved')
  if (isOther) return timers
  const old = timersOf({ ...input, dossier: before })
  return JSON.stringify(old) === JSON.stringify(timers) ? null : timers
}
