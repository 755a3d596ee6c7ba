// What a form of the dossier's page asks for: read into a command under the right hat, or told what is missing.
import type { Command } from '../../../core/dossier/commands.ts'
import { type Task, taskNamed } from '../../../core/dossier/dossier.ts'
import type { By } from '../../../core/dossier/events.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import type { Written } from '../../../core/dossier/letters/writing.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Step } from '../../../core/procedure/schema.ts'
import { byForTask, byOfficer, byOrderer, bySharing, bySuperior } from '../../acting.ts'
import { ROW } from '../../fields/table-rows.ts'
import { all, first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { ActProps } from './acts/act.tsx'
import { viewOf } from './acts/table.ts'
import type { Desk } from './desk.ts'
import { readDisposition } from './dispositions/read-deed.ts'
import { ACKNOWLEDGE, EXPLAIN, readLate } from './late.tsx'
import { lateFaults } from './late-fields.tsx'
import { ASKED, readDraft, unkeepable } from './letters/draft-fields.tsx'
import { chosenSigning } from './signing/choice.tsx'

export type Reading =
  | { kind: 'command'; command: Command; by: By }
  | { kind: 'preview'; task: string; written: Written | null }
  | { kind: 'faults'; faults: FieldFault[] }
  /** Done, or not, while it was read: nothing of what was typed comes back. */
  | { kind: 'answered'; isGood: boolean; says: string }
  /** One row more or less of a table: the form again, with nothing judged. */
  | { kind: 'rows' }
  /** Nothing that this reader may do here. */
  | { kind: 'none' }

export const readDeed = (desk: Desk, posted: Posted): Reading => {
  const task = first(posted, 'task')
  const deed = first(posted, 'do')
  switch (deed) {
    case 'finish':
      return readFinish(desk, posted, task)
    case 'take':
      return onTask(desk, task, { type: 'take', task })
    case 'release':
      return under(sharer(desk, task), { type: 'release', task })
    case 'hand-over':
      return readHandOver(desk, posted, task)
    case 'return':
      return withReason(desk, posted, (reason) => onTask(desk, task, { type: 'return', task, reason }))
    case 'reject':
      return withReason(desk, posted, (reason) => onTask(desk, task, { type: 'reject', task, reason }))
    case 'retry-letter':
      return onTask(desk, task, { type: 'retry-letter', task, ...chosenSigning(posted) })
    case 'override':
      return withReason(desk, posted, (reason) =>
        under(bySuperior(desk.signedIn, desk), { type: 'override-proof', task, reason }),
      )
    case 'withdraw':
      return withReason(desk, posted, (reason) => under(byOrderer(desk.signedIn, desk), { type: 'withdraw', reason }))
    case 'comment':
      return readComment(desk, posted)
    case 'dispose-onward':
    case 'ask-again':
    case 'close-disposition':
    case 'recall-disposition':
      return readDisposition(desk, posted, deed)
    case EXPLAIN:
    case ACKNOWLEDGE:
      return readLate(desk, posted)
    default:
      return { kind: 'none' }
  }
}

const readFinish = (desk: Desk, posted: Posted, id: string): Reading => {
  const task = taskNamed(desk.dossier, id)
  const by = task ? byForTask(desk.signedIn, { ...desk, task }) : null
  const step = task ? stepNamed(desk.procedure, task.step) : undefined
  if (!task || !step || by?.kind !== 'post') return { kind: 'none' }
  if (first(posted, ROW) !== '' && (desk.work.has(id) || first(posted, ASKED) !== '')) return { kind: 'rows' }
  if (first(posted, 'phase') === 'preview') return readPreview(desk, step, task, posted)
  const props: ActProps = { desk, task, step, by, work: desk.work.get(id) }
  // Of a task that is already done the core says so, whatever was filled in.
  const read = task.closedAt === null ? viewOf(task, step).read(posted, props) : { ok: true as const, answer: {} }
  const late = lateFaults(desk, posted, false)
  if (read.ok && late.length > 0) return { kind: 'faults', faults: late }
  return read.ok
    ? under(by, { type: 'finish-step', task: id, answer: read.answer })
    : { kind: 'faults', faults: read.faults }
}

/** What is not whole yet may be looked at, but for what could not even be kept. */
const readPreview = (desk: Desk, step: Step, { task, letter }: Task, posted: Posted): Reading => {
  if (all(posted, 'draft').length === 0) return { kind: 'preview', task, written: null }
  const { answer, faults } = readDraft(desk, letter ?? step.letter ?? '', posted)
  const unreadable = unkeepable(faults)
  return unreadable.length > 0 ? { kind: 'faults', faults: unreadable } : { kind: 'preview', task, written: answer }
}

const readHandOver = (desk: Desk, posted: Posted, task: string): Reading => {
  const to = first(posted, 'to')
  const by = sharer(desk, task)
  if (to === '' && by !== null)
    return { kind: 'faults', faults: [{ name: 'to', message: desk.visitor.text.office.team.handOver.missing }] }
  return under(by, { type: 'hand-over', task, to, note: first(posted, 'note') })
}

const sharer = ({ dossier, procedure, signedIn, visitor }: Desk, id: string): By | null => {
  const task = taskNamed(dossier, id)
  return task ? bySharing(signedIn, { office: visitor.agency, procedure, task }) : null
}

const readComment = (desk: Desk, posted: Posted): Reading => {
  const { signedIn, dossier, visitor } = desk
  if (!mayDossier(signedIn.actor, 'comment', factsOf(dossier))) return { kind: 'none' }
  const text = first(posted, 'text')
  if (text.trim() === '')
    return { kind: 'faults', faults: [{ name: 'text', message: visitor.text.office.dossier.commentMissing }] }
  return under(byOfficer(signedIn, desk), {
    type: 'comment',
    text,
    visibleToApplicant: first(posted, 'visible') !== '',
  })
}

const onTask = (desk: Desk, id: string, command: Command): Reading => {
  const task = taskNamed(desk.dossier, id)
  return under(task ? byForTask(desk.signedIn, { ...desk, task }) : null, command)
}

const under = (by: By | null, command: Command): Reading =>
  by?.kind === 'post' ? { kind: 'command', command, by } : { kind: 'none' }

const withReason = ({ visitor }: Desk, posted: Posted, then: (reason: string) => Reading): Reading => {
  const reason = first(posted, 'reason')
  return reason.trim() === ''
    ? { kind: 'faults', faults: [{ name: 'reason', message: visitor.text.office.dossier.reasonMissing }] }
    : then(reason)
}
