// Under which hat somebody acts on a dossier or task: the post the task waits for, or the client they ask for.
import type { Agency } from '../core/agency/agency.ts'
import { type Dossier, openTasks, type Task } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Hat, Person } from './visitor.ts'

const CAPACITY: Record<Capacity, string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ', an: 'a.n. ' }

export const hatName = (hat: Hat): string => (hat.kind === 'post' ? `${CAPACITY[hat.capacity]}${hat.title}` : hat.name)

/** The hat that fits this task, or null when it is nobody's of this person. */
export const byForTask = (person: Person, dossier: Dossier, task: Task): By | null => {
  const post = person.hats.find((hat) => hat.kind === 'post' && task.posts.includes(hat.post))
  if (post?.kind === 'post') return { kind: 'post', person: person.person, post: post.post, capacity: post.capacity }
  return task.forApplicant ? byClient(person, dossier.client) : null
}

export const byClient = (person: Person, client: string): By | null =>
  person.actor.clients.includes(client) ? { kind: 'client', person: person.person, client } : null

/** First post with this duty, or any post: for acts that belong to no task. */
export const byPost = (person: Person, posts?: readonly string[]): By | null => {
  const hat = person.hats.find((one) => one.kind === 'post' && (posts === undefined || posts.includes(one.post)))
  return hat?.kind === 'post' ? { kind: 'post', person: person.person, post: hat.post, capacity: hat.capacity } : null
}

/** The hat of the post that gave the order by which it began; null where this person does not hold it. */
export const byOrderer = (person: Person, { orderedBy }: Dossier): By | null =>
  orderedBy === null ? null : byPost(person, [orderedBy])

/** At the counter: a post with its duty before any other that the person holds. */
export const byCounter = (person: Person, { posts }: Agency): By | null =>
  byPost(
    person,
    posts.filter((post) => post.duties.includes('front-office')).map((post) => post.post),
  ) ?? byPost(person)

/** Somebody with several posts writes under the one that has to do with the dossier. */
export const byOfficer = (person: Person, dossier: Dossier): By | null =>
  byPost(
    person,
    [...openTasks(dossier), ...dossier.tasks].flatMap((task) => task.posts),
  ) ?? byPost(person)

/** The hat under which this person disposed of the dossier, if any. */
export const bySuperior = (person: Person, dossier: Dossier): By | null =>
  byPost(
    person,
    dossier.dispositions.flatMap((one) => (one.by.kind === 'post' ? [one.by.post] : [])),
  )
