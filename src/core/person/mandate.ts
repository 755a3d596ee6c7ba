// Who holds which post, from when to when, in which capacity, by which decree; and who stands in for an absent holder.
import type { Day } from '../clock/instant.ts'
import type { Service } from './service.ts'

/** definitive; `plt` acting in a vacant post; `plh` for a short absence; `an` in the name of the post. */
export type Capacity = 'definitive' | 'plt' | 'plh' | 'an'

export type Mandate = { post: string; capacity: Capacity; fromOn: Day; toOn: Day | null; decree: string | null }

/** With the holder; name, rank and staff number as they stand in their account. Only people whose account is open hold anything. */
export type HeldMandate = Mandate & { mandate: string; person: string; name: string } & Partial<Service>

/** `procedures` is the scope; empty means all work of the post. */
export type Substitute = {
  substitute: string
  post: string
  /** The holder who is away, and their name. */
  absent: string
  absentName: string
  person: string
  name: string
  fromOn: Day
  toOn: Day
  procedures: readonly string[]
  decree: string | null
}

export const isInForce = (mandate: Pick<Mandate, 'fromOn' | 'toOn'>, on: Day): boolean =>
  mandate.fromOn <= on && (mandate.toOn === null || on <= mandate.toOn)
