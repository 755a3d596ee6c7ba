// The outbox: mails this office has sent, in the demo with their text, because nothing leaves it.

import { speakInstant } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { HIDDEN_BODY, sendMailAgain } from '../../../store/mails.ts'
import { type OutboxMail, outbox } from '../../../store/outbox.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { TEXTS_PATH } from '../notices/paths.ts'

const SHOWN = 50

export const outboxRoutes = (app: App, services: Services): void => {
  app.get('/outbox', async (c) => {
    const visitor = c.get('visitor')
    const { signedIn, agency, text } = visitor
    if (!services.isDemo && !mayOffice(signedIn?.actor ?? null, 'see-outbox')) return notFoundPage(c, services)
    const book = await outbox(services.store, agency.agency.agency, SHOWN, signedIn?.actor)
    const mails = services.isDemo ? book : book.map((mail) => forReader(mail, text.mail.closed))
    const words = text.mail
    return page(c, services, {
      title: words.title,
      narrow: true,
      children: (
        <>
          <PageHead
            title={words.title}
            lead={services.isDemo ? words.demoLead : words.lead}
            actions={
              mayOffice(signedIn?.actor ?? null, 'edit-notice-texts') && (
                <LinkButton kind="quiet" icon="pencil" href={TEXTS_PATH}>
                  {text.notices.texts.title}
                </LinkButton>
              )
            }
          />
          {services.isDemo && (
            <Notice tone="info" word={text.common.words.info}>
              <p>{words.demoNotice}</p>
            </Notice>
          )}
          {mails.length === 0 && <EmptyState icon="mail" title={words.empty} />}
          {mails.map((mail) => (
            <MailCard key={mail.mail} mail={mail} visitor={visitor} />
          ))}
        </>
      ),
    })
  })
  app.post('/outbox', async (c) => {
    const { signedIn, agency, text } = c.get('visitor')
    const mail = first(posted(c), 'mail')
    if (!mayOffice(signedIn?.actor ?? null, 'see-outbox') || !UUID.test(mail)) return notFoundPage(c, services)
    const isOnItsWay = await sendMailAgain(services.store, agency.agency.agency, mail)
    setFlash(c, services, isOnItsWay ? 'good' : 'warning', isOnItsWay ? text.mail.sentAgain : text.mail.notAgain)
    return c.redirect('/outbox', 303)
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Outside the demo a mail is for its reader; of a dossier, also for those who may look into it. */
const forReader = (mail: OutboxMail, closed: string): OutboxMail => {
  if (mail.holdsLink) return { ...mail, body: HIDDEN_BODY }
  return mail.isClosed ? { ...mail, body: closed } : mail
}

const MailCard = ({ mail, visitor }: { mail: OutboxMail; visitor: Visitor }) => {
  const { language, agency, text, signedIn } = visitor
  const states: Record<string, string> = text.mail.states
  const mayAct = mail.maySendAgain && mayOffice(signedIn?.actor ?? null, 'see-outbox')
  return (
    <Card title={mail.subject}>
      <p>
        <Badge>{states[mail.state] ?? mail.state}</Badge> {text.mail.to} {mail.to} ·{' '}
        {speakInstant(mail.madeAt, language, agency.agency.zone)}
      </p>
      {mail.reason && <p>{mail.reason[language]}</p>}
      {mayAct && (
        <Form action="/outbox" csrf={signedIn?.csrf ?? null}>
          <input type="hidden" name="mail" value={mail.mail} />
          <ButtonRow>
            <Button icon="refresh">{text.mail.again}</Button>
          </ButtonRow>
        </Form>
      )}
      <pre class="mail-body">
        {mail.body.split(URLS).map((part) => (isLocalLink(part) ? <a href={part}>{part}</a> : part))}
      </pre>
    </Card>
  )
}

/** Splits a text at its addresses and keeps them. */
const URLS = /(https?:\/\/\S+)/

const isLocalLink = (part: string): boolean => part.startsWith('http') && URL.canParse(part)
