// The pages behind one-time links: the first password of somebody invited, and a new one for a forgotten one.
import type { Context } from 'hono'
import { hashPassword } from '../../../adapters/password.ts'
import { ownerOfToken, type Purpose, setPasswordByToken, type TokenOwner } from '../../../store/account-tokens.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { SIGN_IN_PATH } from '../../ui/masthead.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { endCurrentSession } from './begin-session.ts'
import { rememberBrowser } from './known-browser.ts'
import { NewPasswordFields, newPassword } from './new-password.tsx'

type Web = Context<WebEnv>
type Link = {
  path: string
  purpose: Purpose
  words: (visitor: Visitor, owner: TokenOwner) => { title: string; lead: string; done: string }
}

const INVITATION: Link = {
  path: '/invitation',
  purpose: 'invitation',
  words: ({ text: { account } }, { name }) => ({
    title: account.invitation.title,
    lead: account.invitation.lead(name),
    done: account.invitation.done,
  }),
}
const RESET: Link = {
  path: '/reset/new',
  purpose: 'password-reset',
  words: ({ text: { account } }, { email }) => ({
    title: account.reset.newTitle,
    lead: account.reset.newLead(email),
    done: account.reset.newDone,
  }),
}

export const passwordLinkRoutes = (app: App, services: Services): void => {
  for (const link of [INVITATION, RESET]) {
    // Mail scanners follow links: opening one spends nothing, only sending the form does.
    app.get(link.path, async (c) => {
      const token = c.req.query('token') ?? ''
      const owner = await ownerOf(c, services, link, token)
      return owner ? formPage(c, services, { link, token, owner, faults: [] }) : deadPage(c, services)
    })
    app.post(link.path, (c) => setPassword(c, services, link))
  }
}

const ownerOf = (c: Web, services: Services, { purpose }: Link, token: string): Promise<TokenOwner | null> => {
  const { agency, now } = c.get('visitor')
  return ownerOfToken(services.store, agency.agency.agency, { token, purpose, now })
}

const setPassword = async (c: Web, services: Services, link: Link) => {
  const visitor = c.get('visitor')
  const token = first(posted(c), 'token')
  const owner = await ownerOf(c, services, link, token)
  if (!owner) return deadPage(c, services)
  const { password, faults } = newPassword(posted(c), owner.email, visitor)
  if (faults.length > 0) return formPage(c, services, { link, token, owner, faults })
  const change = { token, purpose: link.purpose, now: visitor.now, passwordHash: await hashPassword(password) }
  const isDone = await setPasswordByToken(services.store, visitor.agency.agency.agency, change)
  if (!isDone) return deadPage(c, services)
  await endCurrentSession(c, services)
  rememberBrowser(c, services, owner.email)
  setFlash(c, services, 'good', link.words(visitor, owner).done)
  return c.redirect(SIGN_IN_PATH, 303)
}

type Shown = { link: Link; token: string; owner: TokenOwner; faults: FieldFault[] }

const formPage = (c: Web, services: Services, { link, token, owner, faults }: Shown) => {
  const visitor = c.get('visitor')
  const { title, lead } = link.words(visitor, owner)
  const children = (
    <>
      <PageHead title={title} lead={lead} />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card>
        <Form action={`${link.path}?token=${encodeURIComponent(token)}`} csrf={null}>
          <input type="hidden" name="token" value={token} />
          <NewPasswordFields visitor={visitor} email={owner.email} faults={faults} />
          <Button kind="primary" icon="key" wide>
            {visitor.text.account.invitation.submit}
          </Button>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children }, faults.length > 0 ? 422 : 200)
}

const deadPage = (c: Web, services: Services) => {
  const { text } = c.get('visitor')
  const words = text.account.link
  const children = (
    <>
      <PageHead title={words.deadTitle} />
      <Notice
        tone="warning"
        word={text.common.words.warning}
        actions={<LinkButton href="/reset">{words.again}</LinkButton>}
      >
        <p>{words.dead}</p>
      </Notice>
    </>
  )
  return page(c, services, { title: words.deadTitle, narrow: true, children }, 404)
}
