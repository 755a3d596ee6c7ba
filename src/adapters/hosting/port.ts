// What MIPP wants from a hosting server: a space under a name, with an account that the applicant can use.

import type { Outcome } from '../outcome.ts'

/** Where a server of the agency stands; a setting of the agency, never an applicant's word. */
export type Endpoint = { address: string; port: number }

/** `name` is the fully qualified name that the space answers to; `address` is what its DNS record must say. */
export type Space = { name: string; account: string; address: string; port: number }

/** `secret` is the initial password, said this once; null where the space was there already. */
export type NewSpace = Space & { secret: string | null }

type Seen = { name: string; isStandIn: boolean; answersAt: Endpoint }

export type AutomaticHosting = Seen & {
  automatic: true
  /** Safe to repeat: a space that is there stays as it is. */
  createSpace: (name: string, signal?: AbortSignal) => Promise<Outcome<NewSpace>>
  /** A new password in place of the old, for one that was lost on the way. */
  renewSecret: (name: string, signal?: AbortSignal) => Promise<Outcome<NewSpace>>
  /** Says what was removed; null when there was nothing. */
  removeSpace: (name: string, signal?: AbortSignal) => Promise<Outcome<Space | null>>
  describe: (name: string, signal?: AbortSignal) => Promise<Outcome<Space | null>>
}

/** An agency whose officers make spaces by hand; whether they answer can still be looked at. */
export type ByHandHosting = Seen & { automatic: false }

export type HostingPort = AutomaticHosting | ByHandHosting
