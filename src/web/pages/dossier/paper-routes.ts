// A paper of a dossier: as an attachment to keep, and page by page as a picture; only for those who may see the dossier.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { isPaperHidden, readerOf } from '../../../core/dossier/confidential.ts'
import { factsOf, isInsidePaper } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { type PaperRow, papersOf } from '../../../store/papers.ts'
import { withheldFiles } from '../../../store/withheld-files.ts'
import { drawPage } from '../../draw-page.ts'
import { atDossier } from '../../hats.ts'
import { noteReading } from '../../note-reading.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { noteLook } from '../../secret-access.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage, paperAwayPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { isPicture } from './page-counts.ts'
import { isSmall, sendPicture, widthOf } from './picture.ts'

type Web = Context<WebEnv>

export const paperRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/papers/:paper', async (c) => {
    if (!c.get('visitor').signedIn) return signInFirst(c)
    const found = await findPaper(c, services)
    if (!found) return notFoundPage(c, services)
    const file = await services.files.open(found.sha256)
    if (!file) return paperAwayPage(c, services, found.sha256)
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, {
      ...downloadHeaders(found.name, found.mime),
      'content-length': String(file.bytes),
    })
  })
  app.get('/dossiers/:id/papers/:paper/pages/:page{[0-9]+\\.png}', async (c) => {
    const found = await findPaper(c, services)
    return found ? sendPage(c, services, found) : c.notFound()
  })
}

/** Nothing of a file that is held back, or was not looked at yet, reaches a screen. */
export const sendPage = async (c: Web, services: Services, paper: PaperRow): Promise<Response> => {
  const number = Number.parseInt(c.req.param('page') ?? '', 10)
  if (number < 1 || (await withheldFiles(services.store, [paper.sha256])).size > 0) return c.notFound()
  if (isPicture(paper.mime) && isSmall(c)) return number === 1 ? sendSmall(c, services, paper) : c.notFound()
  if (isPicture(paper.mime)) {
    const bytes = number === 1 ? await services.files.read(paper.sha256) : null
    return bytes ? sendPicture(c, bytes, paper.mime) : c.notFound()
  }
  const drawn = await drawPage(services, paper, { page: number, widthPx: widthOf(c) })
  return drawn?.ok ? sendPicture(c, drawn.value.png, 'image/png') : c.notFound()
}

const sendSmall = async (c: Web, services: Services, { sha256 }: PaperRow): Promise<Response> => {
  const drawn = await services.smallPicture(sha256, () => services.files.read(sha256))
  return drawn?.ok ? sendPicture(c, drawn.value, 'image/jpeg') : c.notFound()
}

/** Null when it is not there or not for this reader. */
export const findPaper = async (c: Web, services: Services): Promise<PaperRow | null> => {
  const { signedIn: reading, agency } = c.get('visitor')
  const id = c.req.param('id') ?? ''
  const office = agency.agency.agency
  const record = reading ? await readDossier(services.store, office, id) : null
  if (!record || !reading) return null
  const signedIn = atDossier(reading, record.procedure)
  const act = isInsidePaper(record.dossier, c.req.param('paper') ?? '') ? 'see-inside' : 'see-dossier'
  const facts = factsOf(record.dossier)
  const look = { office, person: signedIn, dossier: record.dossier, over: 'pages' as const, now: services.now() }
  if (!mayDossier(signedIn.actor, act, facts)) {
    await noteLook(services, { ...look, what: 'dossier', isRefused: true })
    return null
  }
  const procedure = await services.procedureOf(office, record.procedure, record.edition)
  const reader = readerOf(signedIn.actor, record.dossier)
  const paper = (await papersOf(services.store, office, id)).find((one) => one.paper === c.req.param('paper'))
  if (!paper || isPaperHidden(procedure, reader, paper.kind)) return null
  if (mayDossier(signedIn.actor, 'see-inside', facts)) {
    await noteReading(services, { office, person: signedIn, record, procedure })
    await noteLook(services, { ...look, what: 'paper', paper: paper.paper, isRefused: false })
  }
  return paper
}
