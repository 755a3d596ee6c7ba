// The applicant confirms that what was asked for has arrived, with whatever the step asks to be written down about it.
import { recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const receive = act(workAnswer, recorded)
