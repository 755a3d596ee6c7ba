// The disposition sheet as a PDF, in the state of this moment.
import { dispositionSheetDocument } from '../../../letters/disposition-sheet.ts'
import type { PaperSize } from '../../../letters/document.ts'
import { agencyLetterhead } from '../../../letters/letterhead.ts'
import { noteLook } from '../../secret-access.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { type Desk, openDesk } from './desk.ts'
import { sendOwnPdf } from './picture.ts'
import { incomingOf, sheetBlocks } from './sheet-blocks.ts'
import { sheetTree } from './sheet-tree.ts'

export const sheetRoute = (app: App, services: Services): void => {
  app.get('/dossiers/:id/disposition-sheet.pdf', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await openDesk(services, visitor, c.req.param('id'))
    if (!desk || sheetBlocks(inputOf(desk)).length === 0) return notFoundPage(c, services)
    const look = { office: visitor.agency.agency.agency, person: visitor.signedIn, dossier: desk.dossier }
    await noteLook(services, { ...look, now: services.now(), what: 'sheet', over: 'pages', isRefused: false })
    const size = SIZES.find((one) => one === c.req.query('paper'))
    const bytes = await services.renderPdf(sheetDocument(desk, size))
    return sendOwnPdf(c, bytes, `Lembar Disposisi ${desk.dossier.number}.pdf`)
  })
}

const inputOf = ({ visitor, procedure, dossier }: Desk) => ({ agency: visitor.agency.agency, procedure, dossier })

/** Without a wish the sheet chooses by what stands on it. */
const SIZES: readonly PaperSize[] = ['half-folio', 'a4', 'f4']

const sheetDocument = (desk: Desk, size: PaperSize | undefined) => {
  const { visitor, dossier, client } = desk
  const { agency } = visitor.agency
  return dispositionSheetDocument({
    letterhead: agencyLetterhead(agency, null),
    zone: agency.zone,
    createdAt: visitor.now,
    dossierNumber: dossier.number,
    incoming: { from: client.name, ...incomingOf(dossier), subject: dossier.subject },
    receivedOn: dossier.agenda?.receivedOn ?? null,
    agendaNumber: dossier.agenda?.number ?? '',
    urgency: dossier.agenda?.urgency ?? null,
    secrecy: dossier.secrecy,
    instructions: agency.instructions,
    dispositions: sheetBlocks(inputOf(desk)),
    tree: sheetTree(agency, dossier),
    ...(size ? { paper: size } : {}),
  })
}
