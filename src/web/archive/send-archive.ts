// Sends a dossier as one ZIP by the pages: to officers who see inside it, and to its applicant.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { isPaperHidden, readerOf } from '../../core/dossier/confidential.ts'
import { openDesk } from '../pages/dossier/desk.ts'
import { notFoundPage } from '../pages/message.tsx'
import { requestOf } from '../pages/mine/situation.ts'
import { signInFirst } from '../pages/sign-in-first.ts'
import { downloadHeaders } from '../request/headers.ts'
import { noteLook } from '../secret-access.ts'
import type { Services } from '../services.ts'
import type { App, WebEnv } from '../visitor.ts'
import { type ArchiveSource, archiveContents } from './contents.ts'
import { archiveZip } from './zip.ts'

export const archiveRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/archive.zip', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await openDesk(services, visitor, c.req.param('id'))
    if (!desk) return notFoundPage(c, services)
    const { dossier, events, procedure, signedIn, client } = desk
    const office = visitor.agency.agency.agency
    const look = { office, person: signedIn, dossier, over: 'pages' as const, now: services.now() }
    await noteLook(services, { ...look, what: 'archive', isRefused: false })
    const reader = readerOf(signedIn.actor, dossier)
    const isHidden = (kind: string) => isPaperHidden(procedure, reader, kind)
    const source = { ...visitor, dossier, events, procedure, clientName: client.name, isInside: true, isHidden }
    return send(c, services, source)
  })
  app.get('/mine/:dossier/archive.zip', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const { visitor, ...request } = found.request
    const isHidden = (kind: string) => isPaperHidden(request.procedure, 'applicant', kind)
    return send(c, services, { ...visitor, ...request, isInside: false, isHidden })
  })
}

const send = async (c: Context<WebEnv>, services: Services, source: ArchiveSource): Promise<Response> => {
  const contents = await archiveContents(services, source)
  const stream = archiveZip(services.files, contents)
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, archiveHeaders(contents.number))
}

export const archiveHeaders = (number: string): Record<string, string> =>
  downloadHeaders(`${number.replaceAll(/[^\w.-]+/g, '-')}.zip`, 'application/zip')
