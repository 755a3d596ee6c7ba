// The plain act: the work is done, with a note if wanted and whatever the step asks to be written down.
import { recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const plain = act(workAnswer, recorded)
