// Fields that are chosen from: list, radio group, one box, several boxes.
import type { ComponentChildren } from 'preact'
import { controlOf, Explanations, type FieldBase, FieldFrame, GroupFrame, idOf, LabelWords } from './field-frame.tsx'

export type Option = { value: string; label: string; hint?: ComponentChildren; disabled?: boolean | undefined }

export type SelectFieldProps = FieldBase & {
  kind: 'select'
  value?: string | undefined
  options: readonly Option[]
  /** The empty first line, e.g. "Pilih salah satu". */
  placeholder?: string | undefined
}

export type RadioFieldProps = FieldBase & {
  kind: 'radio'
  value?: string | undefined
  options: readonly Option[]
  /** Side by side where there is room. */
  inline?: boolean | undefined
}

export type ChecksFieldProps = FieldBase & {
  kind: 'checks'
  values?: readonly string[] | undefined
  options: readonly Option[]
  inline?: boolean | undefined
}

/** One box to tick: a consent, a yes. It sends `value` ("yes" unless told). */
export type CheckboxFieldProps = FieldBase & {
  kind: 'checkbox'
  checked?: boolean | undefined
  value?: string | undefined
}

export const SelectField = (field: SelectFieldProps) => (
  <FieldFrame field={field}>
    <select class="input input-select" {...controlOf(field)}>
      {field.placeholder !== undefined && <option value="">{field.placeholder}</option>}
      {field.options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          selected={option.value === field.value}
        >
          {option.label}
        </option>
      ))}
    </select>
  </FieldFrame>
)

export const RadioField = (field: RadioFieldProps) => (
  <GroupFrame field={field}>
    <div class={field.inline ? 'choices choices-inline' : 'choices'}>
      {field.options.map((option) => (
        <Choice key={option.value} field={field} option={option} type="radio" checked={option.value === field.value} />
      ))}
    </div>
  </GroupFrame>
)

export const ChecksField = (field: ChecksFieldProps) => (
  <GroupFrame field={field}>
    <div class={field.inline ? 'choices choices-inline' : 'choices'}>
      {field.options.map((option) => (
        <Choice
          key={option.value}
          field={field}
          option={option}
          type="checkbox"
          checked={field.values?.includes(option.value) ?? false}
        />
      ))}
    </div>
  </GroupFrame>
)

export const CheckboxField = (field: CheckboxFieldProps) => (
  <div class={field.error ? 'field has-error' : 'field'}>
    <div class="choice">
      <input class="tick" type="checkbox" {...controlOf(field)} value={field.value ?? 'yes'} checked={field.checked} />
      <label class="choice-label" for={idOf(field)}>
        <LabelWords field={field} />
      </label>
    </div>
    <Explanations field={field} />
  </div>
)

type ChoiceProps = {
  field: RadioFieldProps | ChecksFieldProps
  option: Option
  type: 'radio' | 'checkbox'
  checked: boolean
}

const Choice = ({ field, option, type, checked }: ChoiceProps) => {
  const id = `${idOf(field)}-${option.value.replace(/[^A-Za-z0-9_-]+/g, '-')}`
  return (
    <div class="choice">
      <input
        class="tick"
        type={type}
        id={id}
        name={field.name}
        value={option.value}
        checked={checked}
        disabled={field.disabled || option.disabled}
        required={type === 'radio' ? field.required : undefined}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        data-no-draft={field.noDraft ? '' : undefined}
      />
      <label class="choice-label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <span class="choice-hint" id={`${id}-hint`}>
          {option.hint}
        </span>
      )}
    </div>
  )
}
