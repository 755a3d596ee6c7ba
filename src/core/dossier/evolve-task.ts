// How a fact changes one task: it opens, closes, waits for an outside system, gets its proof.
import type { Dossier, Task } from './dossier.ts'
import { type Event, personOf } from './events.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export type EffectEvent = Of<'fulfilment-started' | 'proof-recorded' | 'proof-overridden' | 'effect-failed'>

export const changeEffect = (dossier: Dossier, event: EffectEvent): Dossier => {
  switch (event.type) {
    case 'fulfilment-started':
      return onTask(dossier, event.task, {
        effectSince: event.at,
        byHand: event.byHand,
        attempt: event.attempt,
        proofs: [],
        failure: null,
        takenBy: personOf(event.by),
      })
    case 'proof-recorded': {
      const before = dossier.tasks.find((task) => task.task === event.task)?.proofs ?? []
      const proofs = [...before.filter((proof) => proof.fulfil !== event.proof.fulfil), event.proof]
      return onTask(dossier, event.task, { proofs })
    }
    case 'proof-overridden':
      return onTask(dossier, event.task, { overridden: event.reason, effectSince: null })
    case 'effect-failed':
      return onTask(dossier, event.task, {
        failure: { reason: event.reason, at: event.at, final: event.final },
        ...(event.final ? { effectSince: null, takenBy: null } : {}),
      })
  }
}

export const mainTask = (event: Of<'step-opened'>): Task => ({
  ...blankTask(event),
  step: event.step,
  round: event.round,
  kind: 'main',
  posts: event.posts,
  forApplicant: event.forApplicant,
  backTo: event.backTo,
})

export const sideTask = (event: Of<'side-task-opened'>): Task => ({
  ...blankTask(event),
  step: event.step,
  kind: event.purpose,
  parent: event.parent,
  letter: event.letter,
  posts: [event.post],
})

const blankTask = (event: { task: string; at: string; step: string }): Task => ({
  task: event.task,
  step: event.step,
  round: 1,
  kind: 'main',
  parent: null,
  letter: null,
  posts: [],
  forApplicant: false,
  backTo: null,
  openedAt: event.at,
  closedAt: null,
  closedBy: null,
  read: null,
  recalled: null,
  cameFrom: null,
  disposition: null,
  outcome: null,
  takenBy: null,
  note: '',
  effectSince: null,
  byHand: false,
  attempt: 0,
  proofs: [],
  overridden: null,
  failure: null,
  effects: [],
  clock: null,
})

export const onTask = (dossier: Dossier, id: string, patch: Partial<Task>): Dossier => ({
  ...dossier,
  tasks: dossier.tasks.map((task) => (task.task === id ? { ...task, ...patch } : task)),
})

/** With a task of the path go the initials that were asked for it. */
export const closeTask = (
  dossier: Dossier,
  id: string,
  event: Event,
  outcome: Task['outcome'],
  note?: string,
): Dossier =>
  dropInitials(
    onTask(dossier, id, {
      closedAt: event.at,
      closedBy: event.by,
      outcome,
      effectSince: null,
      clock: 'clock' in event && typeof event.clock === 'object' ? event.clock : null,
      ...(note === undefined ? {} : { note }),
    }),
    id,
    event,
  )

/** Books the moments in which a task began and ceased to wait for an outside system. */
export const keepEffects = (before: Dossier, after: Dossier, at: string): Dossier => {
  if (before.tasks === after.tasks) return after
  const tasks = after.tasks.map((task) => {
    const old = before.tasks.find((one) => one.task === task.task)
    if (old === task || (old?.effectSince ?? null) === task.effectSince) return task
    const ended = task.effects.map((one) => (one.to === null ? { ...one, to: at } : one))
    return { ...task, effects: task.effectSince === null ? ended : [...ended, { from: task.effectSince, to: null }] }
  })
  return { ...after, tasks }
}

/** Initials of a draft that nobody waits for any more. */
export const dropInitials = (dossier: Dossier, parent: string, event: Event): Dossier => ({
  ...dossier,
  tasks: dossier.tasks.map((task) =>
    task.parent === parent && task.kind === 'initial' && task.closedAt === null
      ? { ...task, closedAt: event.at, closedBy: event.by, outcome: 'dropped' as const }
      : task,
  ),
})
