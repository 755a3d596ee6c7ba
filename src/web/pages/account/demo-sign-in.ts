// Signing in by role, without a password: only in a database that was created as a demo.
import { personOfDemoRole } from '../../../store/people.ts'
import { hatsLine } from '../../acting.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { landingOf, letIn } from './begin-session.ts'
import { DEMO_SIGN_IN_PATH } from './demo-roles.tsx'
import { localPath } from './local-path.ts'

export const demoRoutes = (app: App, services: Services): void => {
  app.post(DEMO_SIGN_IN_PATH, async (c) => {
    if (!services.isDemo) return notFoundPage(c, services)
    const { agency, text } = c.get('visitor')
    const person = await personOfDemoRole(services.store, agency.agency.agency, first(posted(c), 'role'))
    if (person === null) return notFoundPage(c, services)
    const found = await letIn(c, services, person)
    setFlash(c, services, 'info', text.account.demo.now(hatsLine(found) || found.name))
    return c.redirect(localPath(first(posted(c), 'to'), '') || landingOf(found), 303)
  })
}
