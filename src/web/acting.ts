// Under which hat somebody acts on a dossier or task: the post the task waits for, or the client they ask for.
import type { Agency } from '../core/agency/agency.ts'
import type { LivingOffice } from '../core/agency/catalogue.ts'
import { pathDispositions } from '../core/dossier/dispositions/tree.ts'
import { type Dossier, openTasks, type Task } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import { postsOver } from '../core/dossier/hand-over.ts'
import { factsOf } from '../core/dossier/involved.ts'
import { isInScope } from '../core/person/hats.ts'
import type { ActingCapacity } from '../core/person/holders.ts'
import { CAPACITY_PREFIX } from '../core/person/title.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Hat, OfficerHat, Person } from './visitor.ts'

type Named = { kind: 'post'; title: string; capacity: ActingCapacity } | Extract<Hat, { kind: 'client' }>

export const hatName = (hat: Named): string =>
  hat.kind === 'post' ? `${CAPACITY_PREFIX[hat.capacity]}${hat.title}` : hat.name

/** The chosen hat; or all that somebody has, without what they do only because nobody else is there. */
export const hatsLine = ({ hats, hasChosen }: Person): string => {
  const own = hats.filter((hat) => hat.kind === 'client' || hat.via !== 'superior')
  const shown = hasChosen ? hats.slice(0, 1) : own.length > 0 ? own : hats
  return shown.map(hatName).join(', ')
}

/** Of which procedure the work is: a substitute may stand in for some alone. */
type Of = { procedure: Pick<Procedure, 'procedure'>; dossier: Dossier }

/** The hat that fits this task, or null when it is nobody's of this person. */
export const byForTask = (person: Person, { procedure, dossier, task }: Of & { task: Task }): By | null =>
  byPost(person, procedure, task.posts) ?? (task.forApplicant ? byClient(person, dossier.client) : null)

export const byClient = (person: Person, client: string): By | null =>
  person.actor.clients.includes(client) ? { kind: 'client', person: person.person, client } : null

/** The chosen hat before the others; the first that reaches one of these posts, or any, for acts that belong to no task. */
export const byPost = (person: Person, procedure: Of['procedure'] | null, posts?: readonly string[]): By | null => {
  const hat = person.hats.find(
    (one): one is OfficerHat =>
      one.kind === 'post' &&
      isInScope(one.scope, procedure?.procedure) &&
      (posts === undefined || posts.includes(one.post)),
  )
  return hat ? underHat(person, hat) : null
}

/** What stands in the record: both names, where somebody acts for somebody else. */
const underHat = ({ person, name }: Person, { post, capacity, actsFor, via, seat }: OfficerHat): By => ({
  kind: 'post',
  person,
  post,
  capacity,
  ...(capacity === 'definitive' ? {} : { name }),
  ...(actsFor === null ? {} : { actsFor }),
  ...(via === 'superior' ? { above: seat } : {}),
})

/** The hat of the post that gave the order by which it began; null where this person does not do its work. */
export const byOrderer = (person: Person, { procedure, dossier: { orderedBy } }: Of): By | null =>
  orderedBy === null ? null : byPost(person, procedure, [orderedBy])

/** At the counter: a post with its duty before any other that the person holds. */
export const byCounter = (person: Person, { posts }: Agency): By | null =>
  byPost(
    person,
    null,
    posts.filter((post) => post.duties.includes('front-office')).map((post) => post.post),
  ) ?? byPost(person, null)

/** Somebody with several posts writes under the chosen one, where it has to do with the dossier; else under the one whose turn it is. */
export const byOfficer = (person: Person, { procedure, dossier }: Of): By | null => {
  const open = openTasks(dossier).flatMap((task) => task.posts)
  const all = [...open, ...dossier.tasks.flatMap((task) => task.posts)]
  return (
    byPost(person, procedure, person.hasChosen ? all : open) ??
    byPost(person, procedure, all) ??
    byPost(person, procedure)
  )
}

/** The hat under which somebody shares out a task: of a post that it waits for, or of one above. */
export const bySharing = (
  person: Person,
  { office, procedure, task }: { office: Pick<LivingOffice, 'agency'>; procedure: Of['procedure']; task: Task },
): By | null => byPost(person, procedure, task.posts) ?? byPost(person, procedure, postsOver(office, task))

/** Under which somebody notes that a letter went out or arrived: of the dossier first, then of the front office. */
export const byNoting = (person: Person, of: Of, { posts }: Agency): By | null => {
  const involved = factsOf(of.dossier).posts
  const desks = posts.filter(({ duties }) => duties.includes('front-office')).map(({ post }) => post)
  return byPost(person, of.procedure, involved) ?? byPost(person, of.procedure, desks)
}

/** The hat under which this person disposed of the dossier on its path, if any. */
export const bySuperior = (person: Person, { procedure, dossier }: Of): By | null =>
  byPost(
    person,
    procedure,
    pathDispositions(dossier).flatMap((one) => (one.by.kind === 'post' ? [one.by.post] : [])),
  )
