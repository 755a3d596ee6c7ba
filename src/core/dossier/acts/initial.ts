// Side tasks: a further recipient of a disposition answers it; a superior initials a draft, corrects it, or sends it back.
import { z } from 'zod'
import { apply } from '../advance.ts'
import { refuse } from '../commands.ts'
import { tasksBelow } from '../dispositions/tree.ts'
import type { Letter } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { filingFault } from '../letter-filing.ts'
import { backToWriter, beforeTurn, thenNext } from '../letters/course.ts'
import { sameDraft } from '../letters/letter.ts'
import { letterOfTask } from '../letters/named.ts'
import { draftParts, noteText, readAnother, type Written, writtenDraft, writtenMeanwhile } from '../letters/writing.ts'
import { letterAt, takenOver } from './draft.ts'
import { type ActOutcome, type ActSituation, act, exit, note } from './rule.ts'

export const attentionAnswer = z.object({ note })
export const initialAnswer = z.object({
  verdict: z.enum(['initialed', 'sent-back']),
  note,
  exit,
  draft: noteText.optional(),
  ...draftParts,
})

type Answer = z.output<typeof initialAnswer>

export const attention = act(attentionAnswer, ({ dossier, task }, answer) => {
  // Whoever passed it on answers for all below: that is another deed, which says so.
  if (tasksBelow(dossier, task.task).some((one) => one.closedAt === null)) return branchIsOpen
  return {
    ok: true,
    facts: [{ type: 'answered', task: task.task, note: answer.note }],
    closing: { closes: 'side-task' },
  }
})

const branchIsOpen = refuse(
  'not-allowed',
  'Disposisi lanjutan Anda belum dijawab semua. Tunggu jawabannya, atau tutup cabangnya dengan satu kalimat.',
  'Not all have answered what you passed on. Wait for their answers, or close the branch with a word.',
)

export const initial = act(initialAnswer, (situation, answer) => {
  if (answer.verdict === 'sent-back' && answer.note === '') {
    return refuse('invalid-answer', 'Tulis apa yang harus diperbaiki.', 'Write what has to be mended.', [['note']])
  }
  return situation.task.kind === 'main' ? ownStep(situation, answer) : beside(situation, answer)
})

/** Asked of somebody beside the path. */
const beside = (situation: ActSituation, answer: Answer): ActOutcome => {
  const { procedure, dossier, task, context } = situation
  const letter = letterOfTask(dossier, task)
  if (!letter || task.letter === null) return { ok: true, facts: [], closing: { closes: 'side-task' } }
  const turn = beforeTurn(procedure, { dossier, task, letter }, context)
  if (turn) return turn
  const closed: Fact = { type: 'side-task-closed', task: task.task }
  const of = { task: task.task, letter: letter.letter }
  if (answer.verdict === 'sent-back') {
    const back: Fact[] = [{ type: 'letter-sent-back', ...of, remark: answer.note }, closed]
    const now = apply(dossier, back, context)
    return { ok: true, facts: [...back, ...backToWriter(now, letter, context)], closing: { closes: 'nothing' } }
  }
  const read = corrected(situation, letter, answer)
  if (!read.ok) return read
  const facts: Fact[] = [...read.facts, { type: 'letter-initialed', ...of }, closed]
  return { ok: true, facts: thenNext(procedure, { dossier, letter }, facts, context), closing: { closes: 'nothing' } }
}

type Read = { ok: true; facts: Fact[] } | Extract<ActOutcome, { ok: false }>

/** The text as it was read, or a new version of it: initials given before stay with the version they saw, unless the policy says otherwise. */
const corrected = (
  { procedure, context }: Pick<ActSituation, 'procedure' | 'context'>,
  letter: Letter,
  answer: Written,
): Read => {
  const wrong = filingFault(context, answer)
  if (wrong) return wrong
  const written = writtenDraft(answer, letter.draft)
  const another = writtenMeanwhile(letter, answer, written) ?? readAnother(letter, answer.version)
  if (another) return another
  if (sameDraft(written, letter.draft)) return { ok: true, facts: [] }
  const initials = procedure.policy.initialsAfterCorrection ?? 'stay'
  const { task, letter: name } = letter
  return { ok: true, facts: [{ type: 'letter-drafted', task: task ?? '', letter: name, draft: written, initials }] }
}

/** A step without a question of its own has one way on: going back is another deed, with its reason. */
const useReturn = refuse(
  'invalid-answer',
  'Langkah ini tidak mempunyai jawaban "kembalikan". Pakai tombol Kembalikan, dengan alasannya.',
  'This step has no answer that sends back. Use the deed "return", with its reason.',
  [['verdict']],
)

/** As a step of the path: the letter that an earlier step drafted gets the initial; sending back is an exit, or the policy's. */
const ownStep = (situation: ActSituation, answer: Answer): ActOutcome => {
  const { dossier, step, task, context } = situation
  const { verdict, note } = answer
  if (verdict === 'sent-back' && (!step.decides || task.backTo !== null)) return useReturn
  const closing = { closes: 'step' as const, exit: answer.exit ?? verdict, note }
  const over = step.letter ? takenOver(dossier, task.task, step.letter) : []
  if (step.letter === undefined || verdict === 'sent-back') return { ok: true, facts: over, closing }
  const letter = letterAt(apply(dossier, over, context), task.task, step.letter)
  const read: Read = letter ? corrected(situation, letter, answer) : { ok: true, facts: [] }
  if (!read.ok) return read
  const initialed: Fact = { type: 'letter-initialed', task: task.task, letter: step.letter }
  return { ok: true, facts: [...over, ...read.facts, initialed], closing }
}
