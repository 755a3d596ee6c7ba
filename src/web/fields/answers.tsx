// The answers of a form, to read: by group, in the reader's language, only what was asked.
import type { FieldGroup } from '../../core/procedure/field-schema.ts'
import type { Form } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { holds } from '../../core/procedure/when.ts'
import type { Fact } from '../ui/definition.tsx'
import type { Lang } from '../ui/masthead.tsx'
import { type AnswerWords, answerValue } from './answer-value.tsx'

/** `at` is the step that asked; null for what the request began with. */
export type AnswerGroup = { group: string; label: string; at: string | null; facts: Fact[] }

/** Consent and papers are shown elsewhere; what a later step asks for, once it has been answered. */
export const answerGroups = (
  procedure: Procedure,
  form: Form,
  language: Lang,
  words: AnswerWords & { hidden?: readonly string[] },
): AnswerGroup[] =>
  procedure.form
    .filter((group) => group.at === undefined || isAnswered(group, form))
    .map(({ group, label, at, fields }) => ({
      group,
      label: label[language],
      at: at ?? null,
      facts: fields
        .filter((field) => field.type !== 'consent' && field.type !== 'file' && holds(field.when, form))
        .map((field) => ({
          label: field.label[language],
          value: words.hidden?.includes(field.field) ? words.fields.hidden : answerValue(field, form, language, words),
        })),
    }))
    .filter(({ facts }) => facts.length > 0)

const isAnswered = ({ fields }: FieldGroup, form: Form): boolean =>
  fields.some((field) => form[field.field] !== undefined)
