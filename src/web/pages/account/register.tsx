// Registering as an applicant: the office approves, then a link to set a password comes by mail.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { listClients } from '../../../store/clients.ts'
import { register } from '../../../store/registrations.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
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
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { emailCheck, faultIn, faultsOf, jobTitleCheck, line, nameCheck, phoneCheck } from './checks.ts'
import { inEvenTime } from './even-time.ts'
import { lettersOf } from './letters.ts'
import { placeOf, REGISTER_BY_PLACE, tryOnce } from './limits.ts'
import { RESET_PATH } from './reset.tsx'

type Web = Context<WebEnv>
type ClientOption = { client: string; name: string }
type Answers = { name: string; email: string; phone: string; client: string; jobTitle: string; consent: boolean }

const REGISTER_PATH = '/register'

export const registerRoutes = (app: App, services: Services): void => {
  app.get(REGISTER_PATH, async (c) =>
    formPage(c, services, { answers: read(null), faults: [], clients: await clientsOf(c, services) }),
  )
  app.post(REGISTER_PATH, async (c) => {
    const visitor = c.get('visitor')
    const answers = read(posted(c))
    const clients = await clientsOf(c, services)
    const faults = check(answers, clients, visitor)
    if (faults.length > 0) return formPage(c, services, { answers, faults, clients })
    const place = await tryOnce(c, services, REGISTER_BY_PLACE, placeOf(c, services))
    if (!place.isAllowed)
      return formPage(c, services, {
        answers,
        faults: [{ message: visitor.text.account.reset.tooMany }],
        clients,
        status: 429,
      })
    await inEvenTime(services, () => send(visitor, services, answers))
    return donePage(c, services, answers.email)
  })
}

const clientsOf = (c: Web, services: Services): Promise<ClientOption[]> =>
  listClients(services.store, c.get('visitor').agency.agency.agency, ['agency'])

const read = (form: Posted | null): Answers => ({
  name: line(form, 'name'),
  email: line(form, 'email'),
  phone: line(form, 'phone'),
  client: line(form, 'client'),
  jobTitle: line(form, 'jobTitle'),
  consent: first(form, 'consent') === 'yes',
})

const check = (
  { name, email, phone, client, jobTitle, consent }: Answers,
  clients: readonly ClientOption[],
  { text }: Visitor,
) => {
  const words = text.account.faults
  return faultsOf([
    nameCheck(name, words),
    emailCheck(email, words),
    phoneCheck(phone, words),
    ['client', clients.some((one) => one.client === client), words.client],
    jobTitleCheck(jobTitle, words),
    ['consent', consent, words.consent],
  ])
}

const send = (visitor: Visitor, services: Services, { consent: _, ...answers }: Answers): Promise<void> => {
  const { agency, now, language } = visitor
  const letters = lettersOf(visitor, services)
  return register(services.store, agency.agency.agency, {
    ...answers,
    person: services.newId(),
    language,
    now,
    today: inZone(now, agency.agency.zone).toPlainDate().toString(),
    newId: services.newId,
    letterTo: (state, to) => {
      if (state === 'closed') return letters.plain('closed', to)
      return state === 'new' || state === 'awaiting-approval'
        ? letters.plain('registered', to)
        : letters.withPath('alreadyKnown', to, RESET_PATH)
    },
    letterToAdministrator: (to) => letters.withPath('waits', to, '/people'),
  })
}

type Shown = { answers: Answers; faults: FieldFault[]; clients: readonly ClientOption[]; status?: 429 }

const formPage = (c: Web, services: Services, { answers, faults, clients, status }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.register
  const children = (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ href: SIGN_IN_PATH, label: visitor.text.common.signIn }}
      />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card>
        <RegistrationForm visitor={visitor} answers={answers} faults={faults} clients={clients} />
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children }, status ?? (faults.length > 0 ? 422 : 200))
}

type FormProps = { visitor: Visitor; answers: Answers; faults: readonly FieldFault[]; clients: readonly ClientOption[] }

const RegistrationForm = ({ visitor, answers, faults, clients }: FormProps) => {
  const words = visitor.text.account.register
  const error = (name: string) => faultIn(faults, name)
  const options = clients.map((one) => ({ value: one.client, label: one.name }))
  return (
    <Form action={REGISTER_PATH} csrf={null}>
      <Field
        kind="text"
        name="name"
        label={words.name}
        value={answers.name}
        error={error('name')}
        autocomplete="name"
        maxlength={120}
        required
      />
      <Field
        kind="email"
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={answers.email}
        error={error('email')}
        autocomplete="email"
        required
      />
      <Field
        kind="tel"
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={answers.phone}
        error={error('phone')}
        autocomplete="tel"
        required
      />
      <Field
        kind="select"
        name="client"
        label={words.client}
        placeholder={words.chooseClient}
        options={options}
        value={answers.client}
        error={error('client')}
        required
      />
      <Field
        kind="text"
        name="jobTitle"
        label={words.jobTitle}
        value={answers.jobTitle}
        error={error('jobTitle')}
        autocomplete="organization-title"
        maxlength={120}
        required
      />
      <Notice tone="info" icon="shield-check" word={words.privacyTitle}>
        {visitor.agency.agency.privacy.map((part) => (
          <p key={part.en}>{part[visitor.language]}</p>
        ))}
      </Notice>
      <Field
        kind="checkbox"
        name="consent"
        label={words.consent}
        checked={answers.consent}
        error={error('consent')}
        required
      />
      <Button kind="primary" icon="send" wide>
        {words.submit}
      </Button>
    </Form>
  )
}

/** The same for a new address and a known one. */
const donePage = (c: Web, services: Services, email: string) => {
  const { text } = c.get('visitor')
  const words = text.account.register
  const children = (
    <>
      <PageHead title={words.doneTitle} />
      <Notice tone="good" word={text.common.words.good}>
        <p>{words.done(email)}</p>
        <p>{words.doneHint}</p>
      </Notice>
    </>
  )
  return page(c, services, { title: words.doneTitle, narrow: true, children })
}
