// The calendar is open to everybody signed in; changing it to its keepers only.
import type { Context } from 'hono'
import { mayOffice, type OfficeAct } from '../../../core/person/may.ts'
import { listCalendars, type StoredCalendar } from '../../../store/calendars.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

const forWhoMay =
  (act: OfficeAct) =>
  (services: Services, show: (c: Web, signedIn: SignedIn) => Answer) =>
  (c: Web): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, act) ? show(c, signedIn) : notFoundPage(c, services)
  }

export const forReaders = forWhoMay('see-calendar')
export const forCalendarKeepers = forWhoMay('edit-calendar')

export type OnCalendar = { signedIn: SignedIn; calendars: StoredCalendar[]; own: StoredCalendar }

/** Runs the page with the calendar that its address names. */
export const onCalendar = (
  services: Services,
  open: typeof forReaders,
  show: (c: Web, on: OnCalendar) => Answer,
): ((c: Web) => Answer) =>
  open(services, async (c, signedIn) => {
    const calendars = await listCalendars(services.store, c.get('visitor').agency.agency.agency)
    const own = calendars.find((one) => one.calendar === c.req.param('calendar'))
    return own ? show(c, { signedIn, calendars, own }) : notFoundPage(c, services)
  })
