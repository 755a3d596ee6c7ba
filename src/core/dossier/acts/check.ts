// Checks what came in and answers the printed question of the step.
import { z } from 'zod'
import { act, exit, note } from './rule.ts'

export const check = act(z.object({ note, exit }), (_, answer) => ({
  ok: true,
  facts: [],
  closing: { closes: 'step', ...answer },
}))
