// For administrators: files in which malware was found, who sent them, and what becomes of them.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { QUARANTINE_PATH, type Quarantined, quarantineOf } from '../../../store/quarantine.ts'
import { isUploadId } from '../../../store/uploads.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { QuarantineView } from './quarantine-view.tsx'

type Web = Context<WebEnv>

/** Shorter is no reason that anybody could read later. */
export const REASON_LETTERS = 10

export const quarantineRoutes = (app: App, services: Services): void => {
  app.get(QUARANTINE_PATH, (c) => only(c, services, (signedIn) => show(c, services, signedIn)))
  app.post(`${QUARANTINE_PATH}/:quarantine`, (c) => only(c, services, (signedIn) => decide(c, services, signedIn)))
}

const only = async (c: Web, services: Services, answer: (signedIn: SignedIn) => Promise<Response>) => {
  const { signedIn } = c.get('visitor')
  if (!signedIn) return signInFirst(c)
  return mayOffice(signedIn.actor, 'decide-quarantine') ? answer(signedIn) : notFoundPage(c, services)
}

type Fault = { quarantine: string; reason: string }

const show = async (c: Web, services: Services, { csrf }: SignedIn, fault?: Fault): Promise<Response> => {
  const visitor = c.get('visitor')
  const [files, health] = await Promise.all([
    quarantineOf(services.store, visitor.agency.agency.agency),
    services.scanHealth(),
  ])
  const children = <QuarantineView visitor={visitor} files={files} health={health} csrf={csrf} fault={fault} />
  return page(c, services, { title: visitor.text.quarantine.title, children }, fault ? 422 : 200)
}

const decide = async (c: Web, services: Services, signedIn: SignedIn): Promise<Response> => {
  const { agency, text } = c.get('visitor')
  const found = await findHeld(services, agency.agency.agency, c.req.param('quarantine') ?? '')
  if (!found) return notFoundPage(c, services)
  const form = posted(c)
  const reason = first(form, 'reason').trim()
  if (reason.length < REASON_LETTERS) return show(c, services, signedIn, { quarantine: found.quarantine, reason })
  const state = first(form, 'do') === 'release' ? 'released' : 'destroyed'
  const { quarantine, file } = found
  const isDone = await services.screening.decide(agency.agency.agency, {
    quarantine,
    file,
    state,
    person: signedIn.person,
    reason: reason.slice(0, 500),
  })
  const words = text.quarantine
  const said = state === 'released' ? words.doneReleased : words.doneDestroyed
  setFlash(c, services, isDone ? 'good' : 'warning', isDone ? said : words.tooLate)
  return c.redirect(QUARANTINE_PATH, 303)
}

export const findHeld = async (services: Services, office: string, id: string): Promise<Quarantined | null> => {
  const [found] = isUploadId(id) ? await quarantineOf(services.store, office, id) : []
  return found ?? null
}
