// The state of a task in one short word: whoever acts on what they saw can say so, and is told when it has changed.
import { type Dossier, openTasks, taskNamed } from './dossier.ts'
import { letterOfTask } from './letters/named.ts'

/** Changes with all that somebody at this task goes by, and with nothing else: a comment or another strand leaves it. */
export const taskMark = (dossier: Dossier, id: string): string => {
  const task = taskNamed(dossier, id)
  if (!task) return ''
  const letter = letterOfTask(dossier, task)
  const sides = openTasks(dossier).filter((one) => one.parent === id)
  const parts = [
    task.outcome ?? 'open',
    task.takenBy ?? 'free',
    task.attempt,
    task.effectSince === null ? 'idle' : 'running',
    task.proofs.length,
    task.failure?.at ?? 'well',
    task.overridden === null ? 'proven' : 'overridden',
    letter?.initials.length ?? 0,
    letter?.sentBack?.at ?? 'kept',
    letter?.versions.length ?? 0,
    sides.length,
    ...(dossier.moves.length > 0 ? [dossier.moves.length] : []),
  ]
  return parts.join('.').replaceAll(/[^\w.-]/g, '')
}
