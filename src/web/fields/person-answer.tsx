// A person to be reached: name, post, e-mail, telephone.
import { PERSON_PARTS } from '../../core/procedure/form.ts'
import { Field } from '../ui/field.tsx'
import { Fieldset } from '../ui/fieldset.tsx'
import type { AnswerProps } from './form-fields.tsx'

export const PersonAnswer = ({ field, values, faults, label, hint, required, text }: AnswerProps) => (
  <Fieldset legend={label} hint={hint} columns>
    {PERSON_PARTS.map((part) => {
      const name = `${field.field}.${part}`
      return (
        <Field
          key={part}
          kind={KINDS[part]}
          name={name}
          label={text.fields.person[part]}
          value={values[name]?.[0] ?? ''}
          required={required && part !== 'jabatan'}
          mark={part === 'jabatan' || !field.required ? text.fields.optional : undefined}
          error={faults[name]}
        />
      )
    })}
  </Fieldset>
)

const KINDS = { nama: 'text', jabatan: 'text', email: 'email', telepon: 'tel' } as const
