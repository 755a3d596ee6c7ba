// Lets a person in: a new session each time, so that a planted cookie is worth nothing; the old one ends.
import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { type Instant, inZone } from '../../../core/clock/instant.ts'
import { beginSession, endSession, type FoundSession, findSession, SESSION_HOURS } from '../../../store/sessions.ts'
import { clearSession, sessionToken, setSession } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'

type Web = Context<WebEnv>

/** @returns who is in now, under which hats */
export const letIn = async (c: Web, services: Services, person: string): Promise<FoundSession> => {
  const { agency, now } = c.get('visitor')
  const id = agency.agency.agency
  await endCurrentSession(c, services)
  const token = services.newToken()
  const expiresAt = later(now, { hours: SESSION_HOURS })
  await beginSession(services.store, id, { token, person, csrf: services.newToken(), now, expiresAt })
  setSession(c, services, token, SESSION_HOURS)
  const today = inZone(now, agency.agency.zone).toPlainDate().toString()
  const found = await findSession(services.store, id, token, { now, today, idleSince: later(now, { hours: -1 }) })
  if (!found) throw new Error('A session that has just begun is not there')
  return found
}

/** Ended in the database, not only forgotten by the browser: the cookie is worth nothing afterwards. */
export const endCurrentSession = async (c: Web, services: Services): Promise<void> => {
  const token = sessionToken(c, services)
  if (!token) return
  const { agency, now } = c.get('visitor')
  await endSession(services.store, agency.agency.agency, token, now)
  clearSession(c, services)
}

/** The page on which somebody's work begins. */
export const landingOf = ({
  mandates,
  clients,
  isAdministrator,
}: Pick<FoundSession, 'mandates' | 'clients' | 'isAdministrator'>): string => {
  if (mandates.length > 0) return '/work'
  if (clients.length > 0) return '/mine'
  return isAdministrator ? '/people' : '/'
}

export const later = (now: Instant, by: Temporal.DurationLike): Instant =>
  Temporal.Instant.from(now).add(by).toString({ fractionalSecondDigits: 3 })
