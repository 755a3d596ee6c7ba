// From when to when something that was ratified is in force, and by whom it was ratified.
import type { Day, Instant } from '../clock/instant.ts'

/** The days of an edition: `to` is the first on which it is no longer in force; `assumed` where the source prints no date. */
export type Force = { from: Day; to: Day | null; assumed: boolean }

/** By which post and decree; null for an edition that came with the catalogue. */
export type Ratified = { post: string; decree: string; at: Instant; by: string | null }

/** Has it begun by this day, and not yet ended? */
export const isInForce = (force: Pick<Force, 'from' | 'to'> | null, day: Day): boolean =>
  force !== null && force.from <= day && (force.to === null || day < force.to)
