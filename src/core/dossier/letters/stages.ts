// How far a letter has come on its way: drafted, initialed, signed, sent, received.
import type { Procedure } from '../../procedure/schema.ts'
import type { Dossier } from '../dossier.ts'
import type { By } from '../events.ts'
import { sentOf } from '../involved.ts'
import { initialsOf, missingInitials } from './course.ts'
import type { Letter } from './letter.ts'

export const STAGES = ['draft', 'initials', 'signed', 'sent', 'received'] as const
export type Stage = (typeof STAGES)[number]

/** `skipped`: nobody's initial is asked. */
export type StageState = 'done' | 'now' | 'later' | 'skipped'

export const stagesOf = (procedure: Procedure, dossier: Dossier, letter: Letter): Record<Stage, StageState> => {
  const isSigned = letter.paper !== null
  const isForwarded = isSigned || letter.number !== null || hasLeftWriter(dossier, letter)
  const wanted = initialsOf(procedure, letter)
  const isInitialed = isForwarded && missingInitials(procedure, letter).length === 0
  const isSent = isSigned && sentOf(dossier, letter) !== null
  const done: Record<Stage, boolean> = {
    draft: isForwarded,
    initials: isInitialed || isSigned,
    signed: isSigned,
    sent: isSent,
    received: letter.received !== null,
  }
  const skips = wanted.length === 0 && letter.initials.length === 0
  const open = STAGES.find((stage) => !done[stage] && !(stage === 'initials' && skips))
  const state = (stage: Stage): StageState => {
    if (stage === 'initials' && skips) return 'skipped'
    if (done[stage]) return 'done'
    return stage === open && letter.dropped === null && letter.withdrawn === null ? 'now' : 'later'
  }
  return {
    draft: state('draft'),
    initials: state('initials'),
    signed: state('signed'),
    sent: state('sent'),
    received: state('received'),
  }
}

/** Asked of somebody else than whoever drafts it. */
const hasLeftWriter = ({ tasks }: Dossier, { task, beside, sentBack, initials }: Letter): boolean => {
  const at = tasks.find((one) => one.task === task)
  if (sentBack) return false
  if (beside) return at?.kind === 'sign' || at?.closedAt != null
  return (
    initials.length > 0 || tasks.some((one) => one.kind === 'initial' && one.parent === task && one.closedAt === null)
  )
}

/** The last version that this person read and put a mark to, or wrote; null where they saw none. */
export const lastSeen = ({ marks, versions }: Letter, person: string): number | null => {
  const isTheirs = (by: By): boolean => 'person' in by && by.person === person
  const marked = marks.filter(({ by }) => isTheirs(by)).map(({ version }) => version)
  const written = versions.flatMap(({ by }, at) => (isTheirs(by) ? [at + 1] : []))
  const seen = [...marked, ...written]
  return seen.length === 0 ? null : Math.max(...seen)
}
