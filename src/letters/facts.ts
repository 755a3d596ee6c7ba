// The answers of a form as rows for print: label and value, or label and a few lines for a person.
import type { Field, FieldGroup } from '../core/procedure/field-schema.ts'
import { type Form, PERSON_PARTS } from '../core/procedure/form.ts'
import { isPerson } from '../core/procedure/table.ts'
import { holds } from '../core/procedure/when.ts'
import { answerOf } from './values.ts'

export type Fact = { label: string; value: string }
export type FactGroup = { label: string; facts: Fact[] }

/** Asked and answered fields by group. Consent, files and what is confidential are not facts of the letter; `except` names fields shown elsewhere. */
export const formFacts = (groups: readonly FieldGroup[], form: Form, except: readonly string[] = []): FactGroup[] =>
  groups
    .map(({ label, fields }) => ({
      label: label.id,
      facts: fields
        .filter((field) => !except.includes(field.field) && !field.confidential && holds(field.when, form))
        .flatMap((field) => factsOf(field, form)),
    }))
    .filter(({ facts }) => facts.length > 0)

const factsOf = (field: Field, form: Form): Fact[] => {
  if (field.type === 'consent' || field.type === 'file') return []
  const value = field.type === 'person' ? personLines(form[field.field]) : answerOf(field, form)
  return value === '' ? [] : [{ label: field.label.id, value }]
}

const personLines = (value: Form[string] | undefined): string =>
  isPerson(value)
    ? PERSON_PARTS.map((part) => value[part])
        .filter((line) => line !== '')
        .join('\n')
    : ''
