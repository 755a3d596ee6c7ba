// Webhooks: programs outside that are told, their deliveries, and what an administrator does about them.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { TELLS, TOLD_EVENTS } from '../../../core/webhook/kinds.ts'
import { deliverAgain, listDeliveries } from '../../../store/webhook-deliveries.ts'
import { endWebhook, listWebhooks, MOST_WEBHOOKS, switchOn, type WebhookWish } from '../../../store/webhooks.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import { uuidOf } from '../../request/uuid-of.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { faultsOf, isBetween, line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { proceduresOf } from '../work/procedures.ts'
import { makeWithSecret, rotateWithSecret, urlFault } from './acts.ts'
import { ListView } from './list-view.tsx'
import { OneView } from './one-view.tsx'
import { SecretView } from './secret-view.tsx'

type Web = Context<WebEnv>
type Answer = Response | Promise<Response>

export const WEBHOOKS_PATH = '/webhooks'
const SHOWN = 100

export const webhookRoutes = (app: App, services: Services): void => {
  const only = (show: (c: Web, signedIn: SignedIn) => Answer) => (c: Web) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'manage-webhooks') ? show(c, signedIn) : notFoundPage(c, services)
  }
  app.get(
    WEBHOOKS_PATH,
    only((c) => {
      const { restored } = c.get('visitor')
      return listPage(c, services, { form: first(restored, 'do') === 'make' ? restored : null, faults: [] })
    }),
  )
  app.post(
    WEBHOOKS_PATH,
    only((c, signedIn) => make(c, services, signedIn)),
  )
  app.get(
    `${WEBHOOKS_PATH}/:webhook`,
    only((c) => onePage(c, services)),
  )
  app.post(
    `${WEBHOOKS_PATH}/:webhook`,
    only((c) => act(c, services)),
  )
}

const officeOf = (c: Web): string => c.get('visitor').agency.agency.agency

const make = async (c: Web, services: Services, { person }: SignedIn): Promise<Response> => {
  const { text, agency, language, now } = c.get('visitor')
  const words = text.webhooks
  const form = posted(c)
  const wish = wishOf(form, agency)
  const wrongUrl = urlFault(services, wish.url)
  const faults = faultsOf([
    ['label', isBetween(wish.label, [2, 120]), words.faults.label],
    ['url', wrongUrl === null, wrongUrl?.[language] ?? ''],
    ['events', wish.events.length > 0, words.faults.events],
  ])
  if (faults.length > 0) return listPage(c, services, { form, faults, status: 422 })
  const webhook = uuidOf(commandKey({ person, form, command: wish }, services.newId))
  const { made, secret } = await makeWithSecret(services, officeOf(c), { webhook, wish, person, now })
  if (secret !== null) {
    const children = <SecretView visitor={c.get('visitor')} webhook={webhook} secret={secret} formerUntil={null} />
    // In the answer itself: a redirect would have to carry the secret in a cookie or an address.
    return page(c, services, { title: words.madeTitle, narrow: true, children })
  }
  if (made === 'too-many')
    return listPage(c, services, { form, faults: [{ message: words.faults.tooMany(MOST_WEBHOOKS) }], status: 409 })
  setFlash(c, services, 'info', words.shownBefore)
  return c.redirect(`${WEBHOOKS_PATH}/${webhook}`, 303)
}

const wishOf = (form: Posted, agency: Parameters<typeof proceduresOf>[0]): WebhookWish => {
  const chosen = (name: string): string[] => form.values[name] ?? []
  return {
    label: line(form, 'label'),
    url: first(form, 'url').trim(),
    events: TOLD_EVENTS.filter((event) => chosen('events').includes(event)),
    procedures: proceduresOf(agency)
      .map(({ procedure }) => procedure)
      .filter((procedure) => chosen('procedures').includes(procedure)),
    tells: TELLS.filter((one) => chosen('tells').includes(one)),
  }
}

const act = async (c: Web, services: Services): Promise<Response> => {
  const { text, now } = c.get('visitor')
  const words = text.webhooks
  const webhook = c.req.param('webhook') ?? ''
  const [found] = await find(c, services)
  if (!found) return notFoundPage(c, services)
  const form = posted(c)
  const say = (isDone: boolean, done: string, not: string = words.notDone): Response => {
    setFlash(c, services, isDone ? 'good' : 'warning', isDone ? done : not)
    return c.redirect(`${WEBHOOKS_PATH}/${webhook}`, 303)
  }
  switch (first(form, 'do')) {
    case 'rotate': {
      const rotated = await rotateWithSecret(services, officeOf(c), { webhook, now })
      if (!rotated) return say(false, '')
      const children = <SecretView visitor={c.get('visitor')} webhook={webhook} {...rotated} />
      return page(c, services, { title: words.rotatedTitle, narrow: true, children })
    }
    case 'on':
      return say(await switchOn(services.store, officeOf(c), { webhook, now }), words.switchedOn)
    case 'end':
      return say(await endWebhook(services.store, officeOf(c), { webhook, now }), words.ended)
    case 'again':
      return say(await again(c, services, webhook), words.sentAgain, words.notAgain)
    default:
      return notFoundPage(c, services)
  }
}

const again = (c: Web, services: Services, webhook: string): Promise<boolean> => {
  const form = posted(c)
  const [dossier, seq] = [first(form, 'dossier'), Number(first(form, 'seq'))]
  if (!UUID.test(dossier) || !Number.isSafeInteger(seq) || seq < 1 || seq > MOST_SEQ) return Promise.resolve(false)
  return deliverAgain(services.store, officeOf(c), { webhook, dossier, seq, now: c.get('visitor').now })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOST_SEQ = 1_000_000

const find = (c: Web, services: Services) => {
  const webhook = c.req.param('webhook') ?? ''
  return UUID.test(webhook) ? listWebhooks(services.store, officeOf(c), webhook) : Promise.resolve([])
}

type Shown = { form: Posted | null; faults: FieldFault[]; status?: 409 | 422 }

const listPage = async (c: Web, services: Services, { form, faults, status }: Shown): Promise<Response> => {
  const visitor = c.get('visitor')
  const webhooks = await listWebhooks(services.store, officeOf(c))
  const children = <ListView {...{ visitor, webhooks, form, faults, formKey: services.newId() }} />
  return page(c, services, { title: visitor.text.webhooks.title, children }, status ?? 200)
}

const onePage = async (c: Web, services: Services): Promise<Response> => {
  const visitor = c.get('visitor')
  const [webhook] = await find(c, services)
  if (!webhook) return notFoundPage(c, services)
  const deliveries = await listDeliveries(services.store, officeOf(c), { webhook: webhook.webhook, limit: SHOWN })
  return page(c, services, { title: webhook.label, children: <OneView {...{ visitor, webhook, deliveries }} /> })
}
