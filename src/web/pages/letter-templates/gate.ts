// The pages of letter texts open to whoever may write them; for anybody else they do not exist.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { readTemplateDraft, type TemplateDraft } from '../../../store/letter-template-drafts.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

export const forWriters =
  (services: Services, show: (c: Web, signedIn: SignedIn) => Answer) =>
  (c: Web): Answer => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'edit-letters') ? show(c, signedIn) : notFoundPage(c, services)
  }

/** Runs the page with the draft of its address. */
export const forTemplateDraft = (
  services: Services,
  show: (c: Web, signedIn: SignedIn, draft: TemplateDraft) => Answer,
): ((c: Web) => Answer) =>
  forWriters(services, async (c, signedIn) => {
    const { agency } = c.get('visitor').agency.agency
    const draft = await readTemplateDraft(services.store, agency, c.req.param('draft') ?? '')
    return draft && draft.letter === c.req.param('letter') ? show(c, signedIn, draft) : notFoundPage(c, services)
  })
