// A table to fill in: one set of controls for each row, with buttons that add or take away a row and lose nothing.
import type { Column } from '../../core/procedure/field-schema.ts'
import type { TableField } from '../../core/procedure/table.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Field, type FieldProps } from '../ui/field.tsx'
import { fieldId, LabelWords } from '../ui/field-frame.tsx'
import { Fieldset } from '../ui/fieldset.tsx'
import { Icon } from '../ui/icon.tsx'
import type { AnswerProps } from './form-fields.tsx'
import { ROW, rowsShown } from './table-rows.ts'
import { cellName } from './typed-form.ts'

type Props = AnswerProps & { field: TableField }

export const TableAnswer = (props: Props) => {
  const { field, values, faults, label, hint, required, text } = props
  const rows = rowsShown(field, values)
  const words = text.fields.rows
  const id = fieldId(field.field)
  return (
    <Fieldset
      legend={
        <LabelWords
          field={{ name: field.field, label, required, mark: field.required ? undefined : text.fields.optional }}
        />
      }
      hint={hint}
    >
      {/* Enter in a cell must not press the first button that takes a row away. */}
      <button type="submit" name={ROW} value={`keep:${field.field}`} formaction={`#${id}`} hidden />
      <div
        class="fit table-answer"
        id={id}
        tabindex={-1}
        data-table={field.field}
        data-rows={field.rows}
        data-row-added={words.added('{n}')}
        data-row-removed={words.removed('{n}')}
      >
        <div class="table-rows" data-aligned={field.columns.length <= MOST_ALIGNED ? '' : undefined}>
          {faults[field.field] && (
            <p class="field-error">
              <Icon name="alert-circle" size={18} />
              <span>{faults[field.field]}</span>
            </p>
          )}
          {Array.from({ length: rows }, (_, row) => (
            <Row {...props} row={row} key={cellName(field.field, row, '')} />
          ))}
        </div>
        <ButtonRow>
          <Button
            kind="secondary"
            icon="plus"
            name={ROW}
            value={`add:${field.field}`}
            formaction={`#${id}`}
            disabled={rows >= field.rows}
          >
            {words.add}
          </Button>
        </ButtonRow>
        <p class="field-hint">{words.most(field.rows)}</p>
      </div>
    </Fieldset>
  )
}

/** With a column more each would be too narrow to type into: every row stays a card of fields then. */
const MOST_ALIGNED = 5

const Row = (props: Props & { row: number }) => {
  const { field, row, text } = props
  const words = text.fields.rows
  return (
    <fieldset class="row-of-fields" data-table-row="">
      <legend class="row-name">
        <span class="row-word">{words.row('')}</span>
        <span data-row-number="">{row + 1}</span>
      </legend>
      {field.columns.map((column) => (
        <Field {...cellOf(props, column)} key={column.column} />
      ))}
      <Button
        kind="quiet"
        icon="trash"
        name={ROW}
        value={`remove:${field.field}:${row}`}
        formaction={`#${fieldId(field.field)}`}
      >
        <span class="row-word">{words.remove}</span>
        <span class="visually-hidden" data-row-number="">{` ${row + 1}`}</span>
      </Button>
    </fieldset>
  )
}

const cellOf = (
  { field, row, values, faults, language, text }: Props & { row: number },
  column: Column,
): FieldProps => {
  const name = cellName(field.field, row, column.column)
  const base = {
    name,
    label: column.label[language],
    required: column.required,
    mark: column.required ? undefined : text.fields.optional,
    error: faults[name],
    value: values[name]?.[0] ?? '',
  }
  switch (column.type) {
    case 'choice':
      return {
        ...base,
        kind: 'select',
        placeholder: text.fields.choose,
        options: column.options.map((option) => ({ value: option.value, label: option.label[language] })),
      }
    case 'date':
      return { ...base, kind: 'date' }
    case 'time':
      return { ...base, kind: 'time' }
    case 'number':
      return { ...base, kind: 'text', inputmode: 'decimal', autocomplete: 'off' }
    case 'url':
      return { ...base, kind: 'url', spellcheck: false }
    case 'ip':
    case 'coordinates':
      return { ...base, kind: 'text', spellcheck: false, autocomplete: 'off' }
    case 'text':
      return { ...base, kind: 'text' }
  }
}
