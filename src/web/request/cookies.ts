// The cookies of MIPP: session, known browser, parked form, report without an account, one message, language and look.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Services } from '../services.ts'
import type { NoticeData, NoticeTone } from '../ui/notice.tsx'
import type { WebEnv } from '../visitor.ts'

type Web = Context<WebEnv>

const SESSION = 'mipp_session'
const PARKED = 'mipp_parked'
const FLASH = 'mipp_flash'
const KNOWN = 'mipp_known'
const REPORTER = 'mipp_reporter'
const REPORTED = 'mipp_reported'
const HOUR = 3600

const kept = (services: Tls, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: services.secureCookies, maxAge }) as const

type Tls = Pick<Services, 'secureCookies'>

/** `__Host-` keeps other hosts of the regency from planting a session or a message; browsers allow it over TLS only. */
const named = (name: string, { secureCookies }: Tls): string => (secureCookies ? `__Host-${name}` : name)

const read = (c: Web, services: Tls, name: string): string | undefined => getCookie(c, named(name, services))
const clear = (c: Web, services: Tls, name: string): void => {
  deleteCookie(c, named(name, services), { path: '/', secure: services.secureCookies })
}

export const sessionToken = (c: Web, services: Tls): string | undefined => read(c, services, SESSION)
export const setSession = (c: Web, services: Tls, token: string, hours: number): void =>
  setCookie(c, named(SESSION, services), token, kept(services, hours * HOUR))
export const clearSession = (c: Web, services: Tls): void => clear(c, services, SESSION)

export const parkedToken = (c: Web, services: Tls): string | undefined => read(c, services, PARKED)
export const setParked = (c: Web, services: Tls, token: string): void =>
  setCookie(c, named(PARKED, services), token, kept(services, HOUR))
export const clearParked = (c: Web, services: Tls): void => clear(c, services, PARKED)

export const knownToken = (c: Web, services: Tls): string | undefined => read(c, services, KNOWN)
export const setKnown = (c: Web, services: Tls, sealed: string, days: number): void =>
  setCookie(c, named(KNOWN, services), sealed, { ...kept(services, days * 24 * HOUR), sameSite: 'Strict' })

/** Of somebody without an account, while they write a report: it names nobody, and ends with the day. */
export const reporterToken = (c: Web, services: Tls): string | undefined => read(c, services, REPORTER)
export const setReporter = (c: Web, services: Tls, sealed: string, hours: number): void =>
  setCookie(c, named(REPORTER, services), sealed, kept(services, hours * HOUR))

/** Which report was sent just now, for the page that shows its code. */
export const reportedToken = (c: Web, services: Tls): string | undefined => read(c, services, REPORTED)
export const setReported = (c: Web, services: Tls, sealed: string, hours: number): void =>
  setCookie(c, named(REPORTED, services), sealed, { ...kept(services, hours * HOUR), sameSite: 'Strict' })
export const clearReported = (c: Web, services: Tls): void => clear(c, services, REPORTED)

/** One message for the next page; read once. */
export const setFlash = (c: Web, services: Tls, tone: NoticeTone, message: string): void =>
  setCookie(
    c,
    named(FLASH, services),
    Buffer.from(JSON.stringify([tone, message.slice(0, 600)])).toString('base64url'),
    {
      ...kept(services, 60),
      sameSite: 'Strict',
    },
  )

export const takeFlash = (c: Web, services: Tls, words: Record<NoticeTone, string>): NoticeData | undefined => {
  const value = read(c, services, FLASH)
  if (!value) return undefined
  clear(c, services, FLASH)
  try {
    const [tone, message]: unknown[] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))
    return isTone(tone) && typeof message === 'string' ? { tone, word: words[tone], message } : undefined
  } catch {
    return undefined
  }
}

const isTone = (value: unknown): value is NoticeTone =>
  value === 'info' || value === 'good' || value === 'warning' || value === 'bad'

export const preference = (c: Web, services: Tls, name: 'language' | 'theme'): string | undefined =>
  read(c, services, `mipp_${name}`)
export const setPreference = (c: Web, services: Tls, name: 'language' | 'theme', value: string): void =>
  setCookie(c, named(`mipp_${name}`, services), value, kept(services, 365 * 24 * HOUR))
