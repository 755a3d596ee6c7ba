// The form of a service: filled in over as many visits as it takes, checked whole when it is sent on.
import type { Context } from 'hono'
import type { FieldFault } from '../../../core/procedure/form.ts'
import { type Draft, findDraft } from '../../../store/drafts.ts'
import { judgeForm } from '../../fields/judge-form.ts'
import { CHECK_NAME } from '../../fields/name-answer.tsx'
import { ROW } from '../../fields/table-rows.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { showForm } from './form-view.tsx'
import { type Keeping, keepSent, keepTyped } from './keep-draft.ts'
import { APPLY_BASES, type Situation, situationOf } from './situation.ts'

type Web = Context<WebEnv>

export const formRoutes = (app: App, services: Services): void => {
  for (const base of APPLY_BASES) addAt(app, services, base)
}

const addAt = (app: App, services: Services, base: (typeof APPLY_BASES)[number]): void => {
  app.get(`${base}/:procedure/apply`, async (c) => {
    const found = situationOf(c, services)
    return found.ok ? openForm(c, services, found.situation) : found.response
  })
  app.post(`${base}/:procedure/apply`, async (c) => {
    const found = situationOf(c, services)
    return found.ok ? sendOn(c, services, found.situation) : found.response
  })
  app.post(`${base}/:procedure/draft`, async (c) => {
    const found = situationOf(c, services)
    return found.ok ? keep(c, services, found.situation) : found.response
  })
}

/** `?check=1`: came back because something is not right yet. */
const openForm = async (c: Web, services: Services, situation: Situation) => {
  const { restored, agency } = c.get('visitor')
  const kept = restored ? await keepSent(services, keepingOf(c, situation, restored)) : null
  const draft = kept?.draft ?? (await findDraft(services.store, agency.agency.agency, situation.draft))
  if (draft && c.req.query('check') === '1') {
    const judged = await judgeForm(services, questionOf(c, situation, draft))
    return showForm(c, services, situation, { draft, faults: judged.faults, verdicts: judged.verdicts })
  }
  return showForm(c, services, situation, { draft, faults: kept?.faults ?? [] })
}

const sendOn = async (c: Web, services: Services, situation: Situation) => {
  const form = posted(c)
  const { draft, faults } = await keepSent(services, keepingOf(c, situation, form))
  if (first(form, ROW) !== '') return showForm(c, services, situation, { draft, faults })
  const judged = await judgeForm(services, questionOf(c, situation, draft))
  const [what, field = ''] = first(form, 'do').split(':')
  if (what === CHECK_NAME) return showForm(c, services, situation, nameOnly(draft, faults, judged, field))
  const all = [...faults, ...judged.faults]
  if (all.length > 0)
    return showForm(c, services, situation, { draft, faults: all, verdicts: judged.verdicts, status: 422 })
  return c.redirect(situation.at('summary'), 303)
}

/** Asked about one name: the rest of the form is not finished and not judged. */
const nameOnly = (
  draft: Draft,
  uploads: readonly FieldFault[],
  judged: Awaited<ReturnType<typeof judgeForm>>,
  field: string,
) => ({
  draft,
  faults: [...uploads, ...judged.faults.filter((fault) => fault.field === field)],
  verdicts: judged.verdicts,
})

/** A script is answered without a page; the button "save" leads back to the form. */
const keep = async (c: Web, services: Services, situation: Situation) => {
  const form = posted(c)
  const keeping = keepingOf(c, situation, form)
  if (first(form, 'do') !== 'save') {
    await keepTyped(services, keeping)
    return c.body(null, 204)
  }
  const { draft, faults } = await keepSent(services, keeping)
  if (faults.length > 0) return showForm(c, services, situation, { draft, faults, status: 422 })
  setFlash(c, services, 'good', c.get('visitor').text.apply.form.saved)
  return c.redirect(situation.at('apply'), 303)
}

const keepingOf = (c: Web, situation: Situation, form: Keeping['posted']): Keeping => {
  const { agency, now } = c.get('visitor')
  return { agency: agency.agency.agency, procedure: situation.procedure, key: situation.draft, posted: form, now }
}

export const questionOf = (c: Web, { procedure, client }: Situation, draft: Draft) => ({
  agency: c.get('visitor').agency,
  procedure,
  client: client.client,
  values: draft.values,
  files: draft.files,
  dossier: draft.id,
  papers: [],
})
