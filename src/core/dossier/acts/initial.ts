// Side tasks: a further recipient of a disposition answers it; a superior initials a draft or sends it back.
import { z } from 'zod'
import { refuse } from '../commands.ts'
import { tasksBelow } from '../dispositions/tree.ts'
import type { Fact } from '../events.ts'
import { takenOver } from './draft.ts'
import { type ActOutcome, act, exit, note } from './rule.ts'

export const attentionAnswer = z.object({ note })
export const initialAnswer = z.object({ verdict: z.enum(['initialed', 'sent-back']), note, exit })

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

export const initial = act(initialAnswer, ({ dossier, step, task }, { verdict, note, exit }) => {
  if (verdict === 'sent-back' && note === '') {
    return refuse('invalid-answer', 'Tulis apa yang harus diperbaiki.', 'Write what has to be mended.', [['note']])
  }
  const letter = task.letter
  if (task.kind === 'main' && verdict === 'sent-back' && (!step.decides || task.backTo !== null)) return useReturn
  if (task.kind === 'main') {
    const over = step.letter ? takenOver(dossier, task.task, step.letter) : []
    return ownStep({ over, task: task.task, letter: step.letter ?? null }, { verdict, note, exit: exit ?? verdict })
  }
  if (letter === null) return { ok: true, facts: [], closing: { closes: 'side-task' } }
  return {
    ok: true,
    facts: [
      verdict === 'initialed'
        ? { type: 'letter-initialed', task: task.task, letter }
        : { type: 'letter-sent-back', task: task.task, letter, remark: note },
    ],
    closing: { closes: 'side-task' },
  }
})

/** A step without a question of its own has one way on: going back is another deed, with its reason. */
const useReturn = refuse(
  'invalid-answer',
  'Langkah ini tidak mempunyai jawaban "kembalikan". Pakai tombol Kembalikan, dengan alasannya.',
  'This step has no answer that sends back. Use the deed "return", with its reason.',
  [['verdict']],
)

type OwnStep = { over: Fact[]; task: string; letter: string | null }
type Verdict = { verdict: 'initialed' | 'sent-back'; note: string; exit: string }

/** As a step of the path: the letter that an earlier step drafted gets the initial; sending back is an exit, or the policy's. */
const ownStep = ({ over, task, letter }: OwnStep, { verdict, note, exit }: Verdict): ActOutcome => {
  const closing = { closes: 'step' as const, exit, note }
  if (letter === null || verdict === 'sent-back') return { ok: true, facts: over, closing }
  return { ok: true, facts: [...over, { type: 'letter-initialed', task, letter }], closing }
}
