// The pages of the procedures open to their keepers only; for anybody else they do not exist.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Answer = Response | Promise<Response>

export const forKeepers =
  (services: Services, show: (c: Context<WebEnv>, signedIn: SignedIn) => Answer) =>
  (c: Context<WebEnv>): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'ratify-procedures') ? show(c, signedIn) : notFoundPage(c, services)
  }
