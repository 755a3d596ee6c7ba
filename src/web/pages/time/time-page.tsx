// The page of a dossier's time: for its officers, who may extend the promise there, and for its applicant.
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Command } from '../../../core/dossier/commands.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { NoticeData } from '../../ui/notice.tsx'
import { PageHead, Stack } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { type Desk, openDesk } from '../dossier/desk.ts'
import { notFoundPage } from '../message.tsx'
import { requestOf } from '../mine/situation.ts'
import { signInFirst } from '../sign-in-first.ts'
import { byExtender, ExtendForm, timePath, UNITS } from './extend-form.tsx'
import { TimeCards, type TimeProps } from './time-cards.tsx'

type Web = Context<WebEnv>

export const timeRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/time', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await openDesk(services, visitor, c.req.param('id'))
    return desk ? showDesk(c, services, desk, {}) : notFoundPage(c, services)
  })
  app.post('/dossiers/:id/time', (c) => extend(c, services))
  app.get('/mine/:dossier/time', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const { visitor, procedure, dossier } = found.request
    const shown = { visitor, procedure, dossier }
    return show(c, services, shown, { back: `/mine/${dossier.id}` })
  })
}

const extend = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const desk = await openDesk(services, visitor, c.req.param('id') ?? '')
  if (!desk) return notFoundPage(c, services)
  const form = posted(c)
  const by = byExtender(desk)
  const message = visitor.text.common.errors.notAllowed
  if (!by) return showDesk(c, services, desk, { form, refusal: message })
  const unit = UNITS.find((one) => one === first(form, 'unit')) ?? ''
  const command: Command = {
    type: 'extend',
    amount: `${first(form, 'amount').trim()} ${unit}`,
    reason: first(form, 'reason'),
  }
  const handled = await services.handle({
    agency: visitor.agency.agency.agency,
    dossier: desk.dossier.id,
    by,
    command,
    key: commandKey({ person: desk.signedIn.person, form, command }, services.newId),
  })
  if (!handled.ok) return showDesk(c, services, desk, { form, refusal: handled.refusal.sentence[visitor.language] })
  setFlash(c, services, 'good', visitor.text.clocks.extend.done)
  return c.redirect(timePath(desk.dossier.id), 303)
}

type Sent = { form?: Posted; refusal?: string }

const showDesk = (c: Web, services: Services, desk: Desk, { form, refusal }: Sent) => {
  const { visitor, dossier } = desk
  const extending = byExtender(desk) && (
    <ExtendForm desk={desk} form={form ?? visitor.restored} newId={services.newId} />
  )
  return show(c, services, desk, { back: `/dossiers/${dossier.id}`, extending, refusal })
}

type Around = { back: string; extending?: ComponentChildren; refusal?: string | undefined }

const show = (c: Web, services: Services, shown: TimeProps, { back, extending, refusal }: Around) => {
  const { visitor, dossier } = shown
  const words = visitor.text.clocks
  const notice: NoticeData | undefined = refusal
    ? { tone: 'bad', word: visitor.text.common.words.bad, message: refusal }
    : undefined
  const children = (
    <>
      <PageHead
        kicker={dossier.number}
        title={words.title}
        lead={words.lead}
        back={{ href: back, label: dossier.subject }}
      />
      <Stack>
        <TimeCards visitor={visitor} procedure={shown.procedure} dossier={dossier} />
        {extending}
      </Stack>
    </>
  )
  return page(c, services, { title: words.title, notice, children }, refusal ? 409 : 200)
}
