// Keying in a paper letter: kept while it is typed, judged whole, filed once however often the button is pressed.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { legible } from '../../../core/dossier/legible.ts'
import { fieldsOf, tidyForm } from '../../../core/procedure/form.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { type Draft, dropDraft, findDraft, saveDraft } from '../../../store/drafts.ts'
import { membersOf } from '../../../store/members.ts'
import { APPLICANT, counterFaults } from '../../fields/counter-faults.ts'
import { type JudgedForm, judgeForm } from '../../fields/judge-form.ts'
import { judgeName, type NameField } from '../../fields/judge-name.ts'
import { CHECK_NAME, Verdict } from '../../fields/name-answer.tsx'
import { submission } from '../../fields/submission.ts'
import { ROW } from '../../fields/table-rows.ts'
import { keepKnown, typedForm } from '../../fields/typed-form.ts'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { keepSent, keepTyped } from '../apply/keep-draft.ts'
import { type CounterState, showCounterForm } from './form-view.tsx'
import { type Counter, counterOf } from './situation.ts'

type Web = Context<WebEnv>

export const counterFormRoutes = (app: App, services: Services): void => {
  app.get('/counter/:procedure', (c) => atCounter(c, services, openForm))
  app.post('/counter/:procedure', (c) => atCounter(c, services, file))
  app.post('/counter/:procedure/draft', (c) => atCounter(c, services, keep))
  app.get('/counter/:procedure/check-name', (c) => atCounter(c, services, checkName))
}

type Answering = (c: Web, services: Services, counter: Counter) => Response | Promise<Response>

const atCounter = async (c: Web, services: Services, answer: Answering): Promise<Response> => {
  const found = await counterOf(c, services)
  return found.ok ? answer(c, services, found.counter) : found.response
}

/** The draft is there from the start: its identity becomes the dossier's, so that sending twice makes one. */
const openForm: Answering = async (c, services, counter) => {
  const { restored, agency, now } = c.get('visitor')
  const office = agency.agency.agency
  const kept = restored ? await keepSent(services, keepingOf(c, counter, restored)) : null
  const before = kept?.draft ?? (await findDraft(services.store, office, counter.draft))
  const draft =
    before ??
    (await saveDraft(services.store, office, {
      key: counter.draft,
      newId: services.newId(),
      values: {},
      files: [],
      now,
    }))
  return show(c, services, counter, { draft, faults: kept?.faults ?? [], applicant: first(restored, APPLICANT) })
}

const file: Answering = async (c, services, counter) => {
  const { agency, text } = c.get('visitor')
  const form = posted(c)
  const office = agency.agency.agency
  const id = first(form, 'draft')
  if (await isFiled(c, services, counter, form)) return c.redirect(receiptOf(id), 303)
  const { draft, faults } = await keepSent(services, keepingOf(c, counter, form))
  // Pressed twice: the other press has filed the draft just now, and what was kept here is a copy of it.
  if (draft.id !== id && (await isFiled(c, services, counter, form))) {
    await dropDraft(services.store, office, draft)
    return c.redirect(receiptOf(id), 303)
  }
  const applicant = first(form, APPLICANT)
  if (first(form, ROW) !== '') return show(c, services, counter, { draft, applicant, faults })
  const judged = await judgeForm(services, questionOf(c, counter, draft))
  const [what, field = ''] = first(form, 'do').split(':')
  if (what === CHECK_NAME) {
    const named = judged.faults.filter((fault) => fault.field === field)
    return show(c, services, counter, { draft, applicant, faults: [...faults, ...named], verdicts: judged.verdicts })
  }
  const asked = { office, client: counter.client.client, applicant, judged }
  const all = [...faults, ...judged.faults, ...(await counterFaults(services.store, asked))]
  if (all.length > 0)
    return show(c, services, counter, { draft, applicant, faults: all, verdicts: judged.verdicts, status: 422 })
  if (draft.id !== id)
    return show(c, services, counter, {
      draft,
      applicant,
      faults: [],
      trouble: text.office.counter.changed,
      status: 409,
    })
  return hand(c, services, counter, { draft, applicant, judged })
}

/** The very letter of this form. Somebody who goes back in the browser and keys in the next one means another. */
const isFiled = async (c: Web, services: Services, counter: Counter, form: Posted): Promise<boolean> => {
  const { agency } = c.get('visitor').agency
  const { procedure, client } = counter
  const dossier = (await readDossier(services.store, agency.agency, first(form, 'draft')))?.dossier
  if (dossier?.channel !== 'counter' || dossier.client !== client.client) return false
  const typed = tidyForm(procedure, typedForm(procedure, keepKnown(procedure, form)), agency.names)
  return isDeepStrictEqual(legible(typed), dossier.form)
}

type Handing = { draft: Draft; applicant: string; judged: JudgedForm }

const hand = async (c: Web, services: Services, counter: Counter, { draft, applicant, judged }: Handing) => {
  const { agency, language } = c.get('visitor')
  const { procedure, edition } = counter.procedure
  const office = agency.agency.agency
  const handled = await services.handle({
    agency: office,
    dossier: draft.id,
    by: counter.by,
    key: `${counter.signedIn.person}:${draft.id}`,
    edition: { procedure, edition },
    command: await submission(services, {
      agency: c.get('visitor').agency,
      procedure: counter.procedure,
      client: counter.client.client,
      judged,
      now: c.get('visitor').now,
      applicant: applicant === '' ? null : applicant,
      channel: 'counter',
    }),
  })
  if (!handled.ok) {
    return show(c, services, counter, {
      draft,
      applicant,
      faults: [],
      trouble: handled.refusal.sentence[language],
      status: 409,
    })
  }
  await dropDraft(services.store, office, draft)
  return c.redirect(receiptOf(draft.id), 303)
}

/** A script is answered without a page; the button "save" leads back to the form. */
const keep: Answering = async (c, services, counter) => {
  const form = posted(c)
  const keeping = keepingOf(c, counter, form)
  if (first(form, 'do') !== 'save') {
    await keepTyped(services, keeping)
    return c.body(null, 204)
  }
  const { draft, faults } = await keepSent(services, keeping)
  if (faults.length > 0)
    return show(c, services, counter, { draft, applicant: first(form, APPLICANT), faults, status: 422 })
  setFlash(c, services, 'good', c.get('visitor').text.office.counter.saved)
  return c.redirect(counter.at(''), 303)
}

const checkName: Answering = async (c, services, { procedure, client }) => {
  const { agency, language } = c.get('visitor')
  const fields = fieldsOf(procedure).filter((one): one is NameField => one.type === 'domain-name')
  const field = fields.find((one) => one.field === c.req.query('field')) ?? fields[0]
  const name = (c.req.query('value') ?? '').trim().slice(0, 300)
  if (!field || name === '') return c.html('')
  const form = tidyForm(procedure, typedForm(procedure, c.req.queries()), agency.agency.names)
  const verdict = await judgeName(services, {
    agency,
    procedure,
    field,
    name,
    form,
    client: client.client,
    except: null,
  })
  return c.html(renderToString(<Verdict verdict={verdict} language={language} />))
}

const show = async (c: Web, services: Services, counter: Counter, state: Omit<CounterState, 'members'>) => {
  const members = await membersOf(services.store, c.get('visitor').agency.agency.agency, counter.client.client)
  return showCounterForm(c, services, counter, { ...state, members })
}

const receiptOf = (id: string): string => `/counter/receipts/${id}`

const keepingOf = (c: Web, counter: Counter, form: Posted) => {
  const { agency, now } = c.get('visitor')
  return { agency: agency.agency.agency, procedure: counter.procedure, key: counter.draft, posted: form, now }
}

const questionOf = (c: Web, { procedure, client }: Counter, draft: Draft) => ({
  agency: c.get('visitor').agency,
  procedure,
  client: client.client,
  values: draft.values,
  files: draft.files,
  dossier: draft.id,
  papers: [],
})
