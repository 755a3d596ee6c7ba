// Registering as an applicant, for an agency or a company: the office approves, then a link to set a password comes by mail.
import type { Context } from 'hono'
import { nibOf } from '../../../core/agency/nib.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { listClients } from '../../../store/clients.ts'
import { register } from '../../../store/registrations.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { SIGN_IN_PATH } from '../../ui/masthead.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { emailCheck, faultsOf, isBetween, jobTitleCheck, line, nameCheck, phoneCheck } from './checks.ts'
import { inEvenTime } from './even-time.ts'
import { lettersOf } from './letters.ts'
import { placeOf, REGISTER_BY_PLACE, tryOnce } from './limits.ts'
import { type Answers, type ClientOption, KINDS, REGISTER_PATH, RegistrationForm } from './register-form.tsx'
import { RESET_PATH } from './reset.tsx'

type Web = Context<WebEnv>

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

/** Whoever says nothing of it means an agency, as the page does when it opens. */
const read = (form: Posted | null): Answers => ({
  kind: KINDS.find((one) => one === (line(form, 'kind') || 'agency')) ?? null,
  name: line(form, 'name'),
  email: line(form, 'email'),
  phone: line(form, 'phone'),
  client: line(form, 'client'),
  company: line(form, 'company'),
  nib: line(form, 'nib'),
  address: line(form, 'address'),
  jobTitle: line(form, 'jobTitle'),
  consent: first(form, 'consent') === 'yes',
})

const check = (answers: Answers, clients: readonly ClientOption[], { text }: Visitor) => {
  const words = text.account.faults
  const { kind, name, email, phone, client, company, nib, address, jobTitle, consent } = answers
  return faultsOf([
    ['kind', kind !== null, words.kind],
    ['client', kind !== 'agency' || clients.some((one) => one.client === client), words.client],
    ['company', kind !== 'company' || isBetween(company, [2, 160]), words.company],
    ['nib', kind !== 'company' || nibOf(nib) !== null, words.nib],
    ['address', kind !== 'company' || isBetween(address, [5, 300]), words.address],
    nameCheck(name, words),
    emailCheck(email, words),
    phoneCheck(phone, words),
    jobTitleCheck(jobTitle, words),
    ['consent', consent, words.consent],
  ])
}

const asksFor = ({ kind, client, company, nib, address }: Answers) =>
  kind === 'company' ? { company: { nib: nibOf(nib) ?? '', name: company, address } } : { client }

const send = (visitor: Visitor, services: Services, answers: Answers): Promise<void> => {
  const { agency, now, language } = visitor
  const { name, email, phone, jobTitle } = answers
  const letters = lettersOf(visitor, services)
  return register(services.store, agency.agency.agency, {
    name,
    email,
    phone,
    jobTitle,
    asksFor: asksFor(answers),
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

/** The same for a new address and a known one, a new company and a known one. */
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
