// Calendar or ladder changed: what people were told so far is held against what holds now, and every difference is recorded.
import { cutToMinute, type Instant } from '../../clock/instant.ts'
import type { Facts } from '../commands.ts'
import { taskNamed } from '../dossier.ts'
import { type LateInput, ofClock, timedClock } from './clocks.ts'
import type { ClockCommand, MovedDeadline } from './facts.ts'

type Move = Extract<ClockCommand, { type: 'move-deadlines' }>

/** Only clocks that still run: what has ended keeps the due by which it was judged. */
export const decideMoveDeadlines = (input: LateInput, { reason, calendar, stood }: Move): Facts => {
  if (input.dossier.status !== 'open') return { ok: true, facts: [] }
  const moved = stood.flatMap(({ clock, dueAt: from }): MovedDeadline[] => {
    const timed = timedClock(input, clock)
    const to = timed?.dueAt ?? null
    if (timed?.endedAt || isSame(from, to)) return []
    return [{ ...ofClock({ clock, task: taskNamed(input.dossier, clock) ?? null }), from, to }]
  })
  return { ok: true, facts: moved.length > 0 ? [{ type: 'deadlines-moved', reason, calendar, moved }] : [] }
}

const isSame = (one: Instant | null, other: Instant | null): boolean =>
  one === null || other === null ? one === other : cutToMinute(one) === cutToMinute(other)
