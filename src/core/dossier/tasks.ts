// Who may act on a task now: open, theirs, and not in the hands of a colleague.
import type { Procedure } from '../procedure/schema.ts'
import type { Context, Facts, Refusal } from './commands.ts'
import { refuse } from './commands.ts'
import { type Dossier, openTasks, type Task, taskNamed } from './dossier.ts'
import { type By, personOf } from './events.ts'
import { fourEyesBar } from './four-eyes.ts'
import { isTakerStale, releaseOfStale } from './stale-taker.ts'

export type FoundTask = { ok: true; task: Task } | { ok: false; refusal: Refusal }

type Taking = { task: string }

export const decideTake = (procedure: Procedure, dossier: Dossier, command: Taking, context: Context): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const { task } = found
  const barred = fourEyesBar({ procedure, dossier, task }, context)
  if (barred) return { ok: false, refusal: barred }
  const isFree = task.takenBy !== personOf(context.by)
  const released = isFree ? releaseOfStale({ procedure, task }, context) : []
  return { ok: true, facts: isFree ? [...released, { type: 'task-taken', task: command.task }] : [] }
}

type Acting = Pick<Context, 'by' | 'office' | 'today'>

/** The open task, if this person under this hat may act on it. Who took it and no longer does the work of the post is in nobody's way. */
export const actionableTask = (
  { procedure, dossier }: { procedure: Pick<Procedure, 'procedure'>; dossier: Dossier },
  id: string,
  { by, ...now }: Acting,
): FoundTask => {
  const task = taskNamed(dossier, id)
  if (!task)
    return refuse(
      'not-open',
      'Tugas ini tidak ada pada berkas ini. Muat ulang halaman.',
      'This dossier has no such task. Reload the page.',
    )
  if (task.closedAt !== null) return alreadyDone(task)
  if (!isTaskOf(task, dossier, by)) {
    return refuse('not-yours', 'Langkah ini bukan tugas jabatan Anda.', 'This step is not a task of your post.')
  }
  if (task.takenBy !== null && task.takenBy !== personOf(by) && !isTakerStale({ procedure, task }, now)) {
    return refuse(
      'taken-by-other',
      'Tugas ini sedang dikerjakan rekan Anda. Minta ia melepaskannya lebih dahulu.',
      'A colleague is working on this task. Ask them to release it first.',
    )
  }
  return { ok: true, task }
}

export const isTaskOf = (task: Task, dossier: Dossier, by: By): boolean => {
  switch (by.kind) {
    case 'post':
      return task.posts.includes(by.post)
    case 'client':
      return task.forApplicant && by.client === dossier.client
    case 'public':
    case 'system':
      return false
  }
}

/** Closes side tasks that lose their sense when their parent ends. */
export const openSideTasks = (dossier: Dossier, parent: string, kind: Task['kind']): Task[] =>
  openTasks(dossier).filter((task) => task.parent === parent && task.kind === kind)

const alreadyDone = (task: Task): { ok: false; refusal: Refusal } =>
  refuse(
    'already-done',
    `Tugas ini sudah ${OUTCOME_ID[task.outcome ?? 'finished']} sebelumnya; tidak ada yang diubah.`,
    `This task was already ${OUTCOME_EN[task.outcome ?? 'finished']}; nothing was changed.`,
  )

const OUTCOME_ID = { finished: 'diselesaikan', returned: 'dikembalikan', rejected: 'ditolak', dropped: 'ditutup' }
const OUTCOME_EN = { finished: 'finished', returned: 'returned', rejected: 'refused', dropped: 'closed' }
