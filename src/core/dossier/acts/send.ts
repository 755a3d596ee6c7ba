// Makes a letter and sends it: initials are asked for first where the policy wants them; the number is taken at sending.
import { z } from 'zod'
import { SIGNING_METHODS, type SigningMethod } from '../../paper/signing.ts'
import { apply } from '../advance.ts'
import { refuse } from '../commands.ts'
import { letterOf } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { filingFault } from '../letter-filing.ts'
import { initialsOf, thenNext } from '../letters/course.ts'
import type { LetterDraft } from '../letters/facts.ts'
import { issueLetter } from '../letters/issue.ts'
import { blankLetter, sameDraft, sameText } from '../letters/letter.ts'
import { draftParts, noteText, readAnother, writtenDraft, writtenMeanwhile } from '../letters/writing.ts'
import { openSideTasks } from '../tasks.ts'
import { letterAt, takenOver } from './draft.ts'
import { type ActOutcome, type ActSituation, act, exit } from './rule.ts'

/** `draft`, `values` and `text`: as they stand, where none is sent. */
export const sendAnswer = z.object({
  phase: z.enum(['save', 'ask-initials', 'send']),
  draft: noteText.optional(),
  ...draftParts,
  exit,
  signing: z.enum(SIGNING_METHODS).optional(),
})

export const send = act(sendAnswer, (situation, { phase, exit, signing, ...answer }) => {
  const { step, task, dossier } = situation
  const before = letterAt(dossier, task.task, step.letter ?? '')
  const wrong = filingFault(situation.context, answer)
  if (wrong) return wrong
  const draft = writtenDraft(answer, before?.draft)
  if (!step.letter) return { ok: true, facts: [], closing: { closes: 'step', exit, note: draft.note } }
  if (task.effectSince !== null) {
    return refuse('effect-running', 'Surat sedang dibuat. Tunggu sebentar.', 'The letter is being made. Wait a moment.')
  }
  const clash =
    writtenMeanwhile(before, answer, draft) ?? (phase === 'send' ? readAnother(before, answer.version) : null)
  if (clash) return clash
  const over = takenOver(dossier, task.task, step.letter)
  const now = { ...situation, dossier: apply(dossier, over, situation.context) }
  const outcome = PHASES[phase](now, step.letter, { draft, signing })
  return outcome.ok ? { ...outcome, facts: [...over, ...outcome.facts] } : outcome
})

type Sending = { draft: LetterDraft; signing: SigningMethod | undefined }
type Phase = (situation: ActSituation, letter: string, sending: Sending) => ActOutcome

const saveDraft: Phase = ({ dossier, task }, letter, { draft }) => {
  const before = letterOf(dossier, task.task)
  if (openSideTasks(dossier, task.task, 'initial').length > 0) return awaitsInitials
  if (before && sameDraft(before.draft, draft)) return { ok: true, facts: [], closing: { closes: 'nothing' } }
  if (before?.number != null) {
    return refuse(
      'not-open',
      'Surat ini sudah bernomor, sehingga isinya tidak berubah lagi.',
      'This letter has its number: its text does not change any more.',
    )
  }
  return {
    ok: true,
    facts: [{ type: 'letter-drafted', task: task.task, letter, draft }],
    closing: { closes: 'nothing' },
  }
}

const awaitsInitials = refuse(
  'effect-running',
  'Draf ini sudah menunggu paraf.',
  'This draft is already waiting for initials.',
)

const askInitials: Phase = ({ procedure, dossier, task, context }, letter, { draft }) => {
  if (openSideTasks(dossier, task.task, 'initial').length > 0) return awaitsInitials
  // Nobody could be asked, and the initials that an earlier step gave would be lost.
  if (initialsOf(procedure, letter).length === 0 && (letterOf(dossier, task.task)?.initials.length ?? 0) > 0) {
    return refuse(
      'not-allowed',
      'Surat ini sudah diparaf. Kirim apa adanya, atau kembalikan kepada penyusunnya bila isinya harus berubah.',
      'This letter has its initials. Send it as it is, or send it back to whoever drafted it if it has to change.',
    )
  }
  const drafted: Fact = { type: 'letter-drafted', task: task.task, letter, draft }
  const standing = letterOf(dossier, task.task) ?? blankLetter(task.task, letter)
  return {
    ok: true,
    facts: thenNext(procedure, { dossier, letter: standing }, [drafted], context),
    closing: { closes: 'nothing' },
  }
}

const sendLetter: Phase = ({ procedure, dossier, task, context }, name, { draft, signing }) => {
  const letter = letterOf(dossier, task.task)
  const wanted = initialsOf(procedure, name)
  if (wanted.some((post) => !letter?.initials.some((initial) => initial.post === post))) {
    return refuse(
      'needs-initials',
      'Surat ini belum diparaf. Mintakan paraf lebih dahulu.',
      'This letter has no initials yet. Ask for them first.',
    )
  }
  const isInitialed = wanted.length > 0 || (letter?.initials ?? []).length > 0
  if (isInitialed && letter && !sameText(draft, letter.draft)) return wanted.length > 0 ? askAgain : goesBackFirst
  // How it is filed may be chosen to the end: the initials hold.
  const drafted: Fact[] =
    letter && sameDraft(draft, letter.draft)
      ? []
      : [{ type: 'letter-drafted', task: task.task, letter: name, draft, ...(isInitialed ? { initials: 'hold' } : {}) }]
  const now = apply(dossier, drafted, context)
  const issued = issueLetter({ dossier: now, task: task.task, name, signing }, context)
  return issued.ok ? { ...issued, facts: [...drafted, ...issued.facts], closing: { closes: 'nothing' } } : issued
}

const askAgain = refuse(
  'needs-initials',
  'Isi surat berubah setelah diparaf. Mintakan paraf lagi.',
  'The letter was changed after it was initialed. Ask for initials again.',
)

const goesBackFirst = refuse(
  'needs-initials',
  'Isi surat berubah setelah diparaf. Kirim apa adanya, atau kembalikan kepada penyusunnya agar diparaf lagi.',
  'The letter was changed after it was initialed. Send it as it is, or send it back to be drafted and initialed again.',
)

const PHASES: Record<z.output<typeof sendAnswer>['phase'], Phase> = {
  save: saveDraft,
  'ask-initials': askInitials,
  send: sendLetter,
}
