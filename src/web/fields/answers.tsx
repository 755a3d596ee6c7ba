// The answers of a form, to read: by group, in the reader's language, only what was asked.
import { type ComponentChildren, Fragment } from 'preact'
import { speakDay } from '../../core/clock/speak.ts'
import type { Field, FieldGroup } from '../../core/procedure/field-schema.ts'
import { type Form, PERSON_PARTS } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { isTable, tableText } from '../../core/procedure/table.ts'
import { holds } from '../../core/procedure/when.ts'
import type { Fact } from '../ui/definition.tsx'
import type { Lang } from '../ui/masthead.tsx'

export type AnswerGroup = { group: string; label: string; facts: Fact[] }

/** Consent and papers are shown elsewhere; what a later step asks for, once it has been answered. */
export const answerGroups = (
  procedure: Procedure,
  form: Form,
  language: Lang,
  words: { yes: string; none: string },
): AnswerGroup[] =>
  procedure.form
    .filter((group) => group.at === undefined || isAnswered(group, form))
    .map(({ group, label, fields }) => ({
      group,
      label: label[language],
      facts: fields
        .filter((field) => field.type !== 'consent' && field.type !== 'file' && holds(field.when, form))
        .map((field) => ({ label: field.label[language], value: answer(field, form, language, words) })),
    }))
    .filter(({ facts }) => facts.length > 0)

const isAnswered = ({ fields }: FieldGroup, form: Form): boolean =>
  fields.some((field) => form[field.field] !== undefined)

const answer = (field: Field, form: Form, language: Lang, words: { yes: string; none: string }): ComponentChildren => {
  const value = form[field.field]
  if (value === undefined || value === '') return words.none
  if (isTable(value)) return inLines(value.map((row) => tableText([row])))
  if (typeof value !== 'string') return inLines(PERSON_PARTS.map((part) => value[part]).filter((part) => part !== ''))
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label[language] ?? value
  if (field.type === 'date') return speakDay(value, language)
  return field.type === 'long-text' ? inLines(value.split('\n')) : value
}

/** Text as its writer broke it into lines. */
export const inLines = (lines: readonly string[]): ComponentChildren =>
  lines.map((line, index) => (
    <Fragment key={`${index}${line}`}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
