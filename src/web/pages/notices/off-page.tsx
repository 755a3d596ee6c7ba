// Stops mails of one kind from the mail itself: by its button without a page (RFC 8058), or by asking first.
import type { Context } from 'hono'
import { GROUPS, type Group } from '../../../core/notice/occasions.ts'
import { ALL_TOPICS, readSwitchOff, SWITCH_OFF_PATH, type SwitchOff } from '../../../letters/mail/switch-off.ts'
import { choicesOf, saveChoices } from '../../../store/notice-choices.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { messagePage } from '../message.tsx'

type Web = Context<WebEnv>

/** Whoever has the mail may do it, signed in or not: the sealed address names the person and the kind. */
export const switchOffRoutes = (app: App, services: Services): void => {
  app.get(`${SWITCH_OFF_PATH}/:code`, (c) => {
    const what = readFrom(c, services)
    return what ? askPage(c, services, what) : brokenPage(c, services)
  })
  app.post(`${SWITCH_OFF_PATH}/:code`, async (c) => {
    const what = readFrom(c, services)
    if (!what) return brokenPage(c, services)
    const { now, text } = c.get('visitor')
    const { agency, person, topic } = what
    const groups = topic === ALL_TOPICS ? await inDigest(services, agency, person) : [topic]
    const chosen = groups.map((group) => ({ group, mode: 'in-app' as const }))
    await saveChoices(services.store, agency, { person, chosen, now })
    return messagePage(c, services, {
      status: 200,
      tone: 'good',
      title: text.notices.off.title,
      message: text.notices.off.done(labelOf(c.get('visitor'), topic)),
    })
  })
}

const readFrom = (c: Web, services: Services): SwitchOff | null => {
  const what = readSwitchOff(services.unseal, c.req.param('code') ?? '')
  return what && what.agency === c.get('visitor').agency.agency.agency ? what : null
}

/** What comes together in a digest is stopped together. */
const inDigest = async (services: Services, agency: string, person: string): Promise<Group[]> => {
  const choices = await choicesOf(services.store, agency, person)
  return GROUPS.filter((group) => (choices[group] ?? 'digest') === 'digest')
}

const labelOf = ({ text }: Visitor, topic: SwitchOff['topic']): string =>
  topic === ALL_TOPICS ? text.notices.choices.modes.digest : text.notices.groups[topic].label

const askPage = (c: Web, services: Services, { topic }: SwitchOff) => {
  const { text } = c.get('visitor')
  const words = text.notices.off
  return page(c, services, {
    title: words.title,
    narrow: true,
    children: (
      <>
        <PageHead title={words.title} />
        <Card>
          <p>{words.ask(labelOf(c.get('visitor'), topic))}</p>
          <Form action={c.req.path} csrf={null}>
            <ButtonRow>
              <Button kind="primary">{words.confirm}</Button>
            </ButtonRow>
          </Form>
        </Card>
      </>
    ),
  })
}

const brokenPage = (c: Web, services: Services) => {
  const { off } = c.get('visitor').text.notices
  return messagePage(c, services, { status: 404, tone: 'bad', title: off.title, message: off.broken })
}
