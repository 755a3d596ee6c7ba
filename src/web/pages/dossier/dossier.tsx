// The officer's page of a dossier: shows it, takes what its forms send, and says what came of it.
import type { Context } from 'hono'
import type { Command, Refusal } from '../../../core/dossier/commands.ts'
import type { Order } from '../../../store/handle.ts'
import { DISPOSITION_DEEDS } from '../../disposition-deeds.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { CSRF_FIELD } from '../../ui/form.tsx'
import type { NoticeData } from '../../ui/notice.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { ATTACH, readAttach } from './attach.tsx'
import { type Desk, openDesk, typedInto } from './desk.ts'
import { draftRoutes, sendDraft } from './draft-routes.ts'
import { flashOf } from './flash.ts'
import { explanation } from './late.tsx'
import { LATE_REASON } from './late-fields.tsx'
import { letterRoutes } from './letters/letter-page.tsx'
import { lostTexts } from './lost-texts.ts'
import { moveRoutes } from './move/move-page.tsx'
import { pageCountsOf } from './page-counts.ts'
import { paperRoutes } from './paper-routes.ts'
import { type Reading, readDeed } from './post.ts'
import { sheetRoute } from './sheet-pdf.ts'
import { readSigning, SIGNING_DEEDS } from './signing/deeds.ts'
import { preparedRoutes } from './signing/prepared-routes.ts'
import { tombstonePage } from './tombstone.tsx'
import { DossierView } from './view.tsx'
import { forgetWork, sentWork, typedWork } from './work-form.ts'

type Web = Context<WebEnv>

export const dossierRoutes = (app: App, services: Services): void => {
  for (const path of ['/dossiers/:id', '/dossiers/:id/tasks/:task']) {
    app.get(path, (c) => showDossier(c, services))
    app.post(path, (c) => actOnDossier(c, services))
  }
  app.post('/dossiers/:id/tasks/:task/draft', (c) => keepWork(c, services))
  sheetRoute(app, services)
  moveRoutes(app, services)
  paperRoutes(app, services)
  draftRoutes(app, services)
  letterRoutes(app, services)
  preparedRoutes(app, services)
}

const showDossier = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  const desk = await openDesk(services, visitor, c.req.param('id') ?? '')
  return desk ? dossierPage(c, services, desk) : tombstonePage(c, services, c.req.param('id') ?? '')
}

const keepWork = async (c: Web, services: Services) => {
  const desk = await openDesk(services, c.get('visitor'), c.req.param('id') ?? '')
  const my = desk?.mine.find(({ task }) => task.task === c.req.param('task') && desk.work.has(task.task))
  if (desk && my) await typedWork(services, desk, my.task, posted(c))
  return c.body(null, my ? 204 : 404)
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
  const opened = await openDesk(services, visitor, c.req.param('id') ?? '')
  if (!opened) return notFoundPage(c, services)
  const desk = await withSentWork(services, opened, form)
  const reading = await readForm(services, desk, form)
  switch (reading.kind) {
    case 'answered':
      setFlash(c, services, reading.isGood ? 'good' : 'bad', reading.says)
      return c.redirect(`/dossiers/${desk.dossier.id}`, 303)
    case 'none':
      return refused(c, services, form, visitor.text.common.errors.notAllowed)
    case 'preview':
      return sendDraft(c, services, desk, reading)
    case 'rows':
      return dossierPage(c, services, { ...desk, typed: form })
    case 'faults':
      return dossierPage(c, services, { ...desk, typed: form, faults: reading.faults }, { status: 422 })
    case 'command': {
      const order = {
        agency: visitor.agency.agency.agency,
        dossier: desk.dossier.id,
        by: reading.by,
        command: reading.command,
      }
      const key = commandKey({ person: desk.signedIn.person, form, command: sentOf(form) }, services.newId)
      const handled = await services.handle({ ...order, key })
      if (handled.ok) await explainAlong(services, desk, form, { ...order, key })
      if (handled.ok) return done(c, services, desk, reading.command)
      const message = handled.refusal.sentence[visitor.language]
      return isOfText(handled.refusal)
        ? dossierPage(c, services, { ...desk, typed: form, faults: [{ name: 'text', message }] }, { status: 422 })
        : refused(c, services, form, message)
    }
  }
}

/** What cannot be printed is mended where it was typed. */
const isOfText = ({ code, at }: Refusal): boolean =>
  code === 'invalid-answer' && at?.some(([name]) => name === 'text') === true

/** Why work was late, told in the form that finished it; what is wrong with it was said before. */
const explainAlong = async (services: Services, { dossier }: Desk, form: Posted, { command, key, ...order }: Order) => {
  if (command.type !== 'finish-step' || first(form, LATE_REASON) === '') return
  const explained = explanation(form, command.task)
  const told = await services.handle({ ...order, command: explained, key: `${key}:late` })
  if (!told.ok) services.log.warn({ dossier: dossier.id, refusal: told.refusal.code }, 'a reason was not taken')
}

/** As it was sent: pressed twice it is the same, also when the first press has already changed what stands. */
const sentOf = ({ values, files }: Posted) => ({
  values: Object.entries(values).filter(([name]) => name !== CSRF_FIELD),
  files: files.map(({ field, sha256 }) => [field, sha256]),
})

/** What was filled in at a step of the work is kept before anything is said about it. */
const withSentWork = async (services: Services, desk: Desk, form: Posted): Promise<Desk> => {
  const my = desk.mine.find(({ task }) => task.task === first(form, 'task') && desk.work.has(task.task))
  if (!my || first(form, 'do') !== 'finish') return desk
  const sent = await sentWork(services, desk, my.task, form)
  return { ...desk, work: new Map([...desk.work, [my.task.task, sent]]) }
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
  const lost = isFormThere ? [] : lostTexts(desk, form)
  const notice: NoticeData = { tone: 'bad', word: visitor.text.common.words.bad, message }
  return dossierPage(c, services, again, { notice, status: 409, lost })
}

const readForm = (services: Services, desk: Desk, form: Posted): Promise<Reading> | Reading => {
  const deed = first(form, 'do')
  if (SIGNING_DEEDS.includes(deed)) return readSigning(services, desk, form)
  return deed === ATTACH.deed ? readAttach(services, desk, form) : readDeed(desk, form)
}

/** On to the next piece of work; back to the dossier where more is to be done or to be seen on it. */
const done = async (c: Web, services: Services, before: Desk, command: Command) => {
  const desk = await openDesk(services, { ...before.visitor, now: services.now(), restored: null }, before.dossier.id)
  setFlash(c, services, 'good', flashOf(desk ?? before, before, command))
  const task = 'task' in command && typeof command.task === 'string' ? command.task : null
  if (task !== null && before.work.has(task)) await forgetWork(services, before, task)
  const isStillOpen = desk?.mine.some((my) => my.task.task === task) === true
  const stays = desk !== null && (STAYS.includes(command.type) || isStillOpen || desk.mine.length > 0)
  return c.redirect(stays ? `/dossiers/${before.dossier.id}` : '/work', 303)
}

const STAYS: readonly Command['type'][] = [
  'comment',
  'attach',
  'explain-breach',
  'acknowledge-breach',
  ...DISPOSITION_DEEDS,
]
