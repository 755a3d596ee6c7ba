// A forgotten password: asks for the mail address and answers always the same.
import type { Context } from 'hono'
import { requestReset } from '../../../store/registrations.ts'
import { page } from '../../page.tsx'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SIGN_IN_PATH } from '../../ui/masthead.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { later } from './begin-session.ts'
import { emailCheck, faultIn, faultsOf, line } from './checks.ts'
import { inEvenTime } from './even-time.ts'
import { lettersOf } from './letters.ts'
import { placeOf, RESET_BY_ACCOUNT, RESET_BY_PLACE, tryOnce } from './limits.ts'

type Web = Context<WebEnv>

export const RESET_PATH = '/reset'
export const INVITATION_DAYS = 7
const RESET_HOURS = 1

export const resetRoutes = (app: App, services: Services): void => {
  app.get(RESET_PATH, (c) => askPage(c, services, { email: '', faults: [] }))
  app.post(RESET_PATH, async (c) => {
    const { text } = c.get('visitor')
    const email = line(posted(c), 'email')
    const faults = faultsOf([emailCheck(email, text.account.faults)])
    if (faults.length > 0) return askPage(c, services, { email, faults })
    const place = await tryOnce(c, services, RESET_BY_PLACE, placeOf(c, services))
    if (!place.isAllowed)
      return askPage(c, services, { email, faults: [{ message: text.account.reset.tooMany }], status: 429 })
    await inEvenTime(services, async () => {
      const account = await tryOnce(c, services, RESET_BY_ACCOUNT, email.toLowerCase())
      // Too many for one account: nothing more is sent, and the answer does not tell.
      if (account.isAllowed) await sendLink(c, services, email)
    })
    return donePage(c, services, email)
  })
}

const sendLink = (c: Web, services: Services, email: string): Promise<void> => {
  const visitor = c.get('visitor')
  const { now, agency } = visitor
  const token = services.newToken()
  const letters = lettersOf(visitor, services)
  const expiresAt = {
    invitation: later(now, { hours: 24 * INVITATION_DAYS }),
    'password-reset': later(now, { hours: RESET_HOURS }),
  }
  return requestReset(services.store, agency.agency.agency, {
    email,
    token,
    mail: services.newId(),
    now,
    expiresAt,
    letterTo: (purpose, language) =>
      letters.withToken(purpose === 'invitation' ? 'invitation' : 'reset', language, {
        token,
        expiresAt: expiresAt[purpose],
      }),
  })
}

type Asked = { email: string; faults: FieldFault[]; status?: 429 }

const askPage = (c: Web, services: Services, { email, faults, status }: Asked) => {
  const { text } = c.get('visitor')
  const words = text.account.reset
  const children = (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: SIGN_IN_PATH, label: text.common.signIn }} />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Card>
        <Form action={RESET_PATH} csrf={null}>
          <Field
            kind="email"
            name="email"
            label={text.account.signIn.email}
            value={email}
            error={faultIn(faults, 'email')}
            autocomplete="username"
            required
          />
          <Button kind="primary" icon="mail" wide>
            {words.submit}
          </Button>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children }, status ?? (faults.length > 0 ? 422 : 200))
}

const donePage = (c: Web, services: Services, email: string) => {
  const { text } = c.get('visitor')
  const words = text.account.reset
  const children = (
    <>
      <PageHead title={words.doneTitle} back={{ href: SIGN_IN_PATH, label: text.common.signIn }} />
      <Notice tone="info" word={text.common.words.info}>
        <p>{words.done(email)}</p>
      </Notice>
    </>
  )
  return page(c, services, { title: words.doneTitle, narrow: true, children })
}
