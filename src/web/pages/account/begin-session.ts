// Lets a person in: a new session each time, so that a planted cookie is worth nothing; the old one ends.
import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../../core/clock/instant.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { beginSession, endSession, findSession, SESSION_HOURS } from '../../../store/sessions.ts'
import { personOf } from '../../hats.ts'
import { clearSession, sessionToken, setSession } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import type { Person, WebEnv } from '../../visitor.ts'

type Web = Context<WebEnv>

/** @returns who is in now, under which hats */
export const letIn = async (c: Web, services: Services, person: string): Promise<Person> => {
  const { agency, now } = c.get('visitor')
  const id = agency.agency.agency
  await endCurrentSession(c, services)
  const token = services.newToken()
  const expiresAt = later(now, { hours: SESSION_HOURS })
  await beginSession(services.store, id, { token, person, csrf: services.newToken(), now, expiresAt })
  setSession(c, services, token, SESSION_HOURS)
  const at = { now, today: agency.today, idleSince: later(now, { hours: -1 }) }
  const found = await findSession(services.store, id, token, at)
  if (!found) throw new Error('A session that has just begun is not there')
  return personOf(found, agency)
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
export const landingOf = ({ actor }: Person): string => {
  if (mayOffice(actor, 'see-work')) return '/work'
  if (mayOffice(actor, 'apply')) return '/mine'
  return actor.isAdministrator ? '/people' : '/'
}

export const later = (now: Instant, by: Temporal.DurationLike): Instant =>
  Temporal.Instant.from(now).add(by).toString({ fractionalSecondDigits: 3 })
