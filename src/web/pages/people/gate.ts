// The people pages open to administrators only; for anybody else they do not exist.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

/** Runs the page for an administrator. */
export const forAdministrators =
  (services: Services, show: (c: Web, signedIn: SignedIn) => Answer) =>
  (c: Web): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'manage-people') ? show(c, signedIn) : notFoundPage(c, services)
  }
