// The cookies of MIPP: session, parked form, one message over a redirect, language and look.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Services } from '../services.ts'
import type { NoticeData, NoticeTone } from '../ui/notice.tsx'
import type { WebEnv } from '../visitor.ts'

type Web = Context<WebEnv>

const SESSION = 'mipp_session'
const PARKED = 'mipp_parked'
const FLASH = 'mipp_flash'
const HOUR = 3600

const kept = (services: Pick<Services, 'secureCookies'>, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: services.secureCookies, maxAge }) as const

/** `__Host-` keeps other hosts of the regency from planting a session; browsers allow it over TLS only. */
const sessionName = ({ secureCookies }: Pick<Services, 'secureCookies'>): string =>
  secureCookies ? `__Host-${SESSION}` : SESSION

export const sessionToken = (c: Web, services: Services): string | undefined => getCookie(c, sessionName(services))

export const setSession = (c: Web, services: Services, token: string, hours: number): void =>
  setCookie(c, sessionName(services), token, kept(services, hours * HOUR))

export const clearSession = (c: Web, services: Services): void => {
  deleteCookie(c, sessionName(services), { path: '/', secure: services.secureCookies })
}

export const parkedToken = (c: Web): string | undefined => getCookie(c, PARKED)
export const setParked = (c: Web, services: Services, token: string): void =>
  setCookie(c, PARKED, token, kept(services, HOUR))
export const clearParked = (c: Web): void => {
  deleteCookie(c, PARKED, { path: '/' })
}

/** One message for the next page; read once. */
export const setFlash = (c: Web, services: Services, tone: NoticeTone, message: string): void =>
  setCookie(c, FLASH, Buffer.from(JSON.stringify([tone, message.slice(0, 600)])).toString('base64url'), {
    ...kept(services, 60),
    sameSite: 'Strict',
  })

export const takeFlash = (c: Web, words: Record<NoticeTone, string>): NoticeData | undefined => {
  const value = getCookie(c, FLASH)
  if (!value) return undefined
  deleteCookie(c, FLASH, { path: '/' })
  try {
    const [tone, message]: unknown[] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))
    return isTone(tone) && typeof message === 'string' ? { tone, word: words[tone], message } : undefined
  } catch {
    return undefined
  }
}

const isTone = (value: unknown): value is NoticeTone =>
  value === 'info' || value === 'good' || value === 'warning' || value === 'bad'

export const preference = (c: Web, name: 'language' | 'theme'): string | undefined => getCookie(c, `mipp_${name}`)
export const setPreference = (c: Web, services: Services, name: 'language' | 'theme', value: string): void =>
  setCookie(c, `mipp_${name}`, value, kept(services, 365 * 24 * HOUR))
