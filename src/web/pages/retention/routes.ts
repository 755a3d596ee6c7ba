// Retention: the list of what is kept how long, one dossier, the records of destruction; for those who keep the archive or decide.
import type { Context } from 'hono'
import { mayOffice, type OfficeAct } from '../../../core/person/may.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { sendList } from './csv.ts'
import { listPage, proposeHere } from './list-page.tsx'
import { actOnDossier, dossierPage } from './one-page.tsx'
import { decideHere, recordJson, recordPage, recordPdf, recordsPage } from './record-pages.tsx'
import { RETENTION_PATH } from './retention-path.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

export const retentionRoutes = (app: App, services: Services): void => {
  const only = (act: OfficeAct, show: (c: Web, signedIn: SignedIn) => Answer) => (c: Web) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, act) ? show(c, signedIn) : notFoundPage(c, services)
  }
  const see = (show: (c: Web, services: Services) => Answer) => only('see-retention', (c) => show(c, services))
  app.get(RETENTION_PATH, see(listPage))
  app.post(
    RETENTION_PATH,
    only('keep-archive', (c, signedIn) => proposeHere(c, services, signedIn, posted(c))),
  )
  app.get(`${RETENTION_PATH}/list.csv`, see(sendList))
  app.get(`${RETENTION_PATH}/records`, see(recordsPage))
  app.get(`${RETENTION_PATH}/records/:record`, see(recordPage))
  app.get(`${RETENTION_PATH}/records/:record/record.pdf`, see(recordPdf))
  app.get(`${RETENTION_PATH}/records/:record/list.json`, see(recordJson))
  app.post(
    `${RETENTION_PATH}/records/:record`,
    only('decide-destruction', (c, signedIn) => decideHere(c, services, signedIn, posted(c))),
  )
  app.get(`${RETENTION_PATH}/dossiers/:dossier`, see(dossierPage))
  app.post(
    `${RETENTION_PATH}/dossiers/:dossier`,
    only('keep-archive', (c, signedIn) => actOnDossier(c, services, signedIn, posted(c))),
  )
}
