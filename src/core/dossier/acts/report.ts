// Reports on what was done; the report is read by the next post, so it has to say something.
import { noteMissing, recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const report = act(workAnswer, (situation, answer) =>
  answer.note === ''
    ? noteMissing('Tulis isi laporan secara ringkas.', 'Write what there is to report, in a few words.')
    : recorded(situation, answer),
)
