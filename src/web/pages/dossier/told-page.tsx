// Who was told of a dossier, by which way, and whether it arrived; what failed is sent again.
import type { Context } from 'hono'
import { z } from 'zod'
import { speakShort } from '../../../core/clock/speak.ts'
import { nameOf } from '../../../letters/notices.ts'
import { isMailOf, type Told, toldOf } from '../../../store/deliveries.ts'
import { sendMailAgain } from '../../../store/mails.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { type Desk, openDesk } from './desk.ts'

type Web = Context<WebEnv>

const SHOWN = 200

export const toldPath = (dossier: string): string => `/dossiers/${dossier}/told`

export const toldRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/told', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await openDesk(services, visitor, c.req.param('id'))
    return desk ? toldPage(c, services, desk) : notFoundPage(c, services)
  })
  app.post('/dossiers/:id/told', async (c) => {
    const visitor = c.get('visitor')
    const desk = await openDesk(services, visitor, c.req.param('id'))
    const mail = z.uuid().safeParse(first(posted(c), 'mail'))
    if (!desk || !mail.success) return notFoundPage(c, services)
    const { agency } = visitor.agency.agency
    const isOnItsWay =
      (await isMailOf(services.store, agency, desk.dossier.id, mail.data)) &&
      (await sendMailAgain(services.store, agency, mail.data))
    const words = visitor.text.notices.deliveries
    setFlash(c, services, isOnItsWay ? 'good' : 'warning', isOnItsWay ? words.sentAgain : words.notAgain)
    return c.redirect(toldPath(desk.dossier.id), 303)
  })
}

const toldPage = async (c: Web, services: Services, { dossier, visitor }: Desk) => {
  const words = visitor.text.notices.deliveries
  const all = await toldOf(services.store, visitor.agency.agency.agency, dossier.id, SHOWN)
  return page(c, services, {
    title: words.title,
    narrow: true,
    children: (
      <>
        <PageHead
          kicker={dossier.number}
          title={words.title}
          back={{ href: `/dossiers/${dossier.id}`, label: dossier.number }}
        />
        {all.length === 0 ? (
          <EmptyState icon="bell" title={words.empty} />
        ) : (
          <Card flush>
            <ol class="news-list">
              {all.map((told) => (
                <ToldRow key={`${told.notice} ${told.channel}`} told={told} dossier={dossier.id} visitor={visitor} />
              ))}
            </ol>
          </Card>
        )}
      </>
    ),
  })
}

const TONE: Record<Told['state'], Tone> = {
  delivered: 'good',
  sent: 'good',
  waiting: 'info',
  held: 'neutral',
  skipped: 'neutral',
  failed: 'bad',
}

const ToldRow = ({ told, dossier, visitor }: { told: Told; dossier: string; visitor: Visitor }) => {
  const { language, text, signedIn, now } = visitor
  const words = text.notices.deliveries
  const short = (at: string) => speakShort(at, language, { zone: visitor.agency.agency.zone, now })
  const who = told.name ?? (told.recipient === 'reporter' ? words.reporter : words.contact)
  return (
    <li class="news-row">
      <div>
        <p class="news-line">
          {who}: {text.notices.texts.names[nameOf(told.reader, told.occasion)]}
        </p>
        <p class="news-about">
          {short(told.at)} · {words.channels[told.channel]}
          {told.reason && ` · ${told.reason[language]}`}
        </p>
      </div>
      <div class="news-acts">
        <StatusMark tone={TONE[told.state]}>{stateWords(told, visitor, short)}</StatusMark>
        {told.state === 'failed' && told.mail && (
          <Form action={toldPath(dossier)} csrf={signedIn?.csrf ?? null}>
            <input type="hidden" name="mail" value={told.mail} />
            <Button icon="refresh">{words.again}</Button>
          </Form>
        )}
      </div>
    </li>
  )
}

const stateWords = (told: Told, { text }: Visitor, short: (at: string) => string): string => {
  const { states } = text.notices.deliveries
  if (told.state === 'held') return states.held(told.dueAt ? short(told.dueAt) : '')
  if (told.state === 'delivered' && told.readAt) return `${states.read} ${short(told.readAt)}`
  if (told.state === 'sent' && told.sentAt) return `${states.sent} ${short(told.sentAt)}`
  return states[told.state]
}
