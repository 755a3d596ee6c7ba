// Who holds which post, from when to when, in which capacity, by which decree.
import type { Day } from '../clock/instant.ts'

/** definitive; `plt` acting in a vacant post; `plh` for a short absence. */
export type Capacity = 'definitive' | 'plt' | 'plh'

export type Mandate = { post: string; capacity: Capacity; fromOn: Day; toOn: Day | null; decree: string | null }

export const isInForce = (mandate: Pick<Mandate, 'fromOn' | 'toOn'>, on: Day): boolean =>
  mandate.fromOn <= on && (mandate.toOn === null || on <= mandate.toOn)
