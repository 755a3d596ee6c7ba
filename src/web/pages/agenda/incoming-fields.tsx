// The fields of a letter that is registered by hand.
import { openPosts, postTitle } from '../../../core/agency/agency.ts'
import { Field } from '../../ui/field.tsx'
import { faultIn } from '../account/checks.ts'
import { ClassificationField, type FieldsProps, LateField, part, today } from './keep-fields.tsx'

export const IncomingFields = ({ visitor, typed }: FieldsProps) => {
  const { text, agency } = visitor
  const { books, grades } = text.office
  const { forms } = books
  const posts = openPosts(agency.agency, today(visitor))
  return (
    <>
      <Field kind="text" {...part(typed, 'sender')} label={forms.sender} maxlength={300} required />
      <Field
        kind="text"
        {...part(typed, 'letterNumber')}
        label={forms.letterNumber}
        mark={forms.optional}
        maxlength={100}
      />
      <Field
        kind="date"
        {...part(typed, 'letterOn')}
        label={forms.letterOn}
        mark={forms.optional}
        max={today(visitor)}
      />
      <Field
        kind="date"
        {...part(typed, 'receivedOn', today(visitor))}
        label={forms.incomingReceivedOn}
        max={today(visitor)}
        required
      />
      <Field kind="text" {...part(typed, 'subject')} label={forms.subject} maxlength={500} required />
      <Field kind="number" {...part(typed, 'attachments', '0')} label={forms.attachments} min="0" max="999" />
      <ClassificationField visitor={visitor} typed={typed} />
      <Field
        kind="select"
        {...part(typed, 'urgency', 'biasa')}
        label={forms.urgency}
        options={(['biasa', 'segera', 'sangat-segera'] as const).map((value) => ({
          value,
          label: grades.urgency[value],
        }))}
      />
      <Field
        kind="select"
        {...part(typed, 'secrecy', 'biasa')}
        label={forms.secrecy}
        options={(['biasa', 'terbatas', 'rahasia'] as const).map((value) => ({ value, label: grades.secrecy[value] }))}
      />
      <Field
        kind="checks"
        name="forwardedTo"
        label={forms.forwardedTo}
        values={typed.form?.values.forwardedTo ?? []}
        error={faultIn(typed.faults, 'forwardedTo')}
        options={posts.map((post) => ({ value: post, label: postTitle(agency.agency, post) }))}
      />
      <Field
        kind="text"
        {...part(typed, 'dossierNumber')}
        label={forms.dossierNumber}
        hint={forms.dossierHint}
        mark={forms.optional}
        maxlength={100}
      />
      <Field kind="text" {...part(typed, 'remark')} label={forms.remark} mark={forms.optional} maxlength={500} />
      <LateField visitor={visitor} typed={typed} />
    </>
  )
}
