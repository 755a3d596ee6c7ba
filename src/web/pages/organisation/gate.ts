// Officers look at the organisation, administrators change it; for anybody else its pages do not exist.
import type { Context } from 'hono'
import { mayOffice, type OfficeAct } from '../../../core/person/may.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>
type OrganisationAct = Extract<OfficeAct, 'see-organisation' | 'manage-organisation' | 'name-substitute'>

export const forThose =
  (services: Services, act: OrganisationAct, show: (c: Web, signedIn: SignedIn) => Answer) =>
  (c: Web): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, act) ? show(c, signedIn) : notFoundPage(c, services)
  }
