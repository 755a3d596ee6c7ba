// Choosing a password twice: the two fields, and what is wrong with them.
import { MIN_PASSWORD_LENGTH, passwordFault } from '../../../core/person/password.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from './checks.ts'

/** The names hold `password`, so that a parked form forgets them. */
const NEW = 'newPassword'
const AGAIN = 'newPasswordAgain'

export const newPassword = (
  form: Posted,
  email: string,
  { language, text }: Visitor,
): { password: string; faults: FieldFault[] } => {
  const password = first(form, NEW)
  const weak = passwordFault(password, email)
  if (weak) return { password, faults: [{ name: NEW, message: weak[language] }] }
  const isSame = password === first(form, AGAIN)
  return { password, faults: isSame ? [] : [{ name: AGAIN, message: text.account.password.different }] }
}

/** `email` stands hidden so that a password manager knows whose password this is. */
export const NewPasswordFields = ({
  visitor,
  email,
  faults,
}: {
  visitor: Visitor
  email: string
  faults: readonly FieldFault[]
}) => {
  const words = visitor.text.account.password
  return (
    <>
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <Field
        kind="password"
        name={NEW}
        label={words.new}
        hint={words.hint(MIN_PASSWORD_LENGTH)}
        error={faultIn(faults, NEW)}
        autocomplete="new-password"
        required
      />
      <Field
        kind="password"
        name={AGAIN}
        label={words.again}
        error={faultIn(faults, AGAIN)}
        autocomplete="new-password"
        required
      />
    </>
  )
}
