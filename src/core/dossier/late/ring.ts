// A rung of the ladder comes: decided anew at that moment, so that a clock which stands still or has ended rings nobody.
import { cutToMinute, type Instant } from '../../clock/instant.ts'
import { ladderOf, type RungMoment, rungMoments } from '../../clock/ladder.ts'
import type { Context, Facts } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type LateInput, ofClock, runningClocks, type TimedClock } from './clocks.ts'
import type { ClockCommand } from './facts.ts'

type Ring = Extract<ClockCommand, { type: 'ring' }>

/**
 * Nothing happens where the clock no longer runs, the rung was reached before, or by the calendar of now it has not come
 * yet. Of several that came while nobody looked the highest is told, to all whom they would have told: a word each, not
 * one for every rung.
 */
export const decideRing = (input: LateInput, command: Ring, { now }: Context): Facts => {
  const clock = runningClocks(input).find((one) => one.clock === command.clock)
  const come = clock ? rungsAhead(input, clock).filter(({ at }) => hasCome(at, now)) : []
  if (!clock || !come.some(({ rung }) => rung.rung === command.rung)) return { ok: true, facts: [] }
  const everybody = [...new Set(come.flatMap(({ rung }) => rung.tell))]
  const facts = come.map(
    ({ rung }, index): Fact => ({
      type: 'rung-reached',
      ...ofClock(clock),
      rung: rung.rung,
      when: rung.at,
      tell: index === come.length - 1 ? everybody : [],
      urgent: rung.urgent,
      dueAt: clock.dueAt,
    }),
  )
  return { ok: true, facts }
}

/** The rungs of a clock that nobody has reached yet, the next one first. */
export const rungsAhead = ({ procedure, dossier, office }: LateInput, clock: TimedClock): RungMoment[] =>
  rungMoments(clock.calendar, ladderOf(office.agency.ladder, procedure.policy), clock).filter(
    ({ rung }) => !dossier.rungs.some((one) => one.clock === clock.clock && one.rung === rung.rung),
  )

const hasCome = (at: Instant, now: Instant): boolean => cutToMinute(at) <= cutToMinute(now)
