// Measures: figures go into the fields of the step; one outside what is expected has to be explained.
import type { Field } from '../../procedure/field-schema.ts'
import { type Form, recordsAt } from '../../procedure/form.ts'
import type { Procedure } from '../../procedure/schema.ts'
import { isAsExpected } from '../../procedure/value-faults.ts'
import { noteMissing, recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const measure = act(workAnswer, (situation, answer) => {
  const [odd] = unexpectedAt(situation.procedure, situation.step.step, answer.form)
  return odd && answer.note === ''
    ? noteMissing(
        `${odd.label.id} di luar batas yang diharapkan. Tulis pada catatan apa sebabnya dan apa tindak lanjutnya.`,
        `${odd.label.en} is outside what is expected. Say in the note why, and what follows.`,
      )
    : recorded(situation, answer)
})

export type NumberField = Extract<Field, { type: 'number' }>

/** Figures of a step that lie where the procedure does not expect them. */
export const unexpectedAt = (procedure: Procedure, step: string, form: Form): NumberField[] =>
  recordsAt(procedure, step)
    .flatMap((group) => group.fields)
    .filter((field): field is NumberField => field.type === 'number' && isOdd(field, form[field.field]))

const isOdd = (field: NumberField, value: Form[string] | undefined): boolean =>
  typeof value === 'string' && value !== '' && !isAsExpected(field, value.trim())
