// Who may do the work of a post on a day: by mandate, in the place of somebody absent, or from above when nobody is there.
import type { Day } from '../clock/instant.ts'
import { type Capacity, type HeldMandate, isInForce, type Substitute } from './mandate.ts'

/** `substitute` stands in for one absent person; `superior` does the work of a post below that nobody can do. */
export type ActingCapacity = Capacity | 'substitute' | 'superior'

export type Represented = { person: string; name: string }

type PostPlace = {
  post: string
  superior?: string | undefined
  closedOn?: Day | undefined
  /** Does its work once it is closed. */
  successor?: string | undefined
}

/** What is looked at of an office. */
export type People = {
  agency: { posts: readonly PostPlace[] }
  mandates: readonly HeldMandate[]
  substitutes: readonly Substitute[]
}

export type Holder = {
  person: string
  name: string
  capacity: ActingCapacity
  /** In whose place: the definitive holder, or whoever is absent. */
  actsFor: Represented | null
  decree: string | null
  via: 'mandate' | 'substitute' | 'superior'
  /** What this person holds; another post than the one asked for only when acting from above. */
  seat: { post: string; capacity: ActingCapacity }
}

/** Nobody holds it; it is closed; or whoever holds it is away, and so is whoever should stand in. */
export type Gap = {
  reason: 'vacant' | 'closed' | 'absent'
  /** The superior post whose holders do the work; null when nobody stands above. */
  coveredBy: string | null
}

export type Cover = { holders: Holder[]; gap: Gap | null }

/** @param procedure without it, only substitutes for everything count */
export const holdersOf = (people: People, post: string, day: Day, procedure?: string): Holder[] =>
  coverOf(people, post, { day, procedure }).holders

export type At = { day: Day; procedure?: string | undefined }

/** The holders, and why they are not the post's own where they are not. An office is never silent: a gap that nobody covers is told. */
export const coverOf = (people: People, post: string, at: At): Cover => {
  const own = presentIn(people, post, at)
  if (own.length > 0) return { holders: own, gap: null }
  const held = mandatesOf(people, post, at.day)
  const reason = isClosed(people, post, at.day) ? 'closed' : held.length === 0 ? 'vacant' : 'absent'
  for (const superior of superiorsOf(people, post, at.day)) {
    const above = presentIn(people, superior, at)
    if (above.length > 0) return { holders: above.map(fromAbove), gap: { reason, coveredBy: superior } }
  }
  // Everybody is away, up to the head: rather whoever holds it than nobody.
  const last = reason === 'absent' ? held.map((mandate) => holderBy(mandate, null)) : []
  return { holders: last, gap: { reason, coveredBy: null } }
}

const fromAbove = (holder: Holder): Holder => ({ ...holder, capacity: 'superior', via: 'superior' })

/** Those at work on this post itself: its holders, and for each who is absent whoever stands in. */
const presentIn = (people: People, post: string, at: At): Holder[] => {
  if (isClosed(people, post, at.day)) return []
  const desk = deskOf(mandatesOf(people, post, at.day))
  return onePerPerson(
    desk.at.flatMap((mandate) =>
      substitutesOf(people, post, { ...at, absent: mandate.person }).length === 0
        ? [holderBy(mandate, desk.principal)]
        : standIns(people, mandate, at),
    ),
  )
}

type Desk = { at: HeldMandate[]; principal: HeldMandate | null }

/**
 * Who of those with a mandate does the work. A Plt. or Plh. is named because the one holder is not there, and has it
 * alone; where a post has several seats nobody knows whose the empty one is, and all work on. Who signs a.n. does so
 * beside the holder.
 */
const deskOf = (mandates: readonly HeldMandate[]): Desk => {
  const of = (capacity: HeldMandate['capacity']) => mandates.filter((one) => one.capacity === capacity)
  const definitive = of('definitive')
  const longTerm = takeOver(definitive, of('plt'))
  return { at: [...takeOver(longTerm, of('plh')), ...of('an')], principal: only(definitive) ?? only(longTerm) }
}

const takeOver = (seats: HeldMandate[], acting: HeldMandate[]): HeldMandate[] =>
  acting.length > 0 && seats.length < 2 ? acting : [...seats, ...acting]

const only = (mandates: readonly HeldMandate[]): HeldMandate | null =>
  mandates.length === 1 ? (mandates[0] ?? null) : null

const holderBy = (mandate: HeldMandate, principal: HeldMandate | null): Holder => ({
  person: mandate.person,
  name: mandate.name,
  capacity: mandate.capacity,
  actsFor:
    mandate.capacity === 'definitive' || principal === null || principal.person === mandate.person
      ? null
      : { person: principal.person, name: principal.name },
  decree: mandate.decree,
  via: 'mandate',
  seat: { post: mandate.post, capacity: mandate.capacity },
})

/** Whoever is away too is passed over for their own substitute; a circle leads to nobody. */
const standIns = (people: People, absent: HeldMandate, at: At): Holder[] => {
  const asked = new Set([absent.person])
  const waiting = substitutesOf(people, absent.post, { ...at, absent: absent.person })
  const found: Holder[] = []
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    if (asked.has(one.person)) continue
    asked.add(one.person)
    if (isAway(people, one.person, { ...at, post: absent.post }))
      waiting.push(...substitutesOf(people, absent.post, { ...at, absent: one.person }))
    else found.push(substituteFor(absent, one))
  }
  return found
}

const substituteFor = ({ person, name, post }: HeldMandate, substitution: Substitute): Holder => ({
  person: substitution.person,
  name: substitution.name,
  capacity: 'substitute',
  actsFor: { person, name },
  decree: substitution.decree,
  via: 'substitute',
  seat: { post, capacity: 'substitute' },
})

const substitutesOf = (
  { substitutes }: People,
  post: string,
  { day, procedure, absent }: At & { absent: string },
): Substitute[] =>
  substitutes.filter(
    (one) => one.post === post && one.absent === absent && isInForce(one, day) && isInScope(one, procedure),
  )

const isInScope = ({ procedures }: Substitute, procedure: string | undefined): boolean =>
  procedures.length === 0 || (procedure !== undefined && procedures.includes(procedure))

/** Somebody whose own work is done by another today cannot stand in for a third. */
const isAway = (people: People, person: string, at: At & { post: string }): boolean =>
  people.substitutes.some(
    (one) =>
      one.absent === person &&
      isInForce(one, at.day) &&
      (one.procedures.length === 0 || (one.post === at.post && isInScope(one, at.procedure))),
  ) ||
  people.mandates.some(
    (one) =>
      one.person === person &&
      isInForce(one, at.day) &&
      !deskOf(mandatesOf(people, one.post, at.day)).at.some((other) => other.person === person),
  )

const RANK: readonly HeldMandate['capacity'][] = ['definitive', 'plt', 'plh', 'an']

/** In force on that day; of somebody who has the same post twice the fuller one. */
export const mandatesOf = ({ mandates }: Pick<People, 'mandates'>, post: string, day: Day): HeldMandate[] =>
  onePerPerson(
    mandates
      .filter((one) => one.post === post && isInForce(one, day))
      .toSorted((a, b) => RANK.indexOf(a.capacity) - RANK.indexOf(b.capacity)),
  )

const onePerPerson = <T extends { person: string }>(all: readonly T[]): T[] =>
  all.filter((one, index) => all.findIndex((other) => other.person === one.person) === index)

/** `closedOn` is the first day on which it is no longer there. */
export const isClosed = ({ agency }: Pick<People, 'agency'>, post: string, day: Day): boolean => {
  const closedOn = agency.posts.find((one) => one.post === post)?.closedOn
  return closedOn !== undefined && closedOn <= day
}

/** From the nearest up, and from a closed post to its successor; a circle of posts is walked once. */
const superiorsOf = (people: People, post: string, day: Day): string[] => {
  const passed = [post]
  const above = (below: string): string | undefined => {
    const found = people.agency.posts.find((one) => one.post === below)
    return isClosed(people, below, day) ? (found?.successor ?? found?.superior) : found?.superior
  }
  for (let next = above(post); next !== undefined && !passed.includes(next); next = above(next)) passed.push(next)
  return passed.slice(1)
}
