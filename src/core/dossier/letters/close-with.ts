// What comes back closes its task: the step of the path, or the side task beside it.
import type { Procedure } from '../../procedure/schema.ts'
import { apply, closeStep } from '../advance.ts'
import type { Context, Facts } from '../commands.ts'
import { type Dossier, taskNamed } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { besideFiled } from './after.ts'

type At = { procedure: Procedure; dossier: Dossier; context: Context }

/** @param id null for what belongs to no task; what is already closed stays so */
export const closeWith = ({ procedure, dossier, context }: At, id: string | null, facts: Fact[]): Facts => {
  const task = id === null ? undefined : taskNamed(dossier, id)
  if (!task || task.closedAt !== null) return { ok: true, facts }
  if (task.kind !== 'main') return { ok: true, facts: [...facts, ...besideFiled(dossier, task)] }
  const now = apply(dossier, facts, context)
  return { ok: true, facts: [...facts, ...closeStep(procedure, now, task, {}, context)] }
}
