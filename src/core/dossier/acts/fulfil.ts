// Technical work: the system does it, or a hand does; either way the step closes on proof from outside.
import { z } from 'zod'
import { refuse } from '../commands.ts'
import { fulfilmentsOf } from '../fulfilment.ts'
import { act, exit, note } from './rule.ts'

export const fulfilAnswer = z.object({ mode: z.enum(['system', 'by-hand']).default('system'), note, exit })

export const fulfil = act(fulfilAnswer, ({ step, dossier, task }, { mode, note, exit }) => {
  if (fulfilmentsOf(step, dossier.form).length === 0)
    return { ok: true, facts: [], closing: { closes: 'step', exit, note } }
  if (task.effectSince !== null) {
    return refuse(
      'effect-running',
      'Pekerjaan ini sedang berjalan di sistem. Tunggu hasilnya sebentar.',
      'The system is already working on this. Wait a moment for its answer.',
    )
  }
  const started = {
    type: 'fulfilment-started' as const,
    task: task.task,
    byHand: mode === 'by-hand',
    attempt: task.attempt + 1,
  }
  return { ok: true, facts: [started], closing: { closes: 'nothing' } }
})
