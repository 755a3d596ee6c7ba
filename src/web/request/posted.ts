// Reads what a form sent and guards it: same origin, the session's own key; with an ended session it is parked.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { isInForce } from '../../core/person/mandate.ts'
import { sentence } from '../../core/sentence.ts'
import { SWITCH_OFF_PATH } from '../../letters/mail/switch-off.ts'
import { parkForm } from '../../store/parked-forms.ts'
import { personOfSession } from '../../store/sessions.ts'
import { askAgainLater, tryOnce, UPLOAD_BY_OFFICER, UPLOAD_BY_PERSON } from '../pages/account/limits.ts'
import { localPath } from '../pages/account/local-path.ts'
import { messagePage } from '../pages/message.tsx'
import { REPORT_BASE, reportKeeping } from '../pages/report/holder.ts'
import { HELD_FIELD } from '../pages/send-again.tsx'
import { sendOnceMore, signedOutPage } from '../pages/signed-out.tsx'
import type { Services } from '../services.ts'
import { CSRF_FIELD } from '../ui/form.tsx'
import { SIGN_IN_PATH } from '../ui/masthead.tsx'
import { withNamed } from '../uploads/named.ts'
import { isPiece, KEY_HEADER } from '../uploads/piece-request.ts'
import { type Screener, screenPosted } from '../uploads/screen.ts'
import type { SignedIn, WebEnv } from '../visitor.ts'
import { type BodyFault, first, type Posted, readBody } from './body.ts'
import { sessionToken, setFlash, setParked } from './cookies.ts'
import { plainKey } from './csrf.ts'
import { loggedPath } from './log-fault.ts'

type Web = Context<WebEnv>

/** Forms that work without a session, or that none could be harmed by: signing in and out, registering, tracking, language. */
const OPEN_PATHS = ['/sign-in', '/sign-out', '/register', '/reset', '/invitation', '/preferences', '/demo', '/track']

export const readPosted =
  (services: Services): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    // A mail program asks without a page of ours: its sealed address is the key, and nothing it sends is read.
    if (isUnder(c.req.path, SWITCH_OFF_PATH)) return next()
    const { text, signedIn } = c.get('visitor')
    if (!isSameOrigin(c))
      return messagePage(c, services, {
        status: 403,
        tone: 'bad',
        title: text.common.errors.notAllowed,
        message: text.common.errors.crossSite,
      })
    const type = c.req.header('content-type') ?? ''
    if (isUnder(c.req.path, REPORT_BASE)) return readReport(c, services, type, next)
    if (isPiece(c.req.path, type)) return isKeyOf(signedIn, c.req.header(KEY_HEADER)) ? next() : refusePiece(c)
    // Files are only taken from somebody who has, or had, a session: a stranger must not be able to fill the disk.
    const sender = signedIn?.person ?? (type.startsWith('multipart/') ? await whoseSession(c, services) : null)
    if (!sender && type.startsWith('multipart/')) return turnAway(c, services)
    const log = services.log.child({ requestId: c.get('requestId'), path: loggedPath(c.req.path) })
    const kept = { ...keeping(services), log, mayKeep: mayKeep(c, services, sender) }
    const body = await readBody(type, c.env.incoming, kept)
    if (!body.ok) return brokenBody(c, services, body.fault)
    const own = await screenPosted(services, screenerOf(c, sender), body.posted)
    const form = sender ? await withNamed(services, { office: officeOf(c), sender }, own) : own
    c.set('posted', form)
    if (isOpen(c.req.path)) return next()
    if (!signedIn) return askToSignIn(c, services, form)
    if (!isKeyOf(signedIn, first(form, CSRF_FIELD))) return parkAndShow(c, services, form, signedIn)
    return next()
  }

const screenerOf = (c: Web, person: string | null): Screener => {
  const { agency, now } = c.get('visitor')
  return { agency: agency.agency, person, now }
}

const officeOf = (c: Web): string => c.get('visitor').agency.agency.agency

const isKeyOf = (signedIn: SignedIn | null, sent: string | undefined): boolean =>
  signedIn !== null && isSame(plainKey(sent ?? ''), plainKey(signedIn.csrf))

/** The script keeps the file and asks its reader to sign in again. */
const refusePiece = (c: Web): Response => {
  c.env.incoming.resume()
  return c.json({ fault: 'signed-out' }, 401)
}

/** Whoever reports without an account is held by a cookie of the form they opened; without it no file is kept. */
const readReport = async (c: Web, services: Services, type: string, next: Next) => {
  const body = await readBody(type, c.env.incoming, reportKeeping(c, services))
  if (!body.ok) return brokenBody(c, services, body.fault)
  c.set('posted', await screenPosted(services, screenerOf(c, null), body.posted))
  return next()
}

const brokenBody = (c: Web, services: Services, fault: BodyFault) => {
  const { errors, words } = c.get('visitor').text.common
  return messagePage(c, services, {
    status: fault === 'too-big' ? 413 : 400,
    tone: 'bad',
    title: words.bad,
    message: fault === 'too-big' ? errors.bodyTooBig : errors.bodyBroken,
  })
}

const keeping = ({ files, log }: Services) => ({ files, log })

/** Of everybody only so many files are taken within an hour. @param sender null: a stranger's are not taken */
export const mayKeep = (c: Web, services: Services, sender: string | null) => async (): Promise<boolean> => {
  if (sender === null) return false
  const { agency } = c.get('visitor')
  const isOfficer = agency.mandates.some((one) => one.person === sender && isInForce(one, agency.today))
  const tried = await tryOnce(c, services, isOfficer ? UPLOAD_BY_OFFICER : UPLOAD_BY_PERSON, sender)
  if (!tried.isAllowed) askAgainLater(c, tried)
  return tried.isAllowed
}

/**
 * What a form of ours had sent when something broke, to be sent again; null where there was none. Files are not kept:
 * nobody knows yet whether the sender may keep any. A password is typed again.
 */
export const postedBeforeFault = async (c: Web, services: Services): Promise<Posted | null> => {
  if (c.req.method !== 'POST' || !isSameOrigin(c)) return null
  const known = c.get('posted')
  const body = known
    ? { ok: true as const, posted: known }
    : await readBody(c.req.header('content-type') ?? '', c.env.incoming, { files: NOWHERE, log: services.log })
  if (!body.ok || Object.keys(body.posted.values).some((name) => SECRET.test(name))) return null
  // An empty choice of a file sends a part without a name.
  return { ...body.posted, files: body.posted.files.filter((file) => file.name !== '') }
}

const NOWHERE = {
  put: async (body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    for await (const _ of body);
    return { ok: false as const, retry: true, reason: sentence('Tidak disimpan.', 'Not kept.') }
  },
}

export const posted = (c: Web): Posted => c.get('posted') ?? { values: {}, files: [] }

const isOpen = (path: string): boolean => OPEN_PATHS.some((open) => isUnder(path, open))

const isUnder = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`)

/** Compared as hashes, in a time that tells nothing of how much of it was right. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Browsers of the last years send one of the two; a request with neither is not from a form of ours. */
const isSameOrigin = (c: Web): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = c.req.header('origin')
  const host = origin === undefined ? undefined : URL.parse(origin)?.host
  return host !== undefined && host === c.req.header('host')
}

/** The session has ended while somebody was typing: nothing of it is lost, files included. */
const askToSignIn = async (c: Web, services: Services, form: Posted): Promise<Response> => {
  const person = await whoseSession(c, services)
  if (person === null) return turnAway(c, services)
  const back = await park(c, services, form, person)
  setFlash(c, services, 'warning', c.get('visitor').text.common.sessionEnded)
  return c.redirect(`${SIGN_IN_PATH}?to=${encodeURIComponent(back)}`, 303)
}

/** Drawn for somebody who was signed in: it carries the key of a session. */
const isFromPageOfOurs = ({ values }: Posted): boolean => Boolean(values[CSRF_FIELD]?.[0])

const whoseSession = async (c: Web, services: Services): Promise<string | null> => {
  const token = sessionToken(c, services)
  return token ? personOfSession(services.store, c.get('visitor').agency.agency.agency, token) : null
}

/** Whose it was nobody can say. Files are thrown away; what was typed the page holds, if it came from one of ours. */
const turnAway = async (c: Web, services: Services): Promise<Response> => {
  const typed = await postedBeforeFault(c, services)
  return typed && isFromPageOfOurs(typed) ? signedOutPage(c, services, typed) : signInFirst(c)
}

const signInFirst = (c: Web): Response => c.redirect(`${SIGN_IN_PATH}?to=${encodeURIComponent(pageOf(c))}`, 303)

const parkAndShow = async (c: Web, services: Services, form: Posted, signedIn: SignedIn): Promise<Response> => {
  if (form.values[HELD_FIELD]) {
    const typed = await postedBeforeFault(c, services)
    return typed ? sendOnceMore(c, services, typed) : c.redirect('/', 303)
  }
  const back = await park(c, services, form, signedIn.person)
  setFlash(c, services, 'warning', c.get('visitor').text.common.errors.staleForm)
  return c.redirect(back, 303)
}

/** @returns where the form can be seen again, with what was typed */
const park = async (c: Web, services: Services, form: Posted, person: string | null): Promise<string> => {
  const { agency, now } = c.get('visitor')
  const path = pageOf(c)
  if (!person) return path
  const token = services.newToken()
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !isNeverKept(name)))
  await parkForm(services.store, agency.agency.agency, { token, person, path, values, files: form.files, now })
  setParked(c, services, token)
  return `${path}${path.includes('?') ? '&' : '?'}restore=1`
}

/** The key of the session, and what is typed again: a password, the passphrase of a signature. */
const isNeverKept = (name: string): boolean => name === CSRF_FIELD || SECRET.test(name)
const SECRET = /password|passphrase/i

/** The page the form stands on: its own address, never another host's. */
const pageOf = (c: Web): string => {
  const referer = URL.parse(c.req.header('referer') ?? '')
  if (!referer || referer.host !== c.req.header('host')) return '/'
  referer.searchParams.delete('restore')
  return localPath(`${referer.pathname}${referer.search}`, '/')
}
