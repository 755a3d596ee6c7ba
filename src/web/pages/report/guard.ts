// Programs that send reports by the thousand are kept off, and people are not.
import type { Context } from 'hono'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import {
  askAgainLater,
  placeOf,
  REPORT_BY_OFFICE,
  REPORT_BY_PLACE,
  REPORT_MOST_BY_OFFICE,
  REPORT_MOST_BY_PLACE,
  type Tried,
  tryOnce,
} from '../account/limits.ts'
import { isAnswered } from './question.ts'

type Web = Context<WebEnv>

/** No field of a form can have these names. The first no person sees; what fills in every field fills it in. */
export const TRAP = 'lapor.situs'
export const ANSWER = 'lapor.jawaban'
export const QUESTION = 'lapor.pertanyaan'

/** Nobody reads and fills in such a form in less. */
const LEAST_MS = 3_000

export type Passing = 'passes' | 'too-fast' | 'too-many' | 'asks'

/** Asked when a report is whole and would be taken: faults are told to everybody. */
export const guardReport = async (
  c: Web,
  services: Services,
  { form, report, ageMs }: { form: Posted; report: string; ageMs: number },
): Promise<Passing> => {
  if (ageMs < LEAST_MS) return 'too-fast'
  const place = placeOf(c, services)
  const most = [
    await tryOnce(c, services, REPORT_MOST_BY_PLACE, place),
    await tryOnce(c, services, REPORT_MOST_BY_OFFICE, ''),
  ]
  const beyond = most.find((one) => !one.isAllowed)
  if (beyond) {
    askAgainLater(c, beyond)
    return 'too-many'
  }
  const some = [await tryOnce(c, services, REPORT_BY_PLACE, place), await tryOnce(c, services, REPORT_BY_OFFICE, '')]
  const isSuspect = some.some((one) => !one.isAllowed) || first(form, TRAP) !== ''
  const answered = { report, token: first(form, QUESTION), answer: first(form, ANSWER) }
  if (!isSuspect || isAnswered(c, services, answered)) return 'passes'
  // Nothing was taken: only what is sent counts.
  await forgiveAll(some)
  return 'asks'
}

const forgiveAll = async (tried: readonly Tried[]): Promise<void> => {
  for (const one of tried) await one.forgive()
}
