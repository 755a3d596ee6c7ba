// A request that came back: the same form with everything in it, put right and sent again.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import { openMainTasks, type Task } from '../../../core/dossier/dossier.ts'
import { legible } from '../../../core/dossier/legible.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { type FieldFault, recordsAt, tidyForm } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { sentence } from '../../../core/sentence.ts'
import { type Draft, type DraftFile, type DraftKey, dropDraft, findDraft } from '../../../store/drafts.ts'
import { byClient } from '../../acting.ts'
import { correctionQuestion, madeLetters } from '../../fields/correction.ts'
import { type JudgedForm, judgeForm } from '../../fields/judge-form.ts'
import { NOTE } from '../../fields/judge-work.ts'
import { CHECK_NAME } from '../../fields/name-answer.tsx'
import { papersToFile } from '../../fields/submission.ts'
import { ROW } from '../../fields/table-rows.ts'
import { keepKnown, remakeControl, type TypedValues, typedForm, valuesOf } from '../../fields/typed-form.ts'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { type Keeping, keepSent, keepTyped } from '../apply/keep-draft.ts'
import { showCorrection } from './correct-view.tsx'
import { type MyRequest, requestOf } from './situation.ts'

type Web = Context<WebEnv>

export type Correction = { request: MyRequest; task: Task; key: DraftKey }

export const correctRoutes = (app: App, services: Services): void => {
  app.get('/mine/:dossier/correct', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const correction = correctionOf(found.request)
    return correction ? open(c, services, correction) : closed(c, services, found.request)
  })
  app.post('/mine/:dossier/correct', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const correction = correctionOf(found.request)
    return correction ? send(c, services, correction) : closed(c, services, found.request)
  })
  app.post('/mine/:dossier/draft', async (c) => {
    const found = await requestOf(c, services)
    const correction = found.ok ? correctionOf(found.request) : null
    if (correction) await keepTyped(services, keepingOf(correction, posted(c)))
    return c.body(null, correction ? 204 : 404)
  })
}

/** Null when the request waits for no answers of its applicant: corrections, or what a step of theirs asks for. */
const correctionOf = (request: MyRequest): Correction | null => {
  const { dossier, procedure, signedIn } = request
  const task = openMainTasks(dossier).find((one) => one.forApplicant && asksFields(procedure, one.step))
  if (!task) return null
  const key = {
    person: signedIn.person,
    procedure: procedure.procedure,
    client: dossier.client,
    channel: `correct:${task.task}`,
  }
  return { request, task, key }
}

/** A correction asks for what the first step asked; other steps of the applicant for what is their own. */
export const asksFields = (procedure: Procedure, step: string): boolean =>
  stepNamed(procedure, step)?.act === 'submit' || recordsAt(procedure, step).length > 0

/** Perhaps because the same person has just sent these very answers: then that is what they are told. */
const closed = (c: Web, services: Services, request: MyRequest) => {
  const { dossier, visitor, signedIn } = request
  const task = dossier.tasks.find((one) => one.task === first(posted(c), 'task'))
  const isMine = task?.closedBy?.kind === 'client' && task.closedBy.person === signedIn.person
  const isSent = isMine && task !== undefined && hasThese(request, task, posted(c))
  const { correct, dossier: words } = visitor.text.apply
  setFlash(c, services, isSent ? 'good' : 'warning', isSent ? words.done.correct : correct.closed)
  return c.redirect(`/mine/${dossier.id}`, 303)
}

const hasThese = ({ dossier, procedure, visitor }: MyRequest, { step }: Task, form: Posted): boolean => {
  const typed = { ...dossier.form, ...typedForm(procedure, keepKnown(procedure, form, step), step) }
  return isDeepStrictEqual(legible(tidyForm(procedure, typed, visitor.agency.agency.names)), dossier.form)
}

const open = async (c: Web, services: Services, correction: Correction) => {
  const { visitor } = correction.request
  if (visitor.restored) {
    const { draft, faults } = await keepSent(services, keepingOf(correction, visitor.restored))
    return showCorrection(c, services, correction, { values: draft.values, files: draft.files, faults })
  }
  const draft = await findDraft(services.store, visitor.agency.agency.agency, correction.key)
  return showCorrection(c, services, correction, {
    values: draft?.values ?? standing(correction),
    files: draft?.files ?? [],
    faults: [],
  })
}

/** The answers as they were sent; a letter that was made from them is made anew unless the applicant says otherwise. */
const standing = (correction: Correction): TypedValues => ({
  ...valuesOf(correction.request.dossier.form),
  ...Object.fromEntries(madeLetters(returnedOf(correction)).map(({ field }) => [remakeControl(field), ['yes']])),
})

const returnedOf = ({ request, task }: Correction) => ({
  agency: request.visitor.agency,
  procedure: request.procedure,
  dossier: request.dossier,
  step: task.step,
})

const send = async (c: Web, services: Services, correction: Correction) => {
  const form = posted(c)
  const { draft, faults } = await keepSent(services, keepingOf(correction, form))
  const [what, field = ''] = first(form, 'do').split(':')
  const shown = { values: draft.values, files: draft.files }
  if (first(form, ROW) !== '') return showCorrection(c, services, correction, { ...shown, faults })
  if (what === 'save') {
    if (faults.length > 0) return showCorrection(c, services, correction, { ...shown, faults, status: 422 })
    setFlash(c, services, 'good', correction.request.visitor.text.apply.form.saved)
    return c.redirect(`/mine/${correction.request.dossier.id}/correct`, 303)
  }
  const judged = await judgeForm(services, questionOf(correction, draft.values, draft.files))
  const asked = questionFaults(correction, form)
  if (what === CHECK_NAME) {
    const ofName = judged.faults.filter((fault) => fault.field === field)
    return showCorrection(c, services, correction, {
      ...shown,
      faults: [...faults, ...ofName],
      verdicts: judged.verdicts,
    })
  }
  const all = [...faults, ...judged.faults, ...asked]
  if (all.length > 0)
    return showCorrection(c, services, correction, { ...shown, faults: all, verdicts: judged.verdicts, status: 422 })
  return hand(c, services, correction, draft, judged)
}

const hand = async (c: Web, services: Services, correction: Correction, draft: Draft, judged: JudgedForm) => {
  const { visitor, signedIn, dossier, procedure } = correction.request
  const office = visitor.agency.agency.agency
  const by = byClient(signedIn, dossier.client)
  if (!by) throw new Error('A correction is only found for a client of the person')
  const filing = { agency: visitor.agency, procedure, client: dossier.client, judged, now: visitor.now }
  const papers = await papersToFile(services, filing)
  const answer = {
    form: judged.form,
    papers,
    note: first(posted(c), NOTE),
    exit: first(posted(c), 'exit') || undefined,
  }
  const command = { type: 'finish-step' as const, task: correction.task.task, answer }
  const handled = await services.handle({
    agency: office,
    dossier: dossier.id,
    by,
    command,
    key: commandKey({ person: signedIn.person, form: posted(c) }, services.newId),
  })
  if (!handled.ok) {
    const trouble = handled.refusal.sentence[visitor.language]
    const { values, files } = draft
    return showCorrection(c, services, correction, { values, files, faults: [], trouble, status: 422 })
  }
  await dropDraft(services.store, office, draft)
  setFlash(c, services, 'good', visitor.text.apply.dossier.done.correct)
  return c.redirect(`/mine/${dossier.id}`, 303)
}

/** The printed question of a step that decides, unless it was sent back and goes straight to where it came from. */
const questionFaults = ({ request, task }: Correction, form: Posted): FieldFault[] => {
  const { decides } = stepNamed(request.procedure, task.step) ?? {}
  if (!decides || task.backTo !== null) return []
  const isAnswered = decides.exits.some((one) => one.answer === first(form, 'exit'))
  return isAnswered ? [] : [{ field: 'exit', sentence: UNANSWERED }]
}

const UNANSWERED = sentence('Jawab dahulu pertanyaan ini.', 'Answer this question first.')

const questionOf = (correction: Correction, values: TypedValues, files: readonly DraftFile[]) =>
  correctionQuestion(returnedOf(correction), {
    values,
    files,
    isRemade: (field) => values[remakeControl(field)]?.[0] === 'yes',
  })

const keepingOf = ({ request, task, key }: Correction, form: Posted): Keeping => ({
  agency: request.visitor.agency.agency.agency,
  procedure: request.procedure,
  step: task.step,
  key,
  posted: form,
  beside: [NOTE, 'exit'],
  now: request.visitor.now,
})
