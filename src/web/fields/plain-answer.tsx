// Fields with one control: text, choice, date and time, number, addresses of all kinds, consent.
import type { Field as FormField } from '../../core/procedure/field-schema.ts'
import { Field, type FieldProps } from '../ui/field.tsx'
import type { AnswerProps } from './form-fields.tsx'

export type PlainField = Exclude<FormField, { type: 'person' | 'file' | 'domain-name' | 'table' }>

/** A handful is seen at a glance; more go into a list. */
const RADIO_AT_MOST = 6

export const PlainAnswer = (props: AnswerProps & { field: PlainField }) => <Field {...controlOf(props)} />

const controlOf = ({
  agency,
  field,
  values,
  faults,
  label,
  hint,
  required,
  language,
  text,
}: AnswerProps & { field: PlainField }): FieldProps => {
  const value = values[field.field]?.[0] ?? ''
  const mark = field.required ? undefined : text.fields.optional
  const base = { name: field.field, label, hint, required, mark, error: faults[field.field] }
  switch (field.type) {
    case 'text':
      return { ...base, kind: 'text', value }
    case 'long-text':
      return { ...base, kind: 'textarea', value, rows: 4 }
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.value, label: option.label[language] }))
      return options.length <= RADIO_AT_MOST
        ? { ...base, kind: 'radio', value, options }
        : { ...base, kind: 'select', value, options, placeholder: text.fields.choose }
    }
    case 'date':
      return { ...base, kind: 'date', value }
    case 'url':
      return { ...base, kind: 'url', value, spellcheck: false }
    case 'time':
      return { ...base, kind: 'time', value: value.replace('.', ':') }
    case 'number':
      return {
        ...base,
        kind: 'text',
        value,
        width: 'short',
        inputmode: 'decimal',
        suffix: field.unit,
        autocomplete: 'off',
      }
    case 'email':
      return { ...base, kind: 'email', value, width: 'medium' }
    case 'phone':
      return { ...base, kind: 'tel', value, width: 'medium' }
    case 'mailbox-name': {
      const { zone } = agency.agency.names
      const suffix = zone === '' ? undefined : `@${zone}`
      return { ...base, kind: 'text', value, suffix, spellcheck: false, autocomplete: 'off' }
    }
    case 'coordinates':
    case 'ip':
      return { ...base, kind: 'text', value, width: 'medium', spellcheck: false, autocomplete: 'off' }
    case 'consent':
      return { ...base, mark: undefined, kind: 'checkbox', value: 'ya', checked: value === 'ya' }
  }
}
