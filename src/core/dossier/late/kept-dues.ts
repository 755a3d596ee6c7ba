// Which due dates a change leaves alone: a new calendar does not move them in passing, but with a reason, by the job that moves all.
import { promiseDue } from '../clocks.ts'
import type { Dossier, Task } from '../dossier.ts'
import type { Event } from '../events.ts'
import { type LateInput, PROMISE } from './clocks.ts'

type Change = Omit<LateInput, 'dossier'> & { before: Dossier | null; after: Dossier; events: readonly Event[] }

/** @param tasks whose rows are written */
export const keptDues = ({ before, after, events, ...input }: Change, tasks: readonly Task[]): string[] => {
  if (before === null || events.some(({ type }) => MOVING.includes(type))) return []
  const isPromiseKept = promiseDue({ ...input, dossier: before }) === promiseDue({ ...input, dossier: after })
  const old = tasks.filter(({ task }) => before.tasks.some((one) => one.task === task)).map(({ task }) => task)
  return [...(isPromiseKept ? [PROMISE] : []), ...old]
}

const MOVING: readonly Event['type'][] = ['edition-moved', 'deadlines-moved']
