// The form of a procedure as fields on a page, group by group, whatever the procedure asks.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { FieldGroup, Field as FormField, When } from '../../core/procedure/field-schema.ts'
import { type Form, groupsAt } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { rangeWords } from '../../core/procedure/value-faults.ts'
import { holds } from '../../core/procedure/when.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { Text } from '../text/text.ts'
import { Fieldset } from '../ui/fieldset.tsx'
import type { Lang } from '../ui/masthead.tsx'
import { conditionWords } from './condition-words.ts'
import { FileAnswer, fileHint } from './file-answer.tsx'
import type { NameVerdict } from './judge-name.ts'
import { NameAnswer } from './name-answer.tsx'
import { PersonAnswer } from './person-answer.tsx'
import { PlainAnswer } from './plain-answer.tsx'
import { TableAnswer } from './table-answer.tsx'
import type { TypedValues } from './typed-form.ts'

export type FormFieldsProps = {
  agency: AgencyData
  procedure: Procedure
  /** The step that asks; the first without it. */
  step?: string | undefined
  values: TypedValues
  /** What was answered at earlier steps; conditions on it are settled before the page is shown. */
  standing?: Form | undefined
  /** Uploads of this form that are kept already. */
  files: readonly DraftFile[]
  /** Names of papers that the dossier has, by kind: they stay unless something else is sent. */
  papers?: Readonly<Record<string, string>> | undefined
  /** One sentence by the name of its control. */
  faults: Readonly<Record<string, string>>
  verdicts: Readonly<Record<string, NameVerdict>>
  /** Where names are checked while typing; null where nobody answers. */
  checkUrl: ((field: string) => string) | null
  /** The most that one file may have here, where it is not what pages take otherwise. */
  fileMegabytes?: number | undefined
  language: Lang
  text: Text['apply']
}

export type AnswerProps = FormFieldsProps & {
  field: FormField
  label: string
  hint: string | undefined
  /** Asked for in any case; a conditional field says in its hint when it must be filled in. */
  required: boolean
}

export const FormFields = (props: FormFieldsProps) => (
  <>
    {openGroups(props).map((group) => (
      <Fieldset legend={group.label[props.language]} key={group.group}>
        {group.fields.map((field) => (
          <div key={field.field} data-when={field.when ? JSON.stringify(field.when) : undefined}>
            <Answer {...props} {...wordsOf(props, field)} field={field} />
          </div>
        ))}
      </Fieldset>
    ))}
  </>
)

/** A condition on an answer of an earlier step holds or does not; one on an answer of this form is left to the page. */
const openGroups = ({ procedure, step, standing }: FormFieldsProps): FieldGroup[] => {
  const groups = groupsAt(procedure, step)
  const here = new Set(groups.flatMap(({ fields }) => fields.map(({ field }) => field)))
  return groups
    .map((group) => ({
      ...group,
      fields: group.fields
        .filter(({ when = [] }) =>
          holds(
            when.filter(({ field }) => !here.has(field)),
            standing ?? {},
          ),
        )
        .map((field) => ({ ...field, when: left(field.when?.filter((one) => here.has(one.field))) })),
    }))
    .filter(({ fields }) => fields.length > 0)
}

const left = (when: When | undefined): When | undefined => (when?.length ? when : undefined)

/** Without scripts every field stands there; one that depends on another says when it applies. */
const wordsOf = (props: FormFieldsProps, field: FormField) => {
  const { procedure, language, text } = props
  const condition = field.when ? text.fields.onlyWhen(conditionWords(procedure, field.when, language, text.fields)) : ''
  const hint = [condition, field.hint?.[language] ?? '', usualHint(field, props)]
    .filter((part) => part !== '')
    .map(ended)
    .join(' ')
  return { label: field.label[language], hint: hint || undefined, required: field.required && !field.when }
}

/** Procedures write hints with or without a full stop. */
const ended = (part: string, at: number, parts: readonly string[]): string =>
  at < parts.length - 1 && !/[.?!…:]$/.test(part) ? `${part}.` : part

/** What can be said of every field of its type. */
const usualHint = (field: FormField, props: FormFieldsProps): string => {
  const { language, text } = props
  const { fields: words } = text
  if (field.type === 'file') return fileHint(field, props)
  if (field.type === 'coordinates') return words.coordinatesHint
  if (field.type !== 'number') return ''
  const range = (limits: typeof field.limits): string =>
    `${rangeWords(limits)[language]}${field.unit ? ` ${field.unit}` : ''}`
  if (field.expected) return words.expected(range(field.expected))
  return field.limits ? words.limits(range(field.limits)) : ''
}

const Answer = (props: AnswerProps) => {
  const { field } = props
  switch (field.type) {
    case 'person':
      return <PersonAnswer {...props} />
    case 'file':
      return <FileAnswer {...props} field={field} />
    case 'domain-name':
      return <NameAnswer {...props} field={field} />
    case 'table':
      return <TableAnswer {...props} field={field} />
    case 'text':
    case 'long-text':
    case 'choice':
    case 'date':
    case 'url':
    case 'ip':
    case 'time':
    case 'number':
    case 'email':
    case 'phone':
    case 'mailbox-name':
    case 'coordinates':
    case 'consent':
      return <PlainAnswer {...props} field={field} />
  }
}
