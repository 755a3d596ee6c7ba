// Finds out who is asking: agency by host, language, session. Everything after it reads `visitor`.
import type { Context, MiddlewareHandler } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { type AgencyData, agencyOfHost } from '../../core/agency/catalogue.ts'
import { takeParkedForm } from '../../store/parked-forms.ts'
import { findSession, hashToken, IDLE_HOURS } from '../../store/sessions.ts'
import { personOf } from '../hats.ts'
import { keepPreferences } from '../pages/account/preferences.ts'
import { chooserPage } from '../pages/chooser.tsx'
import { notFoundPage } from '../pages/message.tsx'
import type { Services } from '../services.ts'
import { textOf } from '../text/text.ts'
import type { Lang, Theme } from '../ui/masthead.tsx'
import type { SignedIn, Visitor, WebEnv } from '../visitor.ts'
import { type Posted, readBody, type Upload } from './body.ts'
import { clearParked, parkedToken, preference, sessionToken } from './cookies.ts'
import { maskedKey } from './csrf.ts'
import { askedLanguage } from './language.ts'

type Web = Context<WebEnv>

export const visit =
  (services: Services): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const office = agencyOfHost(services.catalogue, c.req.header('host') ?? '')
    const language = languageOf(c, services)
    if (!office) return chooseOffice(c, services, language)
    const now = services.now()
    const agency = await services.living(office, now)
    const stranger: Visitor = {
      agency,
      language,
      theme: themeOf(c, services),
      text: textOf(language),
      signedIn: null,
      requestId: c.get('requestId'),
      now,
      restored: null,
    }
    // Already here, so that there is a page to say it on when the database is away.
    c.set('visitor', stranger)
    const signedIn = await signedInAs(c, services, agency)
    const back = signedIn && c.req.method === 'GET' ? await restored(c, services, agency.agency.agency, signedIn) : null
    c.set('visitor', { ...stranger, signedIn, restored: back })
    // No address of ours has a NUL in it, and the database does not take one.
    if (new URL(c.req.url).pathname.includes('%00')) return notFoundPage(c, services)
    await next()
  }

/** No office has this host: one is chosen, in the reader's language. */
const chooseOffice = async (c: Web, services: Services, language: Lang): Promise<Response> => {
  if (c.req.method !== 'POST')
    return c.html(chooserPage(services, { language, theme: themeOf(c, services), host: c.req.header('host') ?? '' }))
  const body = await readBody('', c.env.incoming, services)
  if (body.ok) keepPreferences(c, services, body.posted)
  return c.redirect('/', 303)
}

const languageOf = (c: Web, services: Services): Lang => {
  const chosen = preference(c, services, 'language')
  return chosen === 'en' || chosen === 'id' ? chosen : askedLanguage(c)
}

const themeOf = (c: Web, services: Services): Theme => {
  const chosen = preference(c, services, 'theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

const signedInAs = async (c: Web, services: Services, office: AgencyData): Promise<SignedIn | null> => {
  const token = sessionToken(c, services)
  if (!token) return null
  const now = services.now()
  const idleSince = Temporal.Instant.from(now).subtract({ hours: IDLE_HOURS }).toString({ fractionalSecondDigits: 3 })
  const found = await findSession(services.store, office.agency.agency, token, { now, today: office.today, idleSince })
  return found
    ? { ...personOf(found, office), csrf: maskedKey(found.csrf, services.newToken()), session: hashToken(token) }
    : null
}

/** Taken only by the page it was typed on, so that another page in between does not swallow it. */
const restored = async (c: Web, services: Services, agency: string, { person }: SignedIn): Promise<Posted | null> => {
  const token = parkedToken(c, services)
  if (!token || c.req.query('restore') !== '1') return null
  clearParked(c, services)
  const parked = await takeParkedForm(services.store, agency, token, person)
  return parked ? { values: parked.values, files: parked.files as Upload[] } : null
}
