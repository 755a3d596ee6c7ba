// Studies what is wanted and says the result: an analysis without words would be none.
import { noteMissing, recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const analyse = act(workAnswer, (situation, answer) =>
  answer.note === ''
    ? noteMissing('Tulis hasil analisis secara ringkas.', 'Write the result of the analysis in a few words.')
    : recorded(situation, answer),
)
