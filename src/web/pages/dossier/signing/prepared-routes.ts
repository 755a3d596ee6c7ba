// The frozen page of a letter that waits for its signature: to print, and as pictures.
import type { Context } from 'hono'
import type { Services } from '../../../services.ts'
import { isWaitingForHand } from '../../../signing/waiting.ts'
import type { App, WebEnv } from '../../../visitor.ts'
import { notFoundPage, paperAwayPage } from '../../message.tsx'
import { openDesk } from '../desk.ts'
import { sendOwnPdf, sendPicture, widthOf } from '../picture.ts'

type Web = Context<WebEnv>

export const preparedRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/unsigned/:code{[0-9A-Z]+\\.pdf}', async (c) => {
    const found = await find(c, services, c.req.param('code').slice(0, -'.pdf'.length))
    if (!found) return notFoundPage(c, services)
    const bytes = await services.files.read(found.sha256)
    return bytes ? sendOwnPdf(c, bytes, found.name) : paperAwayPage(c, services, found.sha256)
  })
  app.get('/dossiers/:id/unsigned/:code/:page{[0-9]+\\.png}', async (c) => {
    const found = await find(c, services, c.req.param('code'))
    const bytes = found && (await services.files.read(found.sha256))
    if (!bytes) return c.notFound()
    const drawn = await services.pictures?.renderPage(bytes, Number.parseInt(c.req.param('page'), 10), widthOf(c))
    return drawn?.ok ? sendPicture(c, drawn.value.png, 'image/png') : c.notFound()
  })
}

const find = async (c: Web, services: Services, code: string) => {
  const desk = await openDesk(services, c.get('visitor'), c.req.param('id') ?? '')
  const letter = desk?.dossier.letters.find((one) => one.checkCode === code)
  return letter && isWaitingForHand(letter) ? (letter.signing?.prepared ?? null) : null
}
