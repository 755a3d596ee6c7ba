// The plain act: the work is done, with a note if wanted.
import { z } from 'zod'
import { act, exit, note } from './rule.ts'

export const plain = act(z.object({ note, exit }), (_, answer) => ({
  ok: true,
  facts: [],
  closing: { closes: 'step', ...answer },
}))
