// Who somebody is today: their hats, the chosen one first, and what those let them do.
import { type Agency, headPost, postTitle } from '../core/agency/agency.ts'
import type { AgencyData } from '../core/agency/catalogue.ts'
import { hatBook, isInScope, type PostHat } from '../core/person/hats.ts'
import { type Actor, inProcedure } from '../core/person/may.ts'
import { seatTitle } from '../core/person/title.ts'
import type { PersonFacts } from '../store/sessions.ts'
import type { Hat, OfficerHat, Person } from './visitor.ts'

/** What decides about somebody besides the office itself. */
export type Known = Omit<PersonFacts, 'mandates'> & { hat?: string }

export const personOf = (found: Known, office: AgencyData): Person => {
  const posts = postHats(office, found.person)
  const clients = found.clients.map(
    ({ client, name, kind }): Hat => ({ kind: 'client', client, name, clientKind: kind }),
  )
  const chosen = posts.find((hat) => hatKey(hat) === found.hat)
  const { person, name, email, isAdministrator } = found
  return {
    person,
    name,
    email,
    isAdministrator,
    hats: [...(chosen ? [chosen] : []), ...posts.filter((hat) => hat !== chosen), ...clients],
    hasChosen: chosen !== undefined,
    actor: {
      person,
      isAdministrator,
      ...rights(posts, office.agency),
      clients: found.clients.map((one) => one.client),
    },
  }
}

/** Names a hat in a form and in the session. */
export const hatKey = ({ post, capacity, actsFor }: Pick<PostHat, 'post' | 'capacity' | 'actsFor'>): string =>
  [post, capacity, ...(actsFor ? [actsFor.person] : [])].join('.')

/** Not from above, which is put on where a task asks for it, and not while away. */
export const mayWear = (hat: Hat): hat is OfficerHat => hat.kind === 'post' && hat.via !== 'superior' && !isAway(hat)

export const isAway = ({ scope }: Pick<PostHat, 'scope'>): boolean => 'only' in scope && scope.only.length === 0

export const postHats = (office: AgencyData, person: string): OfficerHat[] =>
  (bookOf(office).get(person) ?? []).map((hat) => ({
    kind: 'post',
    title: seatTitle(
      hat.via === 'superior'
        ? { ...hat, actsFor: undefined, above: hat.seat }
        : { post: hat.post, capacity: hat.capacity },
      (post) => postTitle(office.agency, post),
    ),
    ...hat,
  }))

/** Whoever is away goes on seeing what lies with their post, and has none of its duties. */
const rights = (
  hats: readonly OfficerHat[],
  agency: Agency,
): Pick<Actor, 'posts' | 'limited' | 'duties' | 'isHead' | 'isSuperior'> => {
  const general = hats.filter((hat) => 'except' in hat.scope || isAway(hat))
  const acting = general.filter((hat) => isInScope(hat.scope)).map((hat) => hat.post)
  return {
    posts: [...new Set(general.map((hat) => hat.post))],
    limited: hats.flatMap(({ post, scope }) =>
      'only' in scope && !isAway({ scope }) ? [{ post, procedures: scope.only }] : [],
    ),
    isHead: acting.includes(headPost(agency)),
    isSuperior: agency.posts.some(({ superior }) => superior !== undefined && acting.includes(superior)),
    duties: [...new Set(agency.posts.filter(({ post }) => acting.includes(post)).flatMap((one) => one.duties))],
  }
}

/** Whose work this person does today, whatever the procedure: not what others do while they are away. */
export const actingPosts = ({ hats }: Pick<Person, 'hats'>): string[] => [
  ...new Set(hats.flatMap((hat) => (hat.kind === 'post' && isInScope(hat.scope) ? [hat.post] : []))),
]

/** Whose news reach this person. */
export const postsHeard = ({ actor }: Pick<Person, 'actor'>): string[] => [
  ...new Set([...actor.posts, ...(actor.limited ?? []).map((one) => one.post)]),
]

/** Before a dossier of this procedure: with the posts whose work is done for it alone. */
export const atDossier = <P extends Person>(person: P, procedure: string): P => ({
  ...person,
  actor: inProcedure(person.actor, procedure),
})

type Book = { today: string; posts: Agency['posts']; book: ReturnType<typeof hatBook> }

/** Of an office that has not changed the same list is read again and again: its hats are worked out once a day. */
const books = new WeakMap<AgencyData['mandates'], Book>()

const bookOf = (office: AgencyData): Book['book'] => {
  const { mandates, today } = office
  const kept = books.get(mandates)
  if (kept?.today === today && kept.posts === office.agency.posts) return kept.book
  const book = hatBook(office, today)
  books.set(mandates, { today, posts: office.agency.posts, book })
  return book
}
