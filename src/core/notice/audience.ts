// Whom an audience means at this moment: posts to be resolved to people, persons by name, the applicant, administrators.
import { type Agency, headPost } from '../agency/agency.ts'
import { askedBy } from '../dossier/dispositions/tree.ts'
import { type Dossier, openTasks, type Task, taskNamed } from '../dossier/dossier.ts'
import { type Event, personOf } from '../dossier/events.ts'
import { factsOf, hasReader } from '../dossier/involved.ts'
import type { Told } from './occasions.ts'
import type { Audience } from './routes.ts'

export type Reached = {
  /** Whoever asked, with or without an account. */
  applicant: boolean
  posts: readonly string[]
  persons: readonly string[]
  /** Only those persons who hold one of these today; all of them where it is empty. */
  among: readonly string[]
  administrators: boolean
}

const NOBODY: Reached = { applicant: false, posts: [], persons: [], among: [], administrators: false }

export type Telling = { told: Told; event: Event; dossier: Dossier; agency: Pick<Agency, 'posts'> }

export const reach = (audience: Audience, telling: Telling): Reached => {
  const { dossier, agency, event, told } = telling
  if (event.type === 'rung-reached' && !event.tell.some((one) => one === audience)) return NOBODY
  // To one person, whoever else might do it.
  if (event.type === 'task-handed-over') return audience === 'holder' ? { ...NOBODY, persons: [event.to] } : NOBODY
  const disposed = postsOfDisposition(telling)
  if (disposed) return audience === 'holder' ? { ...NOBODY, posts: disposed } : NOBODY
  switch (audience) {
    case 'applicant':
      return { ...NOBODY, applicant: mayHear(event, dossier) }
    case 'holder':
      return { ...NOBODY, posts: postsMeant(telling) }
    case 'superior':
      return { ...NOBODY, posts: superiorsOf(agency, postsMeant(telling)) }
    case 'head':
      return { ...NOBODY, posts: [headPost(agency)] }
    case 'administrator':
      return { ...NOBODY, administrators: true }
    case 'involved':
      return { ...NOBODY, ...handsOf(dossier), posts: told.task === null ? postsOpen(dossier) : postsMeant(telling) }
  }
}

/** The office's own orders have no applicant outside it; what officers keep among themselves is not for the applicant. */
const mayHear = (event: Event, dossier: Dossier): boolean => {
  if (event.type === 'commented') return event.visibleToApplicant && event.by.kind === 'post' && hasReader(dossier)
  return event.type === 'rung-reached' ? hasReader(dossier) : true
}

/** An answer goes to the post that asked; a recall to those who need not do it any more. */
const postsOfDisposition = ({ event, dossier }: Telling): string[] | null => {
  switch (event.type) {
    case 'answered':
    case 'disposition-closed': {
      const task = taskNamed(dossier, event.task)
      const asked = task ? askedBy(dossier, task) : undefined
      return asked?.by.kind === 'post' ? [asked.by.post] : []
    }
    case 'letter-drafted':
      return initialedBefore(dossier, event)
    case 'disposition-recalled':
      return event.tasks.flatMap((id) => taskNamed(dossier, id)?.posts ?? [])
    default:
      return null
  }
}

/** Those whose initial stands, but whoever corrected it. */
const initialedBefore = (
  dossier: Dossier,
  { task, letter, by }: Extract<Event, { type: 'letter-drafted' }>,
): string[] => {
  const found = dossier.letters.findLast((one) => one.letter === letter && one.task === task)
  const posts = found?.initials.map(({ post }) => post) ?? []
  return posts.filter((post) => by.kind !== 'post' || post !== by.post)
}

/** Of the task that this is about; of a dossier that has ended, those whose work ended with it. */
const postsMeant = ({ told, event, dossier }: Telling): string[] => {
  const task = told.task === null ? undefined : taskNamed(dossier, told.task)
  if (task) return task.posts
  const tasks = dossier.status === 'open' ? openTasks(dossier) : droppedBy(dossier, event)
  return [...new Set(tasks.flatMap((one) => one.posts))]
}

const droppedBy = (dossier: Dossier, { at }: Event): Task[] =>
  dossier.tasks.filter((task) => task.closedAt === at && task.outcome === 'dropped')

const postsOpen = (dossier: Dossier): string[] => [...new Set(openTasks(dossier).flatMap((task) => task.posts))]

const superiorsOf = ({ posts }: Pick<Agency, 'posts'>, below: readonly string[]): string[] => [
  ...new Set(below.flatMap((name) => posts.find((one) => one.post === name)?.superior ?? [])),
]

/** Who has acted on it for a post; whether they still hold one of its posts is asked when they are told. */
const handsOf = (dossier: Dossier): Pick<Reached, 'persons' | 'among'> => {
  const acts = [
    ...dossier.tasks.flatMap((task) => (task.closedBy?.kind === 'post' ? [task.closedBy] : [])),
    ...dossier.comments.flatMap(({ by }) => (by.kind === 'post' ? [by] : [])),
  ]
  return { persons: [...new Set(acts.flatMap((by) => personOf(by) ?? []))], among: factsOf(dossier).posts }
}
