// The officer's page of a dossier: shows it, takes what its forms send, and says what came of it.
import type { Context } from 'hono'
import type { Command } from '../../../core/dossier/commands.ts'
import { askedFor } from '../../fields/attachment.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { positionSentence } from '../../story/waiting.ts'
import type { NoticeData } from '../../ui/notice.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { ATTACH, readAttach } from './attach.tsx'
import { type Desk, openDesk, typedInto } from './desk.ts'
import { draftRoutes, sendDraft } from './draft-routes.ts'
import { pageCountsOf } from './page-counts.ts'
import { paperRoutes } from './paper-routes.ts'
import { readDeed } from './post.ts'
import { sheetRoute } from './sheet-pdf.ts'
import { DossierView } from './view.tsx'

type Web = Context<WebEnv>

export const dossierRoutes = (app: App, services: Services): void => {
  for (const path of ['/dossiers/:id', '/dossiers/:id/tasks/:task']) {
    app.get(path, (c) => showDossier(c, services))
    app.post(path, (c) => actOnDossier(c, services))
  }
  sheetRoute(app, services)
  paperRoutes(app, services)
  draftRoutes(app, services)
}

const showDossier = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  const desk = await openDesk(services, visitor, c.req.param('id') ?? '')
  return desk ? dossierPage(c, services, desk) : notFoundPage(c, services)
}

type Shown = { notice?: NoticeData; status?: 200 | 409 | 422; lost?: string[] }

const RENEW_SECONDS = 2

const dossierPage = async (c: Web, services: Services, desk: Desk, { notice, status = 200, lost = [] }: Shown = {}) => {
  const isRenewing = status === 200 && isAtWork(desk)
  // A header renews the page also without scripts.
  if (isRenewing) c.header('refresh', String(RENEW_SECONDS))
  const pageCounts = await pageCountsOf(services, desk.papers)
  const view = (
    <DossierView
      desk={desk}
      first={c.req.param('task') ?? null}
      pageCounts={pageCounts}
      isRenewing={isRenewing}
      lost={lost}
    />
  )
  return page(c, services, { title: `${desk.dossier.number} ${desk.dossier.subject}`, notice, children: view }, status)
}

/** Only whoever set the system to work waits before the page; after some minutes it is left to them to look again. */
const isAtWork = ({ mine, visitor, typed }: Desk): boolean =>
  typed === null &&
  mine.some(
    ({ task }) => task.effectSince !== null && Date.parse(visitor.now) - Date.parse(task.effectSince) < PATIENCE_MS,
  )

const PATIENCE_MS = 5 * 60_000

const actOnDossier = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const form = posted(c)
  const desk = await openDesk(services, visitor, c.req.param('id') ?? '')
  if (!desk) return notFoundPage(c, services)
  const reading = first(form, 'do') === ATTACH.deed ? await readAttach(services, desk, form) : readDeed(desk, form)
  switch (reading.kind) {
    case 'none':
      return refused(c, services, form, visitor.text.common.errors.notAllowed)
    case 'preview':
      return sendDraft(c, services, desk, reading)
    case 'faults':
      return dossierPage(c, services, { ...desk, typed: form, faults: reading.faults }, { status: 422 })
    case 'command': {
      const order = {
        agency: visitor.agency.agency.agency,
        dossier: desk.dossier.id,
        by: reading.by,
        command: reading.command,
      }
      const key = commandKey({ person: desk.signedIn.person, form, command: askedFor(reading.command) }, services.newId)
      const handled = await services.handle({ ...order, key })
      return handled.ok
        ? done(c, services, desk, reading.command)
        : refused(c, services, form, handled.refusal.sentence[visitor.language])
    }
  }
}

/** The page as it is now, with the reason, and with what was typed: in its form, or beside it if that has gone. */
const refused = async (c: Web, services: Services, form: Posted, message: string) => {
  const visitor = c.get('visitor')
  const desk = await openDesk(services, { ...visitor, now: services.now() }, c.req.param('id') ?? '')
  if (!desk) return notFoundPage(c, services)
  const again = { ...desk, typed: form }
  const isFormThere =
    desk.mine.some(({ task }) => typedInto(again, { deed: first(form, 'do'), task: task.task })) ||
    ['comment', ATTACH.deed].includes(first(form, 'do'))
  const lost = isFormThere
    ? []
    : ['note', 'reason', 'draft'].map((name) => first(form, name).trim()).filter((text) => text !== '')
  const notice: NoticeData = { tone: 'bad', word: visitor.text.common.words.bad, message }
  return dossierPage(c, services, again, { notice, status: 409, lost })
}

/** On to the next piece of work; back to the dossier where more is to be done or to be seen on it. */
const done = async (c: Web, services: Services, before: Desk, command: Command) => {
  const desk = await openDesk(services, { ...before.visitor, now: services.now(), restored: null }, before.dossier.id)
  setFlash(c, services, 'good', flashOf(desk ?? before, before, command))
  const task = 'task' in command && typeof command.task === 'string' ? command.task : null
  const isStillOpen = desk?.mine.some((my) => my.task.task === task) === true
  const stays =
    desk !== null && (command.type === 'comment' || command.type === 'attach' || isStillOpen || desk.mine.length > 0)
  return c.redirect(stays ? `/dossiers/${before.dossier.id}` : '/work', 303)
}

const flashOf = (desk: Desk, before: Desk, command: Command): string => {
  const words = desk.visitor.text.office.dossier
  switch (command.type) {
    case 'return':
      return words.doneReturned(desk.dossier.subject)
    case 'reject':
      return words.doneRejected(desk.dossier.subject)
    case 'comment':
      return words.doneComment
    case 'attach':
      return desk.visitor.text.attach.done
    case 'take':
      return words.doneTaken
    case 'release':
      return words.doneReleased
    case 'override-proof':
      return words.doneOverridden
    default:
      return finishedFlash(desk, before, command)
  }
}

const finishedFlash = (desk: Desk, before: Desk, command: Command): string => {
  const words = desk.visitor.text.office.dossier
  const task = desk.mine.find((my) => 'task' in command && my.task.task === command.task)?.task
  if (task?.effectSince) return words.doneStarted
  const { visitor, waits, dossier } = desk
  if (task) return words.doneAsked(waits.flatMap((wait) => wait.initials).join(', '))
  const position = positionSentence({
    waits,
    status: dossier.status,
    language: visitor.language,
    zone: visitor.agency.agency.zone,
    now: visitor.now,
  })
  const number = dossier.agenda?.number
  return number && !before.dossier.agenda
    ? words.doneAgenda(dossier.subject, number, position)
    : words.done(dossier.subject, position)
}
