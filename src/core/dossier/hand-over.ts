// Work in a team: whoever holds a post, or stands above it, gives one of its tasks to a colleague or back to the basket.
import { postsAbove } from '../agency/agency.ts'
import type { LivingOffice } from '../agency/catalogue.ts'
import type { Day } from '../clock/instant.ts'
import { holdersOf } from '../person/holders.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Context, Facts } from './commands.ts'
import { refuse } from './commands.ts'
import { type Dossier, type Task, taskNamed } from './dossier.ts'
import type { By } from './events.ts'
import { makersBefore } from './four-eyes.ts'
import { actionableTask, type FoundTask } from './tasks.ts'

export type Receiver = { person: string; name: string }

type HandOver = { type: 'hand-over'; task: string; to: string; note: string }

export const decideHandOver = (
  procedure: Procedure,
  dossier: Dossier,
  { task: id, to, note }: HandOver,
  context: Context,
): Facts => {
  const found = distributable({ procedure, dossier }, id, context)
  if (!found.ok) return found
  const { task } = found
  if (task.effectSince !== null) return atTheSystem()
  const receiver = receiversOf(context.office, context.today, { procedure, dossier, task }).find(
    ({ person }) => person === to,
  )
  if (!receiver) return notAHolder()
  if (task.takenBy === to) return { ok: true, facts: [] }
  return { ok: true, facts: [{ type: 'task-handed-over', task: id, to, name: receiver.name, note }] }
}

/** Whoever took it gives it back; so may whoever stands above, when somebody fell ill over their work. */
export const decideRelease = (
  procedure: Procedure,
  dossier: Dossier,
  command: { task: string },
  context: Context,
): Facts => {
  const found = distributable({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const { takenBy, effectSince } = found.task
  if (takenBy === null) return { ok: true, facts: [] }
  if (effectSince !== null && !isHolder(found.task, context.by)) return atTheSystem()
  return { ok: true, facts: [{ type: 'task-released', task: command.task }] }
}

/** Those among whom a task is shared out: they hold one of its posts today, in whatever capacity, and did not make what it checks. */
export const receiversOf = (
  office: Pick<LivingOffice, 'agency' | 'mandates' | 'substitutes'>,
  today: Day,
  work: { procedure: Procedure; dossier: Dossier; task: Task },
): Receiver[] => {
  const { procedure, task } = work
  const makers = makersBefore(work)
  const holders = task.posts
    .flatMap((post) => holdersOf(office, post, today, procedure.procedure))
    .filter(({ person }) => !makers.includes(person))
  return holders
    .filter((one, index) => holders.findIndex((other) => other.person === one.person) === index)
    .map(({ person, name }) => ({ person, name }))
}

/** Posts whose holders may share this task out although it is not theirs. */
export const postsOver = ({ agency }: Pick<LivingOffice, 'agency'>, task: Pick<Task, 'posts'>): string[] =>
  postsAbove(agency, task.posts).filter((post) => !task.posts.includes(post))

/** As for acting on it, but that whoever stands above may reach into the hands of somebody below. */
const distributable = (at: { procedure: Procedure; dossier: Dossier }, id: string, context: Context): FoundTask => {
  const task = taskNamed(at.dossier, id)
  const { by, office } = context
  const isAbove = task !== undefined && by.kind === 'post' && postsOver(office, task).includes(by.post)
  return isAbove && task.closedAt === null ? { ok: true, task } : actionableTask(at, id, context)
}

const isHolder = (task: Task, by: By): boolean => by.kind === 'post' && task.posts.includes(by.post)

const atTheSystem = (): Facts =>
  refuse(
    'effect-running',
    'Sistem sedang mengerjakan tugas ini. Tunggu hasilnya, lalu coba lagi.',
    'The system is at work on this task. Wait for its result, then try again.',
  )

const notAHolder = (): Facts =>
  refuse(
    'invalid-answer',
    'Orang itu hari ini tidak memegang jabatan yang mengerjakan tugas ini, atau sudah mengerjakan langkah pasangannya. Pilih rekan dari daftar.',
    'That person does not hold the post of this task today, or has done the step that it checks. Choose a colleague from the list.',
    [['to']],
  )
