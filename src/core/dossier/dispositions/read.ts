// A disposition counts as opened when one of those it lies with first has it before them.
import type { Procedure } from '../../procedure/schema.ts'
import type { Context, Facts } from '../commands.ts'
import { type Dossier, type Task, taskNamed } from '../dossier.ts'
import { type By, personOf } from '../events.ts'
import { actionableTask } from '../tasks.ts'
import type { DispositionCommand } from './facts.ts'

type Read = Extract<DispositionCommand, { type: 'read-task' }>

/** Noted once; of what was recalled meanwhile the reader is told what happened, like for any task that is closed. */
export const decideRead = (procedure: Procedure, dossier: Dossier, command: Read, context: Context): Facts => {
  const task = taskNamed(dossier, command.task)
  if (task && task.closedAt === null && !isUnreadBy(dossier, task, context.by)) return { ok: true, facts: [] }
  const found = actionableTask({ procedure, dossier }, command.task, context)
  return found.ok ? { ok: true, facts: [{ type: 'task-read', task: command.task }] } : found
}

/** It was disposed, nobody has opened it, and this is not the one who disposed and looks again. */
export const isUnreadBy = (dossier: Dossier, task: Task, by: By): boolean => {
  if (task.closedAt !== null || task.read !== null || task.takenBy !== null) return false
  const disposed = dossier.dispositions.find((one) => one.task === (task.kind === 'main' ? task.cameFrom : task.parent))
  const isOfDisposition = task.kind === 'main' || task.kind === 'attention'
  return isOfDisposition && disposed !== undefined && personOf(disposed.by) !== personOf(by)
}
