// Why a calendar is changed: required, and quoted wherever a deadline moves because of it.
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'

type Props = { visitor: Visitor; form: Posted | null; faults: readonly FieldFault[]; id?: string }

export const ReasonField = ({ visitor, form, faults, id }: Props) => (
  <Field
    kind="text"
    name="reason"
    id={id}
    label={visitor.text.calendar.reason}
    hint={visitor.text.calendar.reasonHint}
    value={first(form, 'reason')}
    error={faultIn(faults, 'reason')}
    maxlength={300}
    required
  />
)
