// How an act on an account ends: done with a message, faults at fields, or refused in words.
import type { Context } from 'hono'
import type { Account } from '../../../store/people.ts'
import type { Changed } from '../../organisation/change-now.ts'
import { setFlash } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, WebEnv } from '../../visitor.ts'

type Web = Context<WebEnv>
type Target = { signedIn: SignedIn; account: Account }
export type Acted = { ok: true } | { ok: false; faults: FieldFault[]; refusal?: string }
export type Act = (c: Web, services: Services, target: Target) => Promise<Acted>

export const done = (c: Web, services: Services, message: string): Acted => {
  setFlash(c, services, 'good', message)
  return { ok: true }
}
export const faulty = (faults: FieldFault[]): Acted => ({ ok: false, faults })
export const refused = (refusal: string): Acted => ({ ok: false, faults: [], refusal })

/** @param faultAt where the fault of a field is told; nowhere in particular without it */
export const outcome = (
  c: Web,
  services: Services,
  {
    changed,
    message,
    faultAt,
  }: { changed: Changed; message: string; faultAt: (at: string) => Partial<FieldFault> | null },
): Acted => {
  const { language } = c.get('visitor')
  if (changed.ok) {
    const warnings = changed.warnings.map((one) => one[language])
    setFlash(c, services, warnings.length > 0 ? 'warning' : 'good', [message, ...warnings].join(' '))
    return { ok: true }
  }
  const says = changed.sentence[language]
  const place = faultAt(changed.at)
  return place ? faulty([{ ...place, message: says }]) : refused(says)
}
