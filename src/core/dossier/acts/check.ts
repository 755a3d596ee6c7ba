// Checks what came in and answers the printed question of the step.
import { recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const check = act(workAnswer, recorded)
