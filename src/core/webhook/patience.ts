// How long a program that does not answer is tried, and when it is given a rest.
import type { Instant } from '../clock/instant.ts'

/** Some fifteen hours in all. */
export const MOST_ATTEMPTS = 10

const FIRST_MS = 10_000
const LONGEST_MS = 6 * 3_600_000

/** Three times as long after each, a fifth more or less, so that what failed together does not come back together. @param chance from 0 up to 1 */
export const waitMs = (attempts: number, chance: number): number =>
  Math.round(Math.min(FIRST_MS * 3 ** (attempts - 1), LONGEST_MS) * (0.8 + 0.4 * chance))

const FAILURES_UNTIL_OFF = 20
const FAILING_UNTIL_OFF_MS = 3_600_000

/** Many failures in a row, and for an hour: a restart of the receiver in a busy minute is no reason. */
export const isGivenUp = (failures: number, failingSince: Instant, now: Instant): boolean =>
  failures >= FAILURES_UNTIL_OFF && Date.parse(now) - Date.parse(failingSince) >= FAILING_UNTIL_OFF_MS

/** After another one has taken its place a secret still signs for a day. */
export const FORMER_SECRET_MS = 24 * 3_600_000
