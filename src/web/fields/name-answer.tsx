// A name that may be taken already: asked about while typing, or by a button where scripts are off.
import { labelOf } from '../../core/procedure/domain-name.ts'
import { StatusMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import type { Lang } from '../ui/masthead.tsx'
import type { AnswerProps } from './form-fields.tsx'
import type { NameField, NameVerdict } from './judge-name.ts'

/** Value of the button `do` that asks about a name without sending the form on. */
export const CHECK_NAME = 'check-name'

export const NameAnswer = ({
  field,
  agency,
  procedure,
  values,
  faults,
  verdicts,
  checkUrl,
  label,
  hint,
  required,
  language,
  text,
}: AnswerProps & { field: NameField }) => {
  const { names } = agency.agency
  const typed = values[field.field]?.[0] ?? ''
  const verdict = verdicts[field.field]
  const depends = [...new Set((field.availability ?? []).map((one) => one.field))]
  return (
    <div data-check-with={depends.length > 0 ? depends.join(' ') : undefined} key={procedure.procedure}>
      <Field
        kind="text"
        name={field.field}
        label={label}
        hint={hint}
        required={required}
        mark={field.required ? undefined : text.fields.optional}
        error={faults[field.field]}
        value={labelOf(typed.trim(), names)}
        suffix={names.zone === '' ? undefined : `.${names.zone}`}
        spellcheck={false}
        autocomplete="off"
        check={
          checkUrl
            ? {
                url: checkUrl(field.field),
                result: verdict && !faults[field.field] && <Verdict verdict={verdict} language={language} />,
              }
            : undefined
        }
      />
      {checkUrl && (
        <noscript>
          <Button kind="quiet" name="do" value={`${CHECK_NAME}:${field.field}`} icon="search">
            {text.fields.checkName}
          </Button>
        </noscript>
      )}
    </div>
  )
}

export const Verdict = ({ verdict, language }: { verdict: NameVerdict; language: Lang }) => (
  <StatusMark tone={verdict.tone}>{verdict.sentence[language]}</StatusMark>
)
