// Who would get each step of a procedure on a day: its posts, who does their work then, and where that hangs on one person or none.
import type { Day } from '../clock/instant.ts'
import { type Cover, coverOf, type Holder, isClosed, mandatesOf, type People } from '../person/holders.ts'
import type { HeldMandate } from '../person/mandate.ts'
import type { Procedure } from '../procedure/schema.ts'
import { daysAfter } from './days.ts'

/** `applicant`: whoever asked does it themselves. Any of several posts may do the step. */
export type HeldStep = {
  step: string
  activity: string
  isApplicants: boolean
  posts: { post: string; cover: Cover }[]
  /** Each person once. */
  holders: Holder[]
  state: 'held' | 'single' | 'nobody' | 'applicant'
}

export const stepsHeld = (people: People, { procedure, steps, actors }: Procedure, day: Day): HeldStep[] =>
  steps.map(({ step, activity, actor }) => {
    const isApplicants = actor.some((name) => actors[name]?.is === 'applicant')
    const posts = actor
      .flatMap((name) => actors[name]?.post ?? [])
      .map((post) => ({ post, cover: coverOf(people, post, { day, procedure }) }))
    const all = posts.flatMap(({ cover }) => cover.holders)
    const holders = all.filter((one, index) => all.findIndex((other) => other.person === one.person) === index)
    return { step, activity, isApplicants, posts, holders, state: stateOf(holders, isApplicants) }
  })

const stateOf = (holders: readonly Holder[], isApplicants: boolean): HeldStep['state'] => {
  if (isApplicants) return 'applicant'
  return holders.length === 0 ? 'nobody' : holders.length === 1 ? 'single' : 'held'
}

/** A mandate that ends so soon is told. */
export const SOON_DAYS = 30

export type WeakPoints = {
  /** Nobody can do these. */
  nobody: { procedure: string; step: string }[]
  /** Of these people alone so many steps depend, most first. */
  single: { person: string; name: string; steps: number }[]
  /** Posts that no mandate holds on that day, and who does their work. */
  vacant: { post: string; cover: Cover }[]
  /** In force on that day, with an end within `SOON_DAYS`, the earliest first. */
  ending: HeldMandate[]
}

export const weakPoints = (people: People, procedures: readonly Procedure[], day: Day): WeakPoints => {
  const steps = procedures.flatMap((one) =>
    stepsHeld(people, one, day).map((held) => ({ procedure: one.procedure, held })),
  )
  const open = people.agency.posts.filter(({ post }) => !isClosed(people, post, day))
  const until = daysAfter(day, SOON_DAYS)
  return {
    nobody: steps.flatMap(({ procedure, held }) => (held.state === 'nobody' ? [{ procedure, step: held.step }] : [])),
    single: aloneOf(steps.flatMap(({ held }) => (held.state === 'single' ? held.holders : []))),
    vacant: open
      .filter(({ post }) => mandatesOf(people, post, day).length === 0)
      .map(({ post }) => ({ post, cover: coverOf(people, post, { day }) })),
    ending: people.mandates
      .filter(({ fromOn, toOn }) => fromOn <= day && toOn !== null && day <= toOn && toOn <= until)
      .toSorted((a, b) => (a.toOn ?? '').localeCompare(b.toOn ?? '')),
  }
}

const aloneOf = (holders: readonly Holder[]): WeakPoints['single'] => {
  const byPerson = Map.groupBy(holders, ({ person }) => person)
  return [...byPerson]
    .map(([person, of]) => ({ person, name: of[0]?.name ?? person, steps: of.length }))
    .toSorted((a, b) => b.steps - a.steps)
}
