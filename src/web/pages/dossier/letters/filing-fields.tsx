// How a letter is filed, as fields beside its draft: its classification and how secret it is; and what was chosen there.
import type { LetterDraft } from '../../../../core/dossier/letters/facts.ts'
import type { Written } from '../../../../core/dossier/letters/writing.ts'
import { SECURITIES } from '../../../../core/paper/classification.ts'
import { isKnownCode } from '../../../../core/paper/number-rules.ts'
import { filedAs, rulesOf } from '../../../letter-filing.ts'
import { all, first, type Posted } from '../../../request/body.ts'
import type { FieldFault } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import type { Desk } from '../desk.ts'

export const FILING = ['classification', 'security'] as const
const MAX_CODE = 30

type Props = {
  desk: Desk
  kind: string
  draft: LetterDraft
  typed: Posted | null
  idOf: (name: string) => string
  faultOf: (name: string) => string | undefined
}

/** Set to what its text, its kind and its dossier say, until somebody chooses otherwise. */
export const FilingFields = ({ desk, kind, draft, typed, idOf, faultOf }: Props) => {
  const { text } = desk.visitor
  const words = text.letters.filing
  const [stands, usual] = [filedNow(desk, kind, draft), filedNow(desk, kind, { note: '' })]
  const faults = typed ? readFiling(desk, kind, typed).faults : []
  const part = (name: (typeof FILING)[number]) => ({
    name,
    id: idOf(name),
    value: typed && all(typed, name).length > 0 ? first(typed, name) : stands[name],
    error: faults.find((one) => one.name === name)?.message ?? faultOf(name),
  })
  return (
    <Fieldset legend={words.title} hint={words.hint} columns>
      {FILING.map((name) => (
        <input key={name} type="hidden" name={usualName(name)} value={usual[name]} />
      ))}
      <Code desk={desk} {...part('classification')} />
      <Field
        kind="select"
        {...part('security')}
        label={words.security}
        options={SECURITIES.map((value) => ({ value, label: text.office.books.securities[value] }))}
      />
    </Fieldset>
  )
}

type CodeProps = { desk: Desk; name: string; id: string; value: string; error: string | undefined }

const Code = ({ desk, ...part }: CodeProps) => {
  const words = desk.visitor.text.letters.filing
  const codes = desk.visitor.agency.agency.classifications.map(({ code, title }) => ({
    value: code,
    label: `${code} ${title}`,
  }))
  if (codes.length === 0)
    return <Field kind="text" {...part} label={words.classification} maxlength={MAX_CODE} width="medium" />
  // A code that has left the list is still shown as it was sent.
  const options = codes.some(({ value }) => value === part.value)
    ? codes
    : [{ value: part.value, label: part.value === '' ? words.none : part.value }, ...codes]
  return <Field kind="select" {...part} label={words.classification} options={options} />
}

/** What is chosen just as it would be without a choice is none: it follows its text and its dossier. */
export const readFiling = (
  desk: Desk,
  kind: string,
  posted: Posted,
): { answer: Pick<Written, 'classification' | 'security'>; faults: FieldFault[] } => {
  const words = desk.visitor.text.letters.filing
  const sent = (name: string): string | undefined =>
    all(posted, name).length > 0 ? first(posted, name).trim() : undefined
  const now = filedNow(desk, kind, { note: '' })
  // As it was when the form was made: a dossier that has become secret meanwhile is not taken for a choice against it.
  const usual = (name: (typeof FILING)[number]): string => sent(usualName(name)) ?? now[name]
  const [code, grade] = [sent('classification'), sent('security')]
  const security = SECURITIES.find((one) => one === grade)
  const isStrange = code !== undefined && code !== '' && !isCode(desk, code)
  const faults: FieldFault[] = [
    ...(isStrange ? [{ name: 'classification', message: words.unknown(code) }] : []),
    ...(grade && !security ? [{ name: 'security', message: words.noGrade }] : []),
  ]
  const answer = {
    ...(code === undefined ? {} : { classification: code === usual('classification') ? '' : code }),
    ...(grade === undefined
      ? {}
      : { security: security === undefined || security === usual('security') ? ('' as const) : security }),
  }
  return { answer: faults.length > 0 ? {} : answer, faults }
}

const usualName = (name: string): string => `usual-${name}`

const isCode = ({ visitor }: Desk, code: string): boolean =>
  code.length <= MAX_CODE && isKnownCode(rulesOf(visitor.agency), code)

export const filedNow = ({ visitor, dossier }: Desk, kind: string, draft: LetterDraft) =>
  filedAs(visitor.agency, kind, { draft, secrecy: dossier.secrecy })
