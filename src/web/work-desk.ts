// Whose work somebody looks at: of posts they alone hold, that they share, that stand under them; and a view as the tasks in it.
import { Temporal } from 'temporal-polyfill'
import { type Agency, postsAbove } from '../core/agency/agency.ts'
import type { AgencyData } from '../core/agency/catalogue.ts'
import { type Day, type Instant, instantAt, inZone } from '../core/clock/instant.ts'
import { holdersOf } from '../core/person/holders.ts'
import type { Place, Whose, WorkFilter } from '../store/work-view.ts'
import type { Person } from './visitor.ts'

/** What lies elsewhere is a list of dossiers; the others are lists of tasks. */
const WORK_VIEWS = ['mine', 'basket', 'overdue', 'today', 'elsewhere', 'team'] as const
export type WorkView = (typeof WORK_VIEWS)[number]
export const TASK_VIEWS = ['mine', 'basket', 'overdue', 'today', 'team'] as const
export type TaskView = (typeof TASK_VIEWS)[number]

export type WorkDesk = {
  person: string
  posts: readonly string[]
  /** Nobody else holds them today. */
  alone: readonly string[]
  shared: readonly string[]
  /** Done for somebody absent, for these procedures alone. */
  limited: readonly { post: string; procedures: readonly string[] }[]
  /** Stand under the posts of this person, however far. */
  below: readonly string[]
  now: Instant
  /** The first moment of the agency's next day. */
  dayEndsAt: Instant
}

export const workDesk = (
  office: AgencyData,
  { person, actor }: Pick<Person, 'person' | 'actor'>,
  now: Instant,
): WorkDesk => {
  const isShared = (post: string): boolean =>
    holdersOf(office, post, office.today).some((holder) => holder.person !== person)
  const tomorrow = inZone(now, office.agency.zone).startOfDay().add({ days: 1 })
  return {
    person,
    posts: actor.posts,
    alone: actor.posts.filter((post) => !isShared(post)),
    shared: actor.posts.filter(isShared),
    limited: actor.limited ?? [],
    below: postsBelow(office.agency, actor.posts),
    now,
    dayEndsAt: instantAt(tomorrow.epochMilliseconds),
  }
}

const postsBelow = (agency: Agency, mine: readonly string[]): string[] =>
  agency.posts
    .map(({ post }) => post)
    .filter((post) => !mine.includes(post) && postsAbove(agency, [post]).some((above) => mine.includes(above)))

/** Those that mean something to this person: a basket only to whoever shares a post, a team to whoever has one. */
export const viewsOf = ({ shared, below }: WorkDesk): WorkView[] =>
  WORK_VIEWS.filter(
    (view) => (view !== 'basket' || shared.length > 0) && (view !== 'team' || shared.length + below.length > 0),
  )

export const whoseOf = (desk: WorkDesk, view: TaskView): Whose => {
  const { person, posts, alone, shared, limited, below, now, dayEndsAt } = desk
  const whose = { person, posts, takenOf: [], dueFrom: null, dueBefore: null }
  const every = (some: readonly string[], taken: Place['taken']): Place[] => some.map((post) => ({ post, taken }))
  const standIn = (taken: Place['taken']): Place[] => limited.map((one) => ({ ...one, taken }))
  switch (view) {
    case 'mine':
      return { ...whose, places: [...every(alone, 'open'), ...standIn('open')], takenOf: shared }
    case 'basket':
      return { ...whose, places: every(shared, 'free') }
    case 'team':
      return { ...whose, places: every([...shared, ...below], 'any') }
    case 'overdue':
      return { ...whose, places: [...every(posts, 'any'), ...standIn('any')], dueBefore: now }
    case 'today':
      return { ...whose, places: [...every(posts, 'any'), ...standIn('any')], dueFrom: now, dueBefore: dayEndsAt }
  }
}

/** What people narrow a list by: days of the office instead of moments. */
export type TypedFilter = Omit<WorkFilter, 'from' | 'before'> & { from?: Day | undefined; to?: Day | undefined }

export const filterOf = ({ from, to, ...rest }: TypedFilter, zone: string): WorkFilter => ({
  ...rest,
  ...(from === undefined ? {} : { from: startOf(from, zone, 0) }),
  // The last day counts whole.
  ...(to === undefined ? {} : { before: startOf(to, zone, 1) }),
})

const startOf = (day: Day, zone: string, later: number): Instant =>
  instantAt(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).epochMilliseconds)
