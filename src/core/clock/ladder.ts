// When each rung of the ladder comes for one clock: shares count in the working time of that clock, what follows the due by the calendar.
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant, instantAt, inZone, MINUTE } from './instant.ts'
import { type Ladder, type Rung, readRungAt } from './ladder-schema.ts'
import type { TimeUnit } from './time-limit.ts'
import { dueAfter, workingMinutesBetween } from './working-time.ts'

/** A clock that runs: while it is paused or has no due there is nothing to climb. */
export type Climbed = {
  kind: 'step' | 'promise'
  startedAt: Instant
  /** Closed ones, in order; a wait that lasts stops the clock. */
  pauses: readonly { from: Instant; to: Instant | null }[]
  dueAt: Instant
}

export type RungMoment = { rung: Rung; at: Instant }

/** Whatever stands before it is a warning; from it on the clock is late. */
export const isBreach = (rung: Pick<Rung, 'at'>): boolean => readRungAt(rung.at)?.kind !== 'share'

/** The ladder that a procedure climbs: its own, where its policy has one, instead of the office's. */
export const ladderOf = (office: Ladder, policy: { ladder?: Ladder | undefined }): Ladder => policy.ladder ?? office

/** The first comes first. Throws NoWorkingTime when the calendar has run out. */
export const rungMoments = (calendar: Calendar, ladder: Ladder, clock: Climbed): RungMoment[] =>
  ladder
    .filter((rung) => rung.clock === 'both' || rung.clock === clock.kind)
    .map((rung) => ({ rung, at: momentOf(calendar, rung, clock) }))
    .sort((one, other) => cutToMinute(one.at) - cutToMinute(other.at))

const momentOf = (calendar: Calendar, rung: Rung, clock: Climbed): Instant => {
  const at = readRungAt(rung.at)
  if (at === null) throw new Error(`Not a moment of a ladder: "${rung.at}"`)
  switch (at.kind) {
    case 'share':
      return shareOf(calendar, clock, at.percent)
    case 'due':
      // On the minute of the due it is still in time.
      return instantAt(cutToMinute(clock.dueAt) + MINUTE)
    case 'after':
      return afterDue(calendar, clock.dueAt, at)
  }
}

/**
 * A due at closing belongs to the day that it closes, so the working day after Thursday 16.00 ends on Friday; as the
 * start of a count the same moment would be Friday's opening. So it is counted from the minute before.
 */
const afterDue = (calendar: Calendar, dueAt: Instant, limit: { amount: number; unit: TimeUnit }): Instant => {
  if (limit.unit !== 'day') return dueAfter(calendar, dueAt, limit)
  const minuteBefore = instantAt(cutToMinute(dueAt) - MINUTE)
  const found = dueAfter(calendar, minuteBefore, limit)
  const clockAt = (at: Instant): string => inZone(at, calendar.zone).toPlainTime().toString()
  return clockAt(found) === clockAt(minuteBefore) ? instantAt(cutToMinute(found) + MINUTE) : found
}

/** The minute in which so much of the working time is used up; what was waited for elsewhere does not count. */
const shareOf = (calendar: Calendar, clock: Climbed, percent: number): Instant => {
  const runs = runsOf(clock).map((run) => ({ ...run, minutes: workingMinutesBetween(calendar, run.from, run.to) }))
  const all = runs.reduce((sum, { minutes }) => sum + minutes, 0)
  let left = Math.ceil((all * percent) / 100)
  for (const { from, minutes } of runs) {
    if (left > 0 && left <= minutes) return dueAfter(calendar, from, { amount: left, unit: 'minute' })
    left -= minutes
  }
  return clock.dueAt
}

/** The stretches in which the clock ran, from its start to its due. */
const runsOf = ({ startedAt, pauses, dueAt }: Climbed): { from: Instant; to: Instant }[] => {
  const runs: { from: Instant; to: Instant }[] = []
  let from = startedAt
  for (const pause of pauses) {
    if (pause.to === null || pause.from >= dueAt) break
    runs.push({ from, to: pause.from })
    from = pause.to
  }
  return [...runs, { from, to: dueAt }].filter((run) => run.from < run.to)
}
