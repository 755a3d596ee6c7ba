// Somebody with several posts chooses which one is tried first; leads back to the page they came from.
import { chooseHat } from '../../../store/sessions.ts'
import { hatName } from '../../acting.ts'
import { hatKey, mayWear } from '../../hats.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { HAT_PATH } from '../../ui/hat-switch.tsx'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { localPath } from './local-path.ts'

export const hatRoutes = (app: App, services: Services): void => {
  app.post(HAT_PATH, async (c) => {
    const { signedIn, agency, text } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    const wanted = first(posted(c), 'hat')
    const chosen = signedIn.hats.find((hat) => mayWear(hat) && hatKey(hat) === wanted)
    if (!chosen && wanted !== '') return notFoundPage(c, services)
    await chooseHat(services.store, agency.agency.agency, { session: signedIn.session, hat: wanted })
    setFlash(c, services, 'good', chosen ? text.acting.chosen(hatName(chosen)) : text.acting.noneChosen)
    return c.redirect(localPath(first(posted(c), 'back'), '/'), 303)
  })
}
