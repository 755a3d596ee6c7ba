// A draft letter as it would be printed now: the PDF, and pictures of it; for whoever sends or initials it.
import type { Context } from 'hono'
import { letterAt } from '../../../core/dossier/acts/draft.ts'
import { type Letter, type Task, taskNamed } from '../../../core/dossier/dossier.ts'
import { foreseenSigner } from '../../../core/dossier/letters/foreseen.ts'
import { blankLetter } from '../../../core/dossier/letters/letter.ts'
import { letterOfTask } from '../../../core/dossier/letters/named.ts'
import { type Written, writtenDraft } from '../../../core/dossier/letters/writing.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type LetterInput, letterDocument } from '../../../letters/from-dossier.ts'
import { type LetterFault, letterFault } from '../../../letters/unprintable.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { messagePage, notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { type Desk, openDesk } from './desk.ts'
import { seatedFor } from './draft-signer.ts'
import { sendOwnPdf, sendPicture, widthOf } from './picture.ts'

type Web = Context<WebEnv>

export const draftRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/tasks/:task/draft.pdf', async (c) => {
    if (!c.get('visitor').signedIn) return signInFirst(c)
    const desk = await openDesk(services, c.get('visitor'), c.req.param('id'))
    return desk ? sendDraft(c, services, desk, { task: c.req.param('task'), written: null }) : notFoundPage(c, services)
  })
  app.get('/dossiers/:id/tasks/:task/draft/:page{[0-9]+\\.png}', async (c) => {
    const desk = await openDesk(services, c.get('visitor'), c.req.param('id'))
    const drafted = desk && (await renderDraft(services, desk, { task: c.req.param('task'), written: null }))
    const drawn = drafted?.ok
      ? await services.pictures?.renderPage(drafted.pdf, Number.parseInt(c.req.param('page'), 10), widthOf(c))
      : undefined
    return drawn?.ok ? sendPicture(c, drawn.value.png, 'image/png') : c.notFound()
  })
}

/** `written`: what is typed now; null shows the draft as it was saved. */
export type DraftWanted = { task: string; written: Written | null }

export const sendDraft = async (c: Web, services: Services, desk: Desk, wanted: DraftWanted) => {
  const drafted = await renderDraft(services, desk, wanted)
  if (!drafted) return notFoundPage(c, services)
  if (drafted.ok) return sendOwnPdf(c, drafted.pdf, `Konsep ${desk.dossier.number}.pdf`)
  const { text, language } = desk.visitor
  const message = drafted.fault.sentence[language]
  return messagePage(c, services, { status: 422, tone: 'warning', title: text.letters.notPrintable, message })
}

const letterName = (procedure: Procedure, { kind, step, letter }: Task): string | null | undefined =>
  kind === 'main' ? stepNamed(procedure, step)?.letter : letter

type Drafted = { ok: true; pdf: Uint8Array } | { ok: false; fault: LetterFault }

const renderDraft = async (services: Services, desk: Desk, wanted: DraftWanted): Promise<Drafted | null> => {
  const input = draftInput(services, desk, wanted)
  if (!input) return null
  const printed = letterDocument(input)
  if (printed.ok) return { ok: true, pdf: await services.renderPdf(printed.document) }
  const fault = letterFault(input)
  return fault && { ok: false, fault }
}

/** The letter of this task as it stands, or with what is typed now. */
export const draftInput = (
  services: Pick<Services, 'publicUrl'>,
  desk: Desk,
  { task: id, written }: DraftWanted,
): LetterInput | null => {
  const { visitor, dossier, procedure, client } = desk
  const task = taskNamed(dossier, id)
  const name = task && letterName(procedure, task)
  if (!task || !name) return null
  const saved = task.kind === 'main' ? letterAt(dossier, id, name) : letterOfTask(dossier, task)
  const standing = saved ?? blankLetter(id, name)
  const letter: Letter = written === null ? standing : { ...standing, draft: writtenDraft(written, standing.draft) }
  return {
    agency: visitor.agency,
    procedure,
    dossier,
    letter,
    client,
    by: seatedFor(desk, foreseenSigner(procedure, { dossier, task, letter })),
    publicUrl: services.publicUrl(visitor.agency.agency.agency),
    at: visitor.now,
  }
}
