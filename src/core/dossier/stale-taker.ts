// What somebody had taken and can no longer do: a mandate has ended, a Plh. has come, a substitute stands in.
import { postTitle } from '../agency/agency.ts'
import { type Holder, holdersOf } from '../person/holders.ts'
import { actingTitle, withNames } from '../person/title.ts'
import type { Procedure } from '../procedure/schema.ts'
import { sentence } from '../sentence.ts'
import type { Context, Facts } from './commands.ts'
import { type Dossier, type Task, taskNamed } from './dossier.ts'
import type { Fact } from './events.ts'

type Work = { procedure: Pick<Procedure, 'procedure'>; task: Pick<Task, 'posts' | 'forApplicant' | 'takenBy'> }
type Now = Pick<Context, 'office' | 'today'>

/** Of the system: at a change of who does whose work, and at midnight. Nothing happens where whoever took it may go on. */
export const decideReleaseStale = (
  procedure: Procedure,
  dossier: Dossier,
  command: { task: string },
  context: Context,
): Facts => {
  const task = taskNamed(dossier, command.task)
  const isAtWork = !task || task.closedAt !== null || task.effectSince !== null
  return { ok: true, facts: isAtWork ? [] : releaseOfStale({ procedure, task }, context) }
}

/** Told before somebody else takes it. */
export const releaseOfStale = (work: Work & { task: Task }, now: Now): Fact[] =>
  isTakerStale(work, now)
    ? [{ type: 'task-released', task: work.task.task, reason: reasonOf(doersOf(work, now), now) }]
    : []

/** Only where somebody else does the work now: what nobody else can do stays with whoever has it. */
export const isTakerStale = (work: Work, now: Now): boolean => {
  if (work.task.takenBy === null || work.task.forApplicant) return false
  const doers = doersOf(work, now)
  return doers.length > 0 && doers.every(({ person }) => person !== work.task.takenBy)
}

type Doer = Holder & { post: string }

const doersOf = ({ procedure, task }: Work, { office, today }: Now): Doer[] =>
  task.posts.flatMap((post) =>
    holdersOf(office, post, today, procedure.procedure).map((holder) => ({ ...holder, post })),
  )

const reasonOf = (doers: readonly Doer[], { office }: Now) => {
  const who = doers.map((doer) => doerTitle(doer, (post) => postTitle(office.agency, post))).join('; ')
  return sentence(
    `Yang mengambil tugas ini tidak lagi menjalankan jabatannya. Sekarang dijalankan oleh ${who}.`,
    `Whoever had taken this task no longer does the work of the post. It is done now by ${who}.`,
  )
}

const doerTitle = ({ post, capacity, via, seat, name }: Doer, titleOf: (post: string) => string): string =>
  withNames(actingTitle({ post, capacity, ...(via === 'superior' ? { above: seat } : {}) }, titleOf), {
    post,
    capacity,
    name,
  })
