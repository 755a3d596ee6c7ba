// Who calls: a person through a token of theirs, and what that token reaches.
import { findToken } from '../../store/access-tokens.ts'
import { personOf } from '../hats.ts'
import type { Asked, Caller } from './endpoint.ts'
import { bad } from './endpoint.ts'
import type { ProblemFacts } from './problem.ts'

type Found = { ok: true; caller: Caller | null } | { ok: false; problem: ProblemFacts }

/** Nobody without a token; a token that no longer holds is told, and never passes for nobody. */
export const callerOf = async ({ c, services, agency, office, now }: Asked): Promise<Found> => {
  const header = c.req.header('authorization')
  if (header === undefined) return { ok: true, caller: null }
  const [, token] = /^Bearer +([\w-]{1,200})$/i.exec(header) ?? []
  if (!token) return bad('bad-token')
  const found = await findToken(services.store, office, token, { now, today: agency.today })
  if (!found) return bad('bad-token')
  const { token: key, scopes, expiresAt } = found
  return { ok: true, caller: { ...personOf(found, agency), token: key, scopes, expiresAt } }
}
