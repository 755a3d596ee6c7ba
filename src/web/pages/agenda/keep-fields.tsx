// The fields of what is entered into the books by hand.
import type { ComponentChildren } from 'preact'
import { openPosts, postTitle } from '../../../core/agency/agency.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { SENDING_WAYS } from '../../../core/paper/book-orders.ts'
import { SECURITIES } from '../../../core/paper/classification.ts'
import { letterKinds } from '../../letter-desk.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'
import { codeOptions } from './filter-form.tsx'

/** What was typed, when the form came back, and what is wrong with it. */
export type Typed = { form: Posted | null; faults: readonly FieldFault[] }
export type FieldsProps = { visitor: Visitor; typed: Typed }

export const today = ({ now, agency }: Visitor): string => inZone(now, agency.agency.zone).toPlainDate().toString()

export const part = ({ form, faults }: Typed, name: string, usual = '') => ({
  name,
  value: form ? first(form, name) : usual,
  error: faultIn(faults, name),
})

export const KindFields = ({ visitor, typed }: FieldsProps) => {
  const { forms, securities } = visitor.text.office.books
  const kinds = kindsOf(visitor)
  return (
    <>
      {kinds.length > 0 && (
        <Field
          kind="select"
          {...part(typed, 'kind')}
          label={forms.kind}
          hint={forms.kindHint}
          placeholder={forms.kindUsual}
          options={kinds}
        />
      )}
      <ClassificationField visitor={visitor} typed={typed} />
      <Field
        kind="select"
        {...part(typed, 'security')}
        label={forms.security}
        hint={forms.securityHint}
        placeholder={forms.securityUsual}
        options={SECURITIES.map((value) => ({ value, label: securities[value] }))}
      />
    </>
  )
}

/** Those that the office has a text for, and those that are numbered in a way of their own. */
const kindsOf = ({ agency }: Visitor) => {
  const written = letterKinds(agency).map(({ kind, title }) => ({ value: kind, label: title }))
  const numbered = Object.keys(agency.agency.numbers.letters)
    .filter((kind) => !written.some(({ value }) => value === kind))
    .map((kind) => ({ value: kind, label: kindName(kind) }))
  return [...written, ...numbered].toSorted((a, b) => a.label.localeCompare(b.label))
}

/** `surat-tugas`: Surat tugas. */
const kindName = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')

export const ClassificationField = ({ visitor, typed }: FieldsProps) => {
  const { forms } = visitor.text.office.books
  const options = codeOptions(visitor)
  return options.length === 0 ? (
    <Field kind="text" {...part(typed, 'classification')} label={forms.classification} maxlength={30} />
  ) : (
    <Field
      kind="select"
      {...part(typed, 'classification')}
      label={forms.classification}
      placeholder={forms.classificationUsual}
      options={options}
    />
  )
}

export const PaperFields = ({ visitor, typed, children }: FieldsProps & { children?: ComponentChildren }) => {
  const { forms, ways } = visitor.text.office.books
  return (
    <>
      <Field kind="date" {...part(typed, 'on', today(visitor))} label={forms.on} max={today(visitor)} required />
      <Field kind="text" {...part(typed, 'addressee')} label={forms.addressee} maxlength={300} required />
      <Field kind="text" {...part(typed, 'subject')} label={forms.subject} maxlength={500} required />
      <Field kind="number" {...part(typed, 'attachments', '0')} label={forms.attachments} min="0" max="999" />
      <PostField visitor={visitor} typed={typed} />
      <Field
        kind="text"
        {...part(typed, 'processedBy')}
        label={forms.processedBy}
        mark={forms.optional}
        maxlength={200}
      />
      <Field
        kind="select"
        {...part(typed, 'sentHow', 'kurir')}
        label={forms.sentHow}
        options={SENDING_WAYS.filter((way) => way !== 'mipp').map((value) => ({ value, label: ways[value] }))}
      />
      <Field kind="date" {...part(typed, 'sentOn')} label={forms.sentOn} mark={forms.optional} max={today(visitor)} />
      <Field kind="text" {...part(typed, 'remark')} label={forms.remark} mark={forms.optional} maxlength={500} />
      <ScanField visitor={visitor} typed={typed} mark={forms.optional} />
      {children}
    </>
  )
}

const PostField = ({ visitor, typed }: FieldsProps) => {
  const { forms } = visitor.text.office.books
  const { agency } = visitor.agency
  return (
    <Field
      kind="select"
      {...part(typed, 'signatory')}
      label={forms.signatory}
      placeholder={forms.choosePost}
      options={openPosts(agency, today(visitor)).map((post) => ({ value: post, label: postTitle(agency, post) }))}
      required
    />
  )
}

export const ScanField = ({ visitor, typed, mark }: FieldsProps & { mark?: string }) => {
  const { forms } = visitor.text.office.books
  return (
    <Field
      kind="file"
      name="scan"
      label={forms.scan}
      hint={forms.scanHint}
      accept=".pdf,.jpg,.jpeg,.png"
      error={faultIn(typed.faults, 'scan')}
      mark={mark}
    />
  )
}

export const LateField = ({ visitor, typed }: FieldsProps) => {
  const { forms } = visitor.text.office.books
  return (
    <Field
      kind="text"
      {...part(typed, 'late')}
      label={forms.late}
      hint={forms.lateHint}
      mark={forms.optional}
      maxlength={500}
    />
  )
}

export const ReserveFields = ({ visitor, typed }: FieldsProps) => {
  const { forms } = visitor.text.office.books
  return (
    <>
      <Field kind="number" {...part(typed, 'count', '1')} label={forms.count} min="1" max="50" required />
      <Field kind="text" {...part(typed, 'purpose')} label={forms.purpose} maxlength={500} required />
      <KindFields visitor={visitor} typed={typed} />
    </>
  )
}

export const SendingFields = ({ visitor, typed }: FieldsProps) => {
  const { forms, ways } = visitor.text.office.books
  return (
    <>
      <Field
        kind="select"
        {...part(typed, 'sentHow', 'kurir')}
        label={forms.sentHow}
        options={SENDING_WAYS.filter((way) => way !== 'mipp').map((value) => ({ value, label: ways[value] }))}
      />
      <Field
        kind="date"
        {...part(typed, 'sentOn', today(visitor))}
        label={forms.sentOn}
        max={today(visitor)}
        required
      />
      <Field
        kind="date"
        {...part(typed, 'receivedOn')}
        label={forms.receivedOn}
        mark={forms.optional}
        max={today(visitor)}
      />
      <Field
        kind="text"
        {...part(typed, 'receivedBy')}
        label={forms.receivedBy}
        mark={forms.optional}
        maxlength={200}
      />
    </>
  )
}
