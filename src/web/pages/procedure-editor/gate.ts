// The pages of a draft open to whoever may edit procedures; for anybody else they do not exist.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { type ProcedureDraft, readProcedureDraft } from '../../../store/procedure-drafts.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

export const forEditors =
  (services: Services, show: (c: Web, signedIn: SignedIn) => Answer) =>
  (c: Web): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'edit-procedures') ? show(c, signedIn) : notFoundPage(c, services)
  }

/** Runs the page with the draft of its address. */
export const forDraft = (
  services: Services,
  show: (c: Web, signedIn: SignedIn, draft: ProcedureDraft) => Answer,
): ((c: Web) => Answer) =>
  forEditors(services, async (c, signedIn) => {
    const { agency } = c.get('visitor').agency.agency
    const draft = await readProcedureDraft(services.store, agency, c.req.param('draft') ?? '')
    return draft ? show(c, signedIn, draft) : notFoundPage(c, services)
  })
