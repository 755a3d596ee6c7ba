// Side tasks: a further recipient of a disposition answers it; a superior initials a draft or sends it back.
import { z } from 'zod'
import { refuse } from '../commands.ts'
import { act, exit, note } from './rule.ts'

export const attentionAnswer = z.object({ note })
export const initialAnswer = z.object({ verdict: z.enum(['initialed', 'sent-back']), note, exit })

export const attention = act(attentionAnswer, ({ task }, answer) => ({
  ok: true,
  facts: [{ type: 'answered', task: task.task, note: answer.note }],
  closing: { closes: 'side-task' },
}))

export const initial = act(initialAnswer, ({ task }, { verdict, note, exit }) => {
  if (verdict === 'sent-back' && note === '') {
    return refuse('invalid-answer', 'Tulis apa yang harus diperbaiki.', 'Write what has to be mended.', [['note']])
  }
  const letter = task.letter
  // As a step of its own an initial has no letter beside it: it only closes.
  if (letter === null) return { ok: true, facts: [], closing: { closes: 'step', exit: exit ?? verdict, note } }
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
