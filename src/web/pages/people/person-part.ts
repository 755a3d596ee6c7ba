// What every part of an account's page is given.
import type { Account } from '../../../store/people.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'

export type PersonPart = {
  visitor: Visitor
  signedIn: SignedIn
  account: Account
  form: Posted | null
  faults: readonly FieldFault[]
}

/** What was typed into the form that did this, for filling it again. */
export const typedInto = (form: Posted | null, what: string): Posted | null =>
  first(form, 'do') === what ? form : null
