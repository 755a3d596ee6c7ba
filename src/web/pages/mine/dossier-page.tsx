// A request as its applicant follows it, and everything they may do with it from there.
import type { Context } from 'hono'
import type { Command } from '../../../core/dossier/commands.ts'
import { byClient } from '../../acting.ts'
import { askedFor, readAttachment } from '../../fields/attachment.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { tombstonePage } from '../dossier/tombstone.tsx'
import { notFoundPage } from '../message.tsx'
import { DossierView, type Typed } from './dossier-view.tsx'
import { type SecretFacts, secretsShown } from './secrets.tsx'
import { type MyRequest, requestOf } from './situation.ts'

type Web = Context<WebEnv>

const ACTS = ['finish', 'withdraw', 'comment', 'rate', 'attach'] as const
export type MyAct = (typeof ACTS)[number]

export const requestRoutes = (app: App, services: Services): void => {
  app.get('/mine/:dossier', async (c) => {
    const found = await requestOf(c, services)
    if (found.ok) return showDossier(c, services, found.request, restoredOf(c))
    return c.get('visitor').signedIn ? tombstonePage(c, services, c.req.param('dossier')) : found.response
  })
  app.post('/mine/:dossier/:act', async (c, next) => {
    const act = ACTS.find((one) => one === c.req.param('act'))
    if (!act) return next()
    const found = await requestOf(c, services)
    return found.ok ? perform(c, services, found.request, act) : found.response
  })
}

export const showDossier = async (
  c: Web,
  services: Services,
  request: MyRequest,
  typed: Typed | null,
  status: 200 | 409 | 422 = 200,
) => {
  const { dossier, visitor } = request
  const secrets: SecretFacts[] = await secretsShown(services, visitor, dossier.id)
  const body = <DossierView request={request} secrets={secrets} typed={typed} newKey={services.newId} />
  return page(c, services, { title: dossier.subject, children: body }, status)
}

/** What was typed before the session ended; which form it was is seen from its fields. */
const restoredOf = (c: Web): Typed | null => {
  const { restored } = c.get('visitor')
  const act = ACTS.find((one) => restored && first(restored, 'act') === one)
  return restored && act ? { act, values: restored.values, message: null, control: null } : null
}

const perform = async (c: Web, services: Services, request: MyRequest, act: MyAct) => {
  const form = posted(c)
  const { visitor, signedIn, dossier } = request
  const by = byClient(signedIn, dossier.client)
  if (!by) return notFoundPage(c, services)
  const command = await commandOf(services, act, form, request)
  if ('message' in command) return showDossier(c, services, request, { act, values: form.values, ...command }, 422)
  const handled = await services.handle({
    agency: visitor.agency.agency.agency,
    dossier: dossier.id,
    by,
    command,
    key: commandKey({ person: signedIn.person, form, command: askedFor(command) }, services.newId),
  })
  if (!handled.ok) {
    const { code, sentence } = handled.refusal
    return showDossier(
      c,
      services,
      request,
      { act, values: form.values, message: sentence[visitor.language], control: null },
      code === 'invalid-answer' ? 422 : 409,
    )
  }
  const { attach, apply } = visitor.text
  setFlash(c, services, 'good', act === 'attach' ? attach.done : apply.dossier.done[act])
  return c.redirect(`/mine/${dossier.id}`, 303)
}

type Fault = { message: string; control: string | null }

const commandOf = async (
  services: Services,
  act: MyAct,
  form: Posted,
  { visitor }: MyRequest,
): Promise<Command | Fault> => {
  const words = visitor.text.apply.dossier
  switch (act) {
    case 'finish':
      return {
        type: 'finish-step',
        task: first(form, 'task'),
        answer: { note: first(form, 'note'), exit: first(form, 'exit') || undefined },
      }
    case 'withdraw': {
      const reason = first(form, 'reason').trim()
      return reason === '' ? { message: words.withdrawNeedsReason, control: 'reason' } : { type: 'withdraw', reason }
    }
    case 'comment':
      return { type: 'comment', text: first(form, 'text'), visibleToApplicant: true }
    case 'attach': {
      const read = await readAttachment(services, form)
      return read.ok ? read.command : { message: read.fault.sentence[visitor.language], control: read.fault.field }
    }
    case 'rate': {
      const score = first(form, 'score')
      return /^[1-4]$/.test(score)
        ? { type: 'rate', score: Number(score), comment: first(form, 'comment') }
        : { message: words.rateChoose, control: 'score' }
    }
  }
}
