// Under which hat somebody acts on a dossier or task: the post the task waits for, or the client they ask for.
import type { Dossier, Task } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Hat, Person } from './visitor.ts'

const CAPACITY: Record<Capacity, string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' }

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
