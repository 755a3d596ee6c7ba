// Why a request lies with its applicant: returned with a reason, sent back by a decision, or a step that asks for more.
import type { Instant } from '../../../core/clock/instant.ts'
import type { Task } from '../../../core/dossier/dossier.ts'
import type { By } from '../../../core/dossier/events.ts'
import type { MyRequest } from './situation.ts'

export type Why = {
  /** `more`: the first time that this step asks for what is its own. */
  kind: 'mend' | 'more'
  /** What the office wrote when it handed the request over; empty when nothing. */
  words: string
  by: By | null
  at: Instant | null
}

export const whyMine = ({ procedure, dossier, events }: MyRequest, task: Task): Why => {
  const returned = task.backTo === null ? undefined : dossier.returns.findLast((one) => one.to === task.step)
  if (returned) return { kind: 'mend', words: returned.reason, by: returned.by, at: returned.at }
  const before = events.findLast((event) => event.type === 'step-finished' && event.exits.includes(task.step))
  const words = before?.type === 'step-finished' ? before.note : ''
  const isNew = task.round === 1 && procedure.form.some((group) => group.at === task.step)
  return { kind: isNew ? 'more' : 'mend', words, by: before?.by ?? null, at: before?.at ?? null }
}
