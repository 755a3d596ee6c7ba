// How often somebody may try: per place and per account, counted in the database.
import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { type Instant, instantAt, MINUTE } from '../../../core/clock/instant.ts'
import { countTry, forgiveTry, type Window } from '../../../store/rate-limit.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'

type Web = Context<WebEnv>

export type Limit = { act: string; tries: number; minutes: number }

/** A whole office may sit behind one address; an account is one person's. Only tries that fail count in the end. */
export const SIGN_IN_BY_PLACE: Limit = { act: 'sign-in:place', tries: 50, minutes: 15 }
export const SIGN_IN_BY_ACCOUNT: Limit = { act: 'sign-in:account', tries: 10, minutes: 15 }
/** For a browser that this account is known to use; counted apart, so that guesses from elsewhere do not close it. */
export const SIGN_IN_BY_BROWSER: Limit = { act: 'sign-in:browser', tries: 10, minutes: 15 }
export const REGISTER_BY_PLACE: Limit = { act: 'register:place', tries: 20, minutes: 60 }
export const RESET_BY_PLACE: Limit = { act: 'reset:place', tries: 20, minutes: 60 }
export const RESET_BY_ACCOUNT: Limit = { act: 'reset:account', tries: 3, minutes: 60 }
export const TOKEN_BY_ACCOUNT: Limit = { act: 'token:account', tries: 20, minutes: 60 }
export const CHANGE_BY_ACCOUNT: Limit = { act: 'change-password:account', tries: 10, minutes: 15 }
/** What is not used is cleared away after two days. */
export const UPLOAD_BY_PERSON: Limit = { act: 'upload:person', tries: 120, minutes: 60 }
/** A counter with fifty letters and their enclosures stays below it. */
export const UPLOAD_BY_OFFICER: Limit = { act: 'upload:officer', tries: 900, minutes: 60 }

/** Reports without an account: beyond the first number a question in words is asked, beyond the second nothing is taken. */
export const REPORT_BY_PLACE: Limit = { act: 'report:place', tries: 5, minutes: 60 }
export const REPORT_BY_OFFICE: Limit = { act: 'report:office', tries: 60, minutes: 60 }
export const REPORT_MOST_BY_PLACE: Limit = { act: 'report-most:place', tries: 30, minutes: 60 }
export const REPORT_MOST_BY_OFFICE: Limit = { act: 'report-most:office', tries: 300, minutes: 60 }
export const REPORT_FILE_BY_PLACE: Limit = { act: 'report-file:place', tries: 20, minutes: 60 }
export const REPORT_FILE_BY_OFFICE: Limit = { act: 'report-file:office', tries: 120, minutes: 60 }

/** `waitMinutes` until the window ends. `forgive` takes this try back. */
export type Tried = { isAllowed: boolean; waitMinutes: number; forgive: () => Promise<void> }

/** Counts one try. @param who a place, a mail address or a person; stored as a hash */
export const tryOnce = async (
  c: Web,
  { store }: Services,
  { act, tries, minutes }: Limit,
  who: string,
): Promise<Tried> => {
  const { agency, now } = c.get('visitor')
  const { start, waitMinutes } = windowOf(now, minutes)
  const window: Window = { what: `${act}:${createHash('sha256').update(who).digest('hex')}`, windowStart: start }
  const count = await countTry(store, agency.agency.agency, window)
  return { isAllowed: count <= tries, waitMinutes, forgive: () => forgiveTry(store, agency.agency.agency, window) }
}

/** For programs and browsers; people read it in the sentence of the page. */
export const askAgainLater = (c: Web, { waitMinutes }: Tried): void => c.header('retry-after', String(waitMinutes * 60))

const windowOf = (now: Instant, minutes: number): { start: Instant; waitMinutes: number } => {
  const at = Temporal.Instant.from(now).epochMilliseconds
  const length = minutes * MINUTE
  const start = Math.floor(at / length) * length
  return { start: instantAt(start), waitMinutes: Math.ceil((start + length - at) / MINUTE) }
}

/**
 * The visitor's network address; behind proxies of ours what they wrote, read from the end: whatever stands before
 * the first address that is none of theirs was written by the visitor.
 */
export const placeOf = (c: Web, { isProxy }: Pick<Services, 'isProxy'>): string => {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  let place = c.env.incoming.socket.remoteAddress ?? 'unknown'
  while (isProxy(place)) {
    const before = forwarded.pop() ?? ''
    if (isIP(before) === 0) break
    place = before
  }
  return networkOf(place)
}

/** One household or office has a whole /64 of IPv6: its addresses count as one place. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
