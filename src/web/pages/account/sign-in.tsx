// Signing in and out: mail address and password; in the demo a button per role beside it.
import type { Context } from 'hono'
import { verifyPassword } from '../../../adapters/password.ts'
import { credentialsOfMail } from '../../../store/people.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { preference, setFlash, setPreference } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SIGN_IN_PATH, SIGN_OUT_PATH } from '../../ui/masthead.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { endCurrentSession, landingOf, letIn } from './begin-session.ts'
import { DemoRoleCards } from './demo-roles.tsx'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import { placeOf, SIGN_IN_BY_ACCOUNT, SIGN_IN_BY_BROWSER, SIGN_IN_BY_PLACE, type Tried, tryOnce } from './limits.ts'
import { localPath } from './local-path.ts'

type Web = Context<WebEnv>
type Shown = { to: string; email?: string; fault?: string; status?: 422 | 429 }

export const signInRoutes = (app: App, services: Services): void => {
  app.get(SIGN_IN_PATH, (c) => {
    const to = localPath(c.req.query('to'), '')
    const { signedIn } = c.get('visitor')
    if (signedIn && !services.isDemo) return c.redirect(to || landingOf(signedIn), 303)
    return signInPage(c, services, { to })
  })
  app.post(SIGN_IN_PATH, (c) => signIn(c, services))
  app.post(SIGN_OUT_PATH, async (c) => {
    await endCurrentSession(c, services)
    setFlash(c, services, 'good', c.get('visitor').text.account.signIn.signedOut)
    return c.redirect('/', 303)
  })
}

/** Unknown address and wrong password answer alike, in words and in time. */
const signIn = async (c: Web, services: Services) => {
  const { agency, text } = c.get('visitor')
  const words = text.account.signIn
  const form = posted(c)
  const email = first(form, 'email').trim()
  const password = first(form, 'password')
  const to = localPath(first(form, 'to'), '')
  if (email === '' || password === '') return signInPage(c, services, { to, email, fault: words.empty, status: 422 })
  const tries = await countTries(c, services, email)
  const refused = tries.find((one) => !one.isAllowed)
  if (refused) return signInPage(c, services, { to, email, fault: words.tooMany(refused.waitMinutes), status: 429 })
  const known = await credentialsOfMail(services.store, agency.agency.agency, email)
  const fits = await verifyPassword(password, known?.passwordHash ?? null)
  if (!known || !fits) return signInPage(c, services, { to, email, fault: words.wrong, status: 422 })
  for (const one of tries) await one.forgive()
  if (!preference(c, services, 'language')) setPreference(c, services, 'language', known.language)
  rememberBrowser(c, services, email)
  const found = await letIn(c, services, known.person)
  return c.redirect(to || landingOf(found), 303)
}

/** Elsewhere guesses add up over all places; where the owner is known, nobody else's guesses count. */
const countTries = async (c: Web, services: Services, email: string): Promise<Tried[]> => {
  const browser = knownBrowser(c, services, email)
  if (browser) return [await tryOnce(c, services, SIGN_IN_BY_BROWSER, browser)]
  return [
    await tryOnce(c, services, SIGN_IN_BY_PLACE, placeOf(c, services)),
    await tryOnce(c, services, SIGN_IN_BY_ACCOUNT, email.toLowerCase()),
  ]
}

const signInPage = (c: Web, services: Services, { to, email, fault, status }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account
  const form = <PasswordForm c={c} shown={{ to, ...(email === undefined ? {} : { email }) }} />
  const notice = fault && (
    <Notice tone="bad" word={visitor.text.common.words.bad} spoken>
      <p>{fault}</p>
    </Notice>
  )
  const children = services.isDemo ? (
    <>
      <PageHead title={words.demo.title} lead={words.demo.lead} />
      {notice}
      <DemoRoleCards visitor={visitor} to={to} />
      <Confirm summary={words.demo.own} icon="key" open={fault !== undefined}>
        {form}
      </Confirm>
    </>
  ) : (
    <>
      <PageHead title={words.signIn.title} lead={words.signIn.lead} />
      {notice}
      <Card>{form}</Card>
    </>
  )
  return page(c, services, { title: words.signIn.title, narrow: true, children }, status ?? 200)
}

const PasswordForm = ({ c, shown }: { c: Web; shown: Shown }) => {
  const { text } = c.get('visitor')
  const words = text.account.signIn
  return (
    <Form action={SIGN_IN_PATH} csrf={null}>
      {shown.to !== '' && <input type="hidden" name="to" value={shown.to} />}
      <Field kind="email" name="email" label={words.email} value={shown.email} autocomplete="username" required />
      <Field kind="password" name="password" label={words.password} autocomplete="current-password" required />
      <Button kind="primary" icon="login" wide>
        {words.submit}
      </Button>
      <p>
        <a href="/reset">{words.forgot}</a>
      </p>
      <p>
        {words.noAccount} <a href="/register">{words.register}</a>
      </p>
    </Form>
  )
}
