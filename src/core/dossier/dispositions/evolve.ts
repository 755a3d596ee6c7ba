// How a fact about dispositions changes the dossier: the tree grows, is opened, answered, closed out or recalled.
import type { Disposition, Dossier, Task } from '../dossier.ts'
import type { Event } from '../events.ts'
import { closeTask, onTask, sideTask } from '../evolve-task.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export type DispositionEvent = Of<'disposed' | 'task-read' | 'disposition-recalled' | 'disposition-closed'>

export const changeDisposition = (dossier: Dossier, event: DispositionEvent): Dossier => {
  switch (event.type) {
    case 'disposed':
      return { ...dossier, dispositions: [...dossier.dispositions, dispositionOf(event)] }
    case 'task-read':
      return onTask(dossier, event.task, { read: { by: event.by, at: event.at } })
    case 'disposition-closed':
      return closeBranch(dossier, event)
    case 'disposition-recalled':
      return recall(dossier, event)
  }
}

const dispositionOf = (event: Of<'disposed'>): Disposition => {
  const { task, by, at, to, instructions, note, dueOn = null, again = null } = event
  return { task, by, at, to, instructions, note, dueOn, again, closed: null, recalled: null }
}

/** A recipient beside the path: asked by the last disposition of its parent. */
export const openSideTask = (dossier: Dossier, event: Of<'side-task-opened'>): Dossier => {
  const at = dossier.dispositions.findLastIndex((one) => one.task === event.parent)
  const disposition = event.purpose === 'attention' && at >= 0 ? at : null
  return { ...dossier, tasks: [...dossier.tasks, { ...sideTask(event), disposition }] }
}

const closeBranch = (dossier: Dossier, event: Of<'disposition-closed'>): Dossier => {
  const closed = { by: event.by, at: event.at, note: event.note }
  const marked = onDispositions(dossier, event.task, { closed })
  const ended = droppedTasks(marked, event.tasks, event)
  const own = ended.tasks.find((one) => one.task === event.task)
  return own?.closedAt === null ? closeTask(ended, event.task, event, 'finished', event.note) : ended
}

/** Of a step of the path: what comes after this fact opens it anew, as if it came from where it came from before. */
const recall = (dossier: Dossier, event: Of<'disposition-recalled'>): Dossier => {
  const recalled = { by: event.by, at: event.at, reason: event.reason }
  const own = dossier.tasks.find((one) => one.task === event.task)
  const dropped = droppedTasks(dossier, event.tasks, event)
  const tasks = dropped.tasks.map((one) => (event.tasks.includes(one.task) ? { ...one, recalled } : one))
  if (own?.kind !== 'main') return { ...dropped, tasks }
  return onDispositions({ ...dropped, tasks, left: own.cameFrom }, event.task, { recalled })
}

const onDispositions = (dossier: Dossier, task: string, patch: Partial<Disposition>): Dossier => ({
  ...dossier,
  dispositions: dossier.dispositions.map((one) => (one.task === task ? { ...one, ...patch } : one)),
})

const droppedTasks = (dossier: Dossier, tasks: readonly string[], event: Event): Dossier => ({
  ...dossier,
  tasks: dossier.tasks.map(
    (task): Task =>
      tasks.includes(task.task) && task.closedAt === null
        ? { ...task, closedAt: event.at, closedBy: event.by, outcome: 'dropped', effectSince: null }
        : task,
  ),
})
