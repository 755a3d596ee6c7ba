// The disposition sheet as a PDF, in the state of this moment.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { dispositionSheetDocument } from '../../../letters/disposition-sheet.ts'
import type { PaperSize, TypstDocument } from '../../../letters/document.ts'
import { agencyLetterhead } from '../../../letters/letterhead.ts'
import { noteLook } from '../../secret-access.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { agendaEntryOf } from './agenda-entry.ts'
import { type Desk, openDesk } from './desk.ts'
import { sendOwnPdf } from './picture.ts'
import { incomingOf, sheetBlocks } from './sheet-blocks.ts'
import { sheetTree } from './sheet-tree.ts'

export const sheetRoute = (app: App, services: Services): void => {
  app.get('/dossiers/:id/disposition-sheet.pdf', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await openDesk(services, visitor, c.req.param('id'))
    const sheet = desk && { ...desk, office: visitor.agency, now: visitor.now }
    if (!sheet || !hasSheet(sheet)) return notFoundPage(c, services)
    const look = { office: visitor.agency.agency.agency, person: visitor.signedIn, dossier: sheet.dossier }
    await noteLook(services, { ...look, now: services.now(), what: 'sheet', over: 'pages', isRefused: false })
    const size = SHEET_SIZES.find((one) => one === c.req.query('paper'))
    const bytes = await services.renderPdf(sheetDocument(sheet, size))
    return sendOwnPdf(c, bytes, sheetName(sheet))
  })
}

export type PrintedSheet = Pick<Desk, 'procedure' | 'dossier' | 'client' | 'books'> & {
  office: AgencyData
  now: Instant
}

const inputOf = ({ office, procedure, dossier }: PrintedSheet) => ({ agency: office.agency, procedure, dossier })

/** A procedure in which nobody disposes has none. */
export const hasSheet = (sheet: PrintedSheet): boolean => sheetBlocks(inputOf(sheet)).length > 0

export const sheetName = ({ dossier }: PrintedSheet): string => `Lembar Disposisi ${dossier.number}.pdf`

/** Without a wish the sheet chooses by what stands on it. */
export const SHEET_SIZES = ['half-folio', 'a4', 'f4'] as const satisfies readonly PaperSize[]

export const sheetDocument = (sheet: PrintedSheet, size: PaperSize | undefined): TypstDocument => {
  const { office, now, dossier, client, books } = sheet
  const entered = agendaEntryOf(dossier, books)
  const { agency, arms } = office
  return dispositionSheetDocument({
    letterhead: agencyLetterhead(agency, arms ?? null),
    zone: agency.zone,
    createdAt: now,
    dossierNumber: dossier.number,
    incoming: { from: client.name, ...incomingOf(dossier), subject: dossier.subject },
    receivedOn: entered?.receivedOn ?? null,
    agendaNumber: entered?.number ?? '',
    urgency: entered?.urgency ?? null,
    secrecy: dossier.secrecy,
    instructions: agency.instructions,
    dispositions: sheetBlocks(inputOf(sheet)),
    tree: sheetTree(agency, dossier),
    ...(size ? { paper: size } : {}),
  })
}
