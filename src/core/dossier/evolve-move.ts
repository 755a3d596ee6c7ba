// How moving to another edition changes the dossier: open tasks take their new places, the way so far its new names.
import type { Dossier, Task, Trace } from './dossier.ts'
import type { Event } from './events.ts'

type Moved = Extract<Event, { type: 'edition-moved' }>

export const moveEdition = (dossier: Dossier, event: Moved): Dossier => {
  const version = dossier.version + 1
  const { from, to, reason, at, by } = event
  const tasks = dossier.tasks.map((task) => movedTask(task, event))
  const traces = renamed(dossier.traces, event.steps)
  for (const { step, round, kind, closedAt } of tasks) {
    if (kind !== 'main' || closedAt !== null) continue
    const before = traces[step] ?? { rounds: 0, isFinished: false, exits: [], openedIn: version, finishedIn: 0 }
    traces[step] = { ...before, rounds: Math.max(before.rounds, round), isFinished: false }
  }
  return { ...dossier, tasks, traces, moves: [...dossier.moves, { from, to, reason, at, by }] }
}

const movedTask = (task: Task, event: Moved): Task => {
  if (event.dropped.includes(task.task))
    return { ...task, closedAt: event.at, closedBy: event.by, outcome: 'dropped', effectSince: null }
  const moved = event.tasks.find((one) => one.task === task.task)
  if (!moved) return task
  const { step, posts, forApplicant, backTo } = moved
  const isSameDesk = posts.some((post) => task.posts.includes(post))
  return { ...task, step, posts, forApplicant, backTo, takenBy: isSameDesk ? task.takenBy : null }
}

/** The way so far is told by the new names, so that forks and joins find it. */
const renamed = (traces: Dossier['traces'], steps: Moved['steps']): Record<string, Trace> => {
  const nameOf = (name: string): string => (Object.hasOwn(steps, name) ? (steps[name] ?? name) : name)
  const moved: Record<string, Trace> = {}
  for (const [name, trace] of Object.entries(traces)) {
    moved[nameOf(name)] ??= { ...trace, exits: trace.exits.map(nameOf) }
  }
  return moved
}
