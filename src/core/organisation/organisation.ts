// The whole organisation of an office as rows: what an administrator changes, and what every change is judged by.
import type { Day } from '../clock/instant.ts'
import type { Capacity } from '../person/mandate.ts'

export const UNIT_KINDS = ['office', 'secretariat', 'division', 'team'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const DUTIES = ['front-office', 'registers', 'procedures', 'archive', 'destruction'] as const
export type Duty = (typeof DUTIES)[number]

export const CAPACITIES = ['definitive', 'plt', 'plh', 'an'] as const satisfies readonly Capacity[]

export type UnitRow = { unit: string; name: string; kind: UnitKind; superior: string | null; calendar: string | null }

/** `closedOn` is the first day on which it no longer exists; from then on its work is the successor's. */
export type PostRow = {
  post: string
  title: string
  unit: string
  superior: string | null
  duties: readonly Duty[]
  closedOn: Day | null
  successor: string | null
}

/** Companies enter themselves. From `closedOn` on nobody asks in its name. */
export type ClientRow = {
  client: string
  kind: 'agency' | 'company'
  name: string
  head: string
  address: string
  closedOn: Day | null
}

export type MandateRow = {
  mandate: string
  person: string
  post: string
  capacity: Capacity
  fromOn: Day
  toOn: Day | null
  decree: string | null
}

/** `procedures` is the scope; empty means all work of the post. */
export type SubstituteRow = {
  substitute: string
  post: string
  absent: string
  person: string
  fromOn: Day
  toOn: Day
  procedures: readonly string[]
  decree: string | null
}

export type MembershipRow = { person: string; client: string; jobTitle: string }

export type OfficePerson = {
  person: string
  name: string
  email: string
  state: 'invited' | 'awaiting-approval' | 'active' | 'closed'
}

export type Organisation = {
  units: readonly UnitRow[]
  posts: readonly PostRow[]
  clients: readonly ClientRow[]
  people: readonly OfficePerson[]
  mandates: readonly MandateRow[]
  substitutes: readonly SubstituteRow[]
  memberships: readonly MembershipRow[]
}

export type Term = { fromOn: Day; toOn: Day | null }

/** Both ends belong to a term. */
export const overlap = (one: Term, other: Term): boolean =>
  (other.toOn === null || one.fromOn <= other.toOn) && (one.toOn === null || other.fromOn <= one.toOn)

export const holds = (term: Term, on: Day): boolean => term.fromOn <= on && (term.toOn === null || on <= term.toOn)

/** Does it exist on this day? */
export const isOpen = ({ closedOn }: Pick<PostRow, 'closedOn'>, on: Day): boolean => closedOn === null || on < closedOn

export const postOf = (office: Organisation, post: string): PostRow | undefined =>
  office.posts.find((one) => one.post === post)

export const titleOf = (office: Organisation, post: string): string => postOf(office, post)?.title ?? post

export const nameOf = (office: Organisation, person: string): string =>
  office.people.find((one) => one.person === person)?.name ?? person

/** Accounts that may do something, today or once the invitation is answered. */
export const isUsable = ({ state }: Pick<OfficePerson, 'state'>): boolean => state === 'active' || state === 'invited'
