// Under which hat somebody acts on a dossier or task: the post the task waits for, or the client they ask for.
import type { Dossier, Task } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Hat, SignedIn } from './visitor.ts'

const CAPACITY: Record<Capacity, string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' }

export const hatName = (hat: Hat): string => (hat.kind === 'post' ? `${CAPACITY[hat.capacity]}${hat.title}` : hat.name)

/** The hat that fits this task, or null when it is nobody's of this person. */
export const byForTask = (signedIn: SignedIn, dossier: Dossier, task: Task): By | null => {
  const post = signedIn.hats.find((hat) => hat.kind === 'post' && task.posts.includes(hat.post))
  if (post?.kind === 'post') return { kind: 'post', person: signedIn.person, post: post.post, capacity: post.capacity }
  return task.forApplicant ? byClient(signedIn, dossier.client) : null
}

export const byClient = (signedIn: SignedIn, client: string): By | null =>
  signedIn.actor.clients.includes(client) ? { kind: 'client', person: signedIn.person, client } : null

/** First post with this duty, or any post: for acts that belong to no task. */
export const byPost = (signedIn: SignedIn, posts?: readonly string[]): By | null => {
  const hat = signedIn.hats.find((one) => one.kind === 'post' && (posts === undefined || posts.includes(one.post)))
  return hat?.kind === 'post' ? { kind: 'post', person: signedIn.person, post: hat.post, capacity: hat.capacity } : null
}
