// Measures: figures go into the fields of the step; one outside what is expected has to be explained.
import { type Form, recordsAt } from '../../procedure/form.ts'
import { isAsExpected } from '../../procedure/value-faults.ts'
import { noteMissing, recorded, workAnswer } from './records.ts'
import { type ActSituation, act } from './rule.ts'

export const measure = act(workAnswer, (situation, answer) => {
  const [odd] = unexpected(situation, answer.form)
  return odd && answer.note === ''
    ? noteMissing(
        `${odd.label.id} di luar batas yang diharapkan. Tulis pada catatan apa sebabnya dan apa tindak lanjutnya.`,
        `${odd.label.en} is outside what is expected. Say in the note why, and what follows.`,
      )
    : recorded(situation, answer)
})

const unexpected = ({ procedure, step }: ActSituation, form: Form) =>
  recordsAt(procedure, step.step)
    .flatMap((group) => group.fields)
    .filter((field) => {
      const value = form[field.field]
      return field.type === 'number' && typeof value === 'string' && !isAsExpected(field, value.trim())
    })
