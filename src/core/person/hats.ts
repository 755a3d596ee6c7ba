// Under which hats somebody may act on a day: every post they do the work of, in which capacity, for whom, and how far.
import type { Day } from '../clock/instant.ts'
import { coverOf, type Holder, isClosed, mandatesOf, type People } from './holders.ts'
import { isInForce } from './mandate.ts'

/** Only these procedures, or all but these. */
export type Scope = { only: readonly string[] } | { except: readonly string[] }

export type PostHat = Omit<Holder, 'person' | 'name'> & {
  post: string
  scope: Scope
  /** While somebody is away: who does the work. They still see it. */
  coveredBy: Holder[]
}

export const hatsOf = (people: People, person: string, day: Day): PostHat[] => hatBook(people, day).get(person) ?? []

/** Work of no procedure is only done by who has them all, or all but a few. */
export const isInScope = (scope: Scope, procedure?: string): boolean =>
  'except' in scope
    ? procedure === undefined || !scope.except.includes(procedure)
    : procedure !== undefined && scope.only.includes(procedure)

/** The hats of everybody, in the order of the posts; what somebody does from above comes last. */
export const hatBook = (people: People, day: Day): Map<string, PostHat[]> => {
  const kinds = kindsOfWork(people, day)
  const worn = people.agency.posts.flatMap(({ post }) => [
    ...actingIn(people, post, { day, kinds }),
    ...awayFrom(people, post, { day, kinds }),
  ])
  const book = new Map<string, PostHat[]>()
  for (const { person, ...hat } of worn.toSorted((a, b) => Number(isFromAbove(a)) - Number(isFromAbove(b))))
    book.set(person, [...(book.get(person) ?? []), hat])
  return book
}

type Worn = PostHat & { person: string }
type When = { day: Day; kinds: readonly (string | undefined)[] }

const isFromAbove = ({ via }: PostHat): boolean => via === 'superior'

/** Procedures that a substitution of that day names are looked at one by one; all others go alike. */
const kindsOfWork = ({ substitutes }: People, day: Day): (string | undefined)[] => [
  undefined,
  ...new Set(substitutes.filter((one) => isInForce(one, day)).flatMap((one) => one.procedures)),
]

const actingIn = (people: People, post: string, { day, kinds }: When): Worn[] => {
  const covers = kinds.map((procedure) => ({ procedure, ...coverOf(people, post, { day, procedure }) }))
  const all = covers.flatMap((cover) => cover.holders)
  return all
    .filter((one, index) => all.findIndex((other) => isSameHat(one, other)) === index)
    .map(({ name: _, ...hat }) => {
      const mine = covers.filter(({ holders }) => holders.some((other) => isSameHat(other, hat)))
      return { ...hat, post, scope: scopeOf(mine, covers), coveredBy: [] }
    })
}

type ByKind = { procedure: string | undefined }

const scopeOf = (mine: readonly ByKind[], all: readonly ByKind[]): Scope => {
  const named = (kinds: readonly ByKind[]) => kinds.flatMap(({ procedure }) => procedure ?? [])
  const isGeneral = mine.some(({ procedure }) => procedure === undefined)
  return isGeneral ? { except: named(all.filter((one) => !mine.includes(one))) } : { only: named(mine) }
}

type Hat = Omit<Holder, 'name'>

const isSameHat = (one: Hat, other: Hat): boolean =>
  one.person === other.person &&
  one.capacity === other.capacity &&
  one.actsFor?.person === other.actsFor?.person &&
  one.seat.post === other.seat.post &&
  one.seat.capacity === other.seat.capacity

/** Holders by mandate whose work others do: they go on seeing it all. */
const awayFrom = (people: People, post: string, when: When): Worn[] => {
  if (isClosed(people, post, when.day)) return []
  const acting = new Set(actingIn(people, post, when).flatMap((one) => (isInScope(one.scope) ? [one.person] : [])))
  const coveredBy = coverOf(people, post, { day: when.day }).holders
  return mandatesOf(people, post, when.day)
    .filter((one) => !acting.has(one.person))
    .map(({ person, capacity, decree }) => ({
      person,
      post,
      capacity,
      actsFor: null,
      decree,
      via: 'mandate',
      seat: { post, capacity },
      scope: { only: [] },
      coveredBy,
    }))
}
