// Why something is changed: may be left empty, and stands in the journal.
import { first, type Posted } from '../../request/body.ts'
import { Field } from '../../ui/field.tsx'
import type { Visitor } from '../../visitor.ts'

export const ReasonField = ({ visitor, typed, id }: { visitor: Visitor; typed: Posted | null; id?: string }) => {
  const words = visitor.text.organisation
  return (
    <Field
      kind="text"
      id={id}
      name="reason"
      label={words.reason}
      hint={words.reasonHint}
      value={first(typed, 'reason')}
      maxlength={300}
    />
  )
}
