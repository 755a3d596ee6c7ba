// A table to fill in: a row of controls for each line that has words, and a few empty ones more.
import { isTable, type TableField } from '../../core/procedure/table.ts'
import { Field } from '../ui/field.tsx'
import { Fieldset } from '../ui/fieldset.tsx'
import type { AnswerProps } from './form-fields.tsx'
import { cellName, typedForm } from './typed-form.ts'

/** Empty rows that stand ready below those with words. */
const SPARE = 3

export const TableAnswer = ({ field, values, faults, label, hint, procedure, step, language }: Props) => {
  const typed = typedForm(procedure, values, step)[field.field]
  const filled = isTable(typed) ? typed.findLastIndex((row) => Object.values(row).some((cell) => cell !== '')) + 1 : 0
  const rows = Math.min(field.rows, Math.max(filled, 0) + SPARE)
  return (
    <Fieldset legend={label} hint={hint}>
      {faults[field.field] && (
        <p class="field-error" id={field.field}>
          {faults[field.field]}
        </p>
      )}
      {Array.from({ length: rows }, (_, row) => (
        <div class="row-of-fields" key={cellName(field.field, row, '')}>
          {field.columns.map((column) => {
            const name = cellName(field.field, row, column.column)
            const base = {
              name,
              label: `${row + 1}. ${column.label[language]}`,
              error: faults[name],
              value: values[name]?.[0] ?? '',
            }
            return column.type === 'choice' ? (
              <Field
                {...base}
                key={name}
                kind="select"
                placeholder="-"
                options={column.options.map((option) => ({ value: option.value, label: option.label[language] }))}
              />
            ) : (
              <Field {...base} key={name} kind={column.type === 'date' ? 'date' : 'text'} />
            )
          })}
        </div>
      ))}
    </Fieldset>
  )
}

type Props = AnswerProps & { field: TableField }
