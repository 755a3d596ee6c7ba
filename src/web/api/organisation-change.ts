// A change of the organisation by a program: the fault stands at the value that was sent.
import type { Change } from '../../core/organisation/change.ts'
import type { Sentence } from '../../core/sentence.ts'
import { changeNow } from '../organisation/change-now.ts'
import { type Asked, bad, type Caller, type Reply } from './endpoint.ts'

type Refused = Extract<Reply<never>, { ok: false }>

export const change = async (
  { services, agency, now, caller }: Asked & { caller: Caller },
  changes: readonly Change[],
  reason: string | null = null,
): Promise<{ ok: true; warnings: readonly Sentence[] } | Refused> => {
  const outcome = await changeNow({ services, agency, person: caller.person, now }, changes, reason)
  if (outcome.ok) return outcome
  return outcome.at === ''
    ? bad('not-open', outcome.sentence)
    : bad('invalid', undefined, [{ in: 'body', path: `/${outcome.at}`, sentence: outcome.sentence }])
}

/** @returns null when it is done */
export const changed = async (...asked: Parameters<typeof change>): Promise<Refused | null> => {
  const outcome = await change(...asked)
  return outcome.ok ? null : outcome
}
