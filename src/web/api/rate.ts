// How often one token, or one address without a token, may ask in a minute; told in the headers before it is too late.
import { Temporal } from 'temporal-polyfill'
import { type Instant, MINUTE } from '../../core/clock/instant.ts'

export type Rate = { isAllowed: boolean; limit: number; left: number; waitSeconds: number }
export type Limiter = (who: string, limit: number, now: Instant) => Rate

/** Counts in this process alone, without a write for every request: two servers let through twice as much. */
export const createLimiter = (): Limiter => {
  const counts = new Map<string, number>()
  let minute = 0
  return (who, limit, now) => {
    const at = Temporal.Instant.from(now).epochMilliseconds
    const current = Math.floor(at / MINUTE)
    if (current !== minute) counts.clear()
    minute = current
    const count = (counts.get(who) ?? 0) + 1
    counts.set(who, count)
    const waitSeconds = Math.ceil(((current + 1) * MINUTE - at) / 1000)
    return { isAllowed: count <= limit, limit, left: Math.max(0, limit - count), waitSeconds }
  }
}

/** draft-ietf-httpapi-ratelimit-headers, and Retry-After (RFC 9110) when it is over. */
export const rateHeaders = ({ isAllowed, limit, left, waitSeconds }: Rate): Record<string, string> => ({
  'ratelimit-policy': `"minute";q=${limit};w=60`,
  ratelimit: `"minute";r=${left};t=${waitSeconds}`,
  ...(isAllowed ? {} : { 'retry-after': String(waitSeconds) }),
})
