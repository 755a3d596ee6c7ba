// A browser that its owner has signed in with before: guesses from elsewhere cannot lock the owner out of it.
import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { knownToken, setKnown } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { later } from './begin-session.ts'

type Web = Context<WebEnv>

const DAYS = 180
/** A computer of an office has several people; the oldest is forgotten first. */
const MOST = 8

const shape = z.object({
  kind: z.literal('known-browser'),
  agency: z.string(),
  browser: z.string(),
  emails: z.array(z.string()),
  until: z.string(),
})
type Known = z.infer<typeof shape>

/** After a password or a link from the mailbox has proved who sits there. Lets nobody in: it only counts tries apart. */
export const rememberBrowser = (c: Web, services: Services, email: string): void => {
  const { agency, now } = c.get('visitor')
  const before = open(c, services)
  const others = (before?.emails ?? []).filter((one) => one !== email.toLowerCase())
  const known: Known = {
    kind: 'known-browser',
    agency: agency.agency.agency,
    browser: before?.browser ?? services.newId(),
    emails: [email.toLowerCase(), ...others].slice(0, MOST),
    until: later(now, { hours: 24 * DAYS }),
  }
  setKnown(c, services, Buffer.from(services.seal(JSON.stringify(known))).toString('base64url'), DAYS)
}

/** @returns the name under which the tries of this browser on this account are counted, or null when it is not known */
export const knownBrowser = (c: Web, services: Services, email: string): string | null => {
  const known = open(c, services)
  return known?.emails.includes(email.toLowerCase()) ? `${known.browser}:${email.toLowerCase()}` : null
}

/** Sealed with the key of the installation: nobody can make one, and one of another agency is none. */
const open = (c: Web, services: Services): Known | null => {
  const token = knownToken(c, services)
  if (!token) return null
  const { agency, now } = c.get('visitor')
  try {
    const known = shape.parse(JSON.parse(services.unseal(Buffer.from(token, 'base64url'))))
    const isPast = Temporal.Instant.compare(Temporal.Instant.from(known.until), Temporal.Instant.from(now)) <= 0
    return known.agency === agency.agency.agency && !isPast ? known : null
  } catch {
    return null
  }
}
