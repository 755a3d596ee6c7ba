// One field of a form, of whatever kind; a page may build it from data.
import {
  CheckboxField,
  type CheckboxFieldProps,
  ChecksField,
  type ChecksFieldProps,
  RadioField,
  type RadioFieldProps,
  SelectField,
  type SelectFieldProps,
} from './field-choice.tsx'
import {
  AreaField,
  type AreaFieldProps,
  FileField,
  type FileFieldProps,
  LineField,
  type LineFieldProps,
} from './field-text.tsx'

export type FieldProps =
  | LineFieldProps
  | AreaFieldProps
  | FileFieldProps
  | SelectFieldProps
  | RadioFieldProps
  | ChecksFieldProps
  | CheckboxFieldProps

export const Field = (field: FieldProps) => {
  switch (field.kind) {
    case 'textarea':
      return <AreaField {...field} />
    case 'file':
      return <FileField {...field} />
    case 'select':
      return <SelectField {...field} />
    case 'radio':
      return <RadioField {...field} />
    case 'checks':
      return <ChecksField {...field} />
    case 'checkbox':
      return <CheckboxField {...field} />
    case 'text':
    case 'email':
    case 'tel':
    case 'url':
    case 'password':
    case 'number':
    case 'search':
    case 'date':
    case 'time':
    case 'datetime-local':
      return <LineField {...field} />
  }
}
