// The short list of reasons for a delay: in a form of its own, and beside whatever finishes work that is late.
import { isReasonAsked } from '../../../core/dossier/late/late-clocks.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { type Desk, type FormName, faultAt, typedInto } from './desk.ts'

export const LATE_REASON = 'late-reason'
export const LATE_NOTE = 'late-note'

type LateFieldsProps = {
  desk: Desk
  form: FormName
  idOf: (name: string) => string
  required: boolean
  /** What was said before, where it is given anew. */
  said?: { reason: string; note: string } | undefined
}

export const LateFields = ({ desk, form, idOf, required, said }: LateFieldsProps) => {
  const { text, language, agency } = desk.visitor
  const words = text.late.form
  const typed = typedInto(desk, form)
  return (
    <>
      <Field
        kind="select"
        name={LATE_REASON}
        id={idOf(LATE_REASON)}
        label={words.reason}
        required={required}
        placeholder={words.choose}
        options={agency.agency.breachReasons.map(({ reason, label }) => ({ value: reason, label: label[language] }))}
        value={typed ? first(typed, LATE_REASON) : said?.reason}
        error={faultAt(desk, form, LATE_REASON)}
      />
      <Field
        kind="textarea"
        name={LATE_NOTE}
        id={idOf(LATE_NOTE)}
        label={words.note}
        rows={2}
        maxlength={2000}
        value={typed ? first(typed, LATE_NOTE) : (said?.note ?? '')}
        error={faultAt(desk, form, LATE_NOTE)}
      />
    </>
  )
}

/** Asked beside finishing, and never in its way. */
export const LateWhileFinishing = ({ desk, form, idOf }: Omit<LateFieldsProps, 'required'>) => {
  if (form.deed !== 'finish' || form.task === null || !isAskedAt(desk, form.task)) return null
  return (
    <Fieldset legend={desk.visitor.text.late.form.whileFinishing} hint={desk.visitor.text.late.form.whileFinishingHint}>
      <LateFields desk={desk} form={form} idOf={idOf} required={false} />
    </Fieldset>
  )
}

const isAskedAt = ({ procedure, dossier, visitor }: Desk, task: string): boolean =>
  isReasonAsked({ procedure, dossier, office: visitor.agency, now: visitor.now }, task)

/** @param isRequired whether something has to be chosen at all */
export const lateFaults = ({ visitor }: Desk, form: Posted, isRequired: boolean): FieldFault[] => {
  const words = visitor.text.late.form
  const chosen = first(form, LATE_REASON)
  if (chosen === '') return isRequired ? [{ name: LATE_REASON, message: words.missing }] : []
  const known = visitor.agency.agency.breachReasons.find(({ reason }) => reason === chosen)
  return known?.note && first(form, LATE_NOTE).trim() === '' ? [{ name: LATE_NOTE, message: words.noteMissing }] : []
}
