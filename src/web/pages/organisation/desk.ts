// What a page of the organisation is given, and how a change from it ends.
import type { Context } from 'hono'
import type { Change } from '../../../core/organisation/change.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { changeNow } from '../../organisation/change-now.ts'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { isBetween, line } from '../account/checks.ts'

export type Web = Context<WebEnv>

export type Desk = {
  c: Web
  services: Services
  visitor: Visitor
  signedIn: SignedIn
  mayManage: boolean
  /** What came back to be mended, or was typed before the session ended. */
  form: Posted | null
  faults: readonly FieldFault[]
}

export const deskOf = (c: Web, services: Services, signedIn: SignedIn): Desk => {
  const visitor = c.get('visitor')
  const mayManage = mayOffice(signedIn.actor, 'manage-organisation')
  return { c, services, visitor, signedIn, mayManage, form: visitor.restored, faults: [] }
}

/** What was typed into the form that does this, for filling it again. */
export const typedInto = ({ form }: Pick<Desk, 'form'>, what: string): Posted | null =>
  form && first(form, 'do') === what ? form : null

export type Wanted = {
  changes: readonly Change[]
  message: string
  /** Where it leads when it is done. */
  to: string
}

/** Done it leads on, with whatever is unusual about it; else the page comes back with the fault at its field. */
export const settle = async (
  desk: Desk,
  { changes, message, to }: Wanted,
  again: (desk: Desk) => Response | Promise<Response>,
): Promise<Response> => {
  const { c, services, visitor, signedIn } = desk
  const form = posted(c)
  const by = { services, agency: visitor.agency, person: signedIn.person, now: visitor.now }
  const changed = await changeNow(by, changes, reasonIn(form))
  if (!changed.ok) return again({ ...desk, form, faults: [faultAt(changed.at, changed.sentence[visitor.language])] })
  const warnings = changed.warnings.map((one) => one[visitor.language])
  setFlash(c, services, warnings.length > 0 ? 'warning' : 'good', [message, ...warnings].join(' '))
  return c.redirect(to, 303)
}

const faultAt = (at: string, message: string): FieldFault => (at === '' ? { message } : { name: at, message })

const reasonIn = (form: Posted): string | null => {
  const reason = line(form, 'reason')
  return isBetween(reason, [1, 300]) ? reason : null
}

/** A field that may be left empty. */
export const optional = (form: Posted, name: string): string | null => line(form, name) || null
