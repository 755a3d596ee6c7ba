// Everything once more before it goes to the office: then it is sent, once, however often the button is pressed.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { readDossier } from '../../../store/dossiers.ts'
import { type Draft, dropDraft, findDraft } from '../../../store/drafts.ts'
import { type JudgedForm, judgeForm } from '../../fields/judge-form.ts'
import { submission } from '../../fields/submission.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { questionOf } from './form-page.tsx'
import { showForm } from './form-view.tsx'
import { APPLY_BASES, type Situation, situationOf } from './situation.ts'
import { showSummary } from './summary-view.tsx'

type Web = Context<WebEnv>

export const summaryRoutes = (app: App, services: Services): void => {
  for (const base of APPLY_BASES) addAt(app, services, base)
}

const addAt = (app: App, services: Services, base: (typeof APPLY_BASES)[number]): void => {
  app.get(`${base}/:procedure/summary`, async (c) => {
    const found = situationOf(c, services)
    return found.ok ? look(c, services, found.situation) : found.response
  })
  app.post(`${base}/:procedure/summary`, async (c) => {
    const found = situationOf(c, services)
    return found.ok ? submit(c, services, found.situation) : found.response
  })
}

const look = async (c: Web, services: Services, situation: Situation) => {
  const draft = await draftOf(c, services, situation)
  if (!draft) return c.redirect(situation.at('apply'), 303)
  const judged = await judgeForm(services, questionOf(c, situation, draft))
  if (judged.faults.length > 0) return c.redirect(asking(situation), 303)
  return showSummary(c, services, situation, { draft, judged, seen: fingerprint(draft) })
}

const submit = async (c: Web, services: Services, situation: Situation) => {
  const form = posted(c)
  const draft = await draftOf(c, services, situation)
  if (!draft || draft.id !== first(form, 'draft')) return sentBefore(c, services, situation, first(form, 'draft'))
  const judged = await judgeForm(services, questionOf(c, situation, draft))
  if (judged.faults.length > 0)
    return showForm(c, services, situation, { draft, faults: judged.faults, verdicts: judged.verdicts, status: 422 })
  const seen = fingerprint(draft)
  const { text, language } = c.get('visitor')
  if (seen !== first(form, 'seen')) {
    return showSummary(c, services, situation, {
      draft,
      judged,
      seen,
      trouble: { sentence: text.apply.summary.changed, status: 409 },
    })
  }
  const handled = await hand(c, services, situation, draft, judged)
  if (!handled.ok) {
    const trouble = { sentence: handled.refusal.sentence[language], status: 422 as const }
    return showSummary(c, services, situation, { draft, judged, seen, trouble })
  }
  await dropDraft(services.store, c.get('visitor').agency.agency.agency, draft)
  if (situation.channel === 'order') setFlash(c, services, 'good', text.ways.order.given(handled.number))
  return c.redirect(situation.sentTo(handled.dossier), 303)
}

/** The draft's identity becomes the dossier's and the command's key: a second press finds the same dossier. */
const hand = async (c: Web, services: Services, situation: Situation, draft: Draft, judged: JudgedForm) => {
  const { agency, now } = c.get('visitor')
  const { procedure, signedIn, client, by, channel } = situation
  const office = agency.agency.agency
  return services.handle({
    agency: office,
    dossier: draft.id,
    by,
    key: `${signedIn.person}:${draft.id}`,
    edition: { procedure: procedure.procedure, edition: procedure.edition },
    command: await submission(services, {
      agency,
      procedure,
      client: client.client,
      judged,
      now,
      applicant: channel === 'online' ? signedIn.person : null,
      channel,
    }),
  })
}

/** No such draft any more: it became a dossier a moment ago, or this page is an old one. */
const sentBefore = async (c: Web, services: Services, situation: Situation, id: string) => {
  const { agency, text } = c.get('visitor')
  const sent = (await readDossier(services.store, agency.agency.agency, id))?.dossier
  if (sent && sent.client === situation.client.client) return c.redirect(situation.sentTo(sent.id), 303)
  setFlash(c, services, 'warning', situation.channel === 'order' ? text.ways.order.noDraft : text.apply.summary.noDraft)
  return c.redirect(situation.at('apply'), 303)
}

const draftOf = (c: Web, services: Services, situation: Situation): Promise<Draft | null> =>
  findDraft(services.store, c.get('visitor').agency.agency.agency, situation.draft)

/** What the reader has seen: if another window changed it meanwhile, it is shown again before it is sent. */
const fingerprint = ({ values, files }: Draft): string =>
  createHash('sha256')
    .update(JSON.stringify([values, files]))
    .digest('hex')
    .slice(0, 32)

const asking = (situation: Situation): string => {
  const address = situation.at('apply')
  return `${address}${address.includes('?') ? '&' : '?'}check=1`
}
