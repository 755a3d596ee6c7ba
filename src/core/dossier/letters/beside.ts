// Tasks of a letter beside the path: it is written, and, when all have initialed it, signed or sent back.
import { z } from 'zod'
import { SIGNING_METHODS } from '../../paper/signing.ts'
import { type ActOutcome, act, note } from '../acts/rule.ts'
import { apply } from '../advance.ts'
import { refuse } from '../commands.ts'
import type { Fact } from '../events.ts'
import { filingFault } from '../letter-filing.ts'
import { backToWriter, missingInitials, thenNext } from './course.ts'
import { issueLetter } from './issue.ts'
import { sameDraft } from './letter.ts'
import { letterOfTask } from './named.ts'
import { draftParts, noteText, readAnother, writtenDraft, writtenMeanwhile } from './writing.ts'

export const writeAnswer = z.object({
  /** `forward`: to whoever initials first, or signs. */
  phase: z.enum(['save', 'forward']),
  draft: noteText.optional(),
  ...draftParts,
})

export const signAnswer = z.object({
  verdict: z.enum(['signed', 'sent-back']),
  note,
  version: draftParts.version,
  signing: z.enum(SIGNING_METHODS).optional(),
})

export const write = act(writeAnswer, ({ procedure, dossier, task, context }, answer): ActOutcome => {
  const letter = letterOfTask(dossier, task)
  if (!letter) return gone
  const wrong = filingFault(context, answer)
  if (wrong) return wrong
  const draft = writtenDraft(answer, letter.draft)
  const clash = writtenMeanwhile(letter, answer, draft)
  if (clash) return clash
  const drafted: Fact[] = sameDraft(draft, letter.draft)
    ? []
    : [{ type: 'letter-drafted', task: task.task, letter: letter.letter, draft }]
  if (answer.phase === 'save') return { ok: true, facts: drafted, closing: { closes: 'nothing' } }
  const facts: Fact[] = [...drafted, { type: 'side-task-closed', task: task.task }]
  return { ok: true, facts: thenNext(procedure, { dossier, letter }, facts, context), closing: { closes: 'nothing' } }
})

/** Signed, it waits for its paper: the task is done when that is filed. */
export const sign = act(signAnswer, ({ procedure, dossier, task, context }, answer): ActOutcome => {
  const letter = letterOfTask(dossier, task)
  if (!letter) return gone
  if (task.effectSince !== null) return beingMade
  if (answer.verdict === 'sent-back') {
    if (answer.note === '') return remarkMissing
    if (letter.number !== null) return numbered
    const back: Fact[] = [
      { type: 'letter-sent-back', task: task.task, letter: letter.letter, remark: answer.note },
      { type: 'side-task-closed', task: task.task },
    ]
    const now = apply(dossier, back, context)
    return { ok: true, facts: [...back, ...backToWriter(now, letter, context)], closing: { closes: 'nothing' } }
  }
  const another = readAnother(letter, answer.version)
  if (another) return another
  if (missingInitials(procedure, letter).length > 0) return notInitialed
  const { signing } = answer
  const issued = issueLetter({ dossier, task: task.task, name: letter.letter, signing }, context)
  return issued.ok ? { ...issued, closing: { closes: 'nothing' } } : issued
})

const gone = refuse('not-open', 'Surat ini tidak ada lagi pada tugas ini.', 'This letter is no longer at this task.')
const beingMade = refuse(
  'effect-running',
  'Surat ini sudah ditandatangani dan sedang dibuat. Tunggu sebentar.',
  'This letter has been signed and is being made. Wait a moment.',
)
const remarkMissing = refuse('invalid-answer', 'Tulis apa yang harus diperbaiki.', 'Write what has to be mended.', [
  ['note'],
])
const numbered = refuse(
  'not-allowed',
  'Surat ini sudah bernomor, sehingga tidak dapat dikembalikan kepada penyusunnya.',
  'This letter has its number and cannot go back to its writer.',
)
const notInitialed = refuse('needs-initials', 'Surat ini belum diparaf.', 'This letter has no initials yet.')
