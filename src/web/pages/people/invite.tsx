// Inviting somebody: an officer with a post, an applicant with a client, or an administrator.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { listClients } from '../../../store/clients.ts'
import { listPosts, type PostRow } from '../../../store/people.ts'
import { invitePerson } from '../../../store/people-changes.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { emailCheck, faultIn, faultsOf, jobTitleCheck, line, nameCheck } from '../account/checks.ts'
import { forAdministrators } from './gate.ts'
import { invitationLink } from './invitation-link.ts'
import { PEOPLE_PATH } from './list.tsx'
import { type MandateAnswer, MandateFields, readMandate } from './mandate-fields.tsx'

type Web = Context<WebEnv>
type Choices = { posts: PostRow[]; clients: { client: string; name: string }[] }

const INVITE_PATH = `${PEOPLE_PATH}/invite`
const KINDS = ['officer', 'applicant', 'administrator'] as const
type Kind = (typeof KINDS)[number]

export const inviteRoutes = (app: App, services: Services): void => {
  app.get(
    INVITE_PATH,
    forAdministrators(services, async (c, signedIn) =>
      formPage(c, services, { signedIn, form: c.get('visitor').restored, faults: [] }),
    ),
  )
  app.post(
    INVITE_PATH,
    forAdministrators(services, (c, signedIn) => invite(c, services, signedIn)),
  )
}

const choicesOf = async (c: Web, services: Services): Promise<Choices> => {
  const { agency } = c.get('visitor').agency.agency
  return { posts: await listPosts(services.store, agency), clients: await listClients(services.store, agency) }
}

type Invitation = {
  key: string
  name: string
  email: string
  kind: Kind | undefined
  mandate: MandateAnswer | null
  membership: { client: string; jobTitle: string } | null
  isAdministrator: boolean
}

const invite = async (c: Web, services: Services, signedIn: SignedIn) => {
  const visitor = c.get('visitor')
  const { agency, now, text } = visitor
  const form = posted(c)
  const { answer, faults } = read(form, await choicesOf(c, services), visitor)
  if (faults.length > 0) return formPage(c, services, { signedIn, form, faults })
  const { key, name, email, mandate, membership, isAdministrator } = answer
  const invited = await invitePerson(services.store, agency.agency.agency, {
    person: key,
    name,
    email,
    language: 'id',
    isAdministrator,
    mandate: mandate && { ...mandate, mandate: key },
    membership,
    link: invitationLink(visitor, services, { kind: 'invitation', language: 'id' }),
    now,
    by: signedIn.person,
  })
  if (invited === 'known')
    return formPage(c, services, { signedIn, form, faults: [{ name: 'email', message: text.account.people.known }] })
  setFlash(c, services, 'good', text.account.people.invited(email))
  return c.redirect(`${PEOPLE_PATH}/${key}`, 303)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key of the form becomes the new person: sent twice, it is one invitation. */
const read = (
  form: Posted,
  { posts, clients }: Choices,
  visitor: Visitor,
): { answer: Invitation; faults: FieldFault[] } => {
  const { faults: words, people } = visitor.text.account
  const kind = KINDS.find((one) => one === line(form, 'kind'))
  const name = line(form, 'name')
  const email = line(form, 'email')
  const key = line(form, 'key')
  const client = line(form, 'client')
  const jobTitle = line(form, 'jobTitle')
  const mandate = readMandate(form, posts, visitor)
  const forApplicant = faultsOf([
    ['client', clients.some((one) => one.client === client), words.client],
    jobTitleCheck(jobTitle, words),
  ])
  const faults: FieldFault[] = [
    ...faultsOf([nameCheck(name, words), emailCheck(email, words), ['kind', kind !== undefined, people.kindMissing]]),
    ...(kind === 'officer' ? mandate.faults : kind === 'applicant' ? forApplicant : []),
    ...(UUID.test(key) ? [] : [{ message: visitor.text.common.errors.staleForm }]),
  ]
  const isAdministrator = kind === 'administrator' || (kind === 'officer' && line(form, 'isAdministrator') === 'yes')
  const membership = kind === 'applicant' ? { client, jobTitle } : null
  return {
    answer: {
      key,
      name,
      email,
      kind,
      mandate: kind === 'officer' ? mandate.answer : null,
      membership,
      isAdministrator,
    },
    faults,
  }
}

type Shown = { signedIn: SignedIn; form: Posted | null; faults: FieldFault[] }

const formPage = async (c: Web, services: Services, { signedIn, form, faults }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.people
  const choices = await choicesOf(c, services)
  const key = UUID.test(first(form, 'key')) ? first(form, 'key') : services.newId()
  const children = (
    <>
      <PageHead title={words.inviteTitle} lead={words.inviteLead} back={{ href: PEOPLE_PATH, label: words.title }} />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card>
        <Form action={INVITE_PATH} csrf={signedIn.csrf}>
          <input type="hidden" name="key" value={key} />
          <InviteFields visitor={visitor} choices={choices} form={form} faults={faults} />
          <Button kind="primary" icon="send" wide>
            {words.sendInvitation}
          </Button>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.inviteTitle, narrow: true, children }, faults.length > 0 ? 422 : 200)
}

type FieldsProps = { visitor: Visitor; choices: Choices; form: Posted | null; faults: readonly FieldFault[] }

const InviteFields = ({ visitor, choices, form, faults }: FieldsProps) => {
  const { people: words, register } = visitor.text.account
  const error = (name: string) => faultIn(faults, name)
  const kinds = KINDS.map((value) => ({ value, label: words.kinds[value] }))
  const clients = choices.clients.map((one) => ({ value: one.client, label: one.name }))
  const today = inZone(visitor.now, visitor.agency.agency.zone).toPlainDate().toString()
  return (
    <>
      <Field
        kind="text"
        name="name"
        label={words.name}
        value={first(form, 'name')}
        error={error('name')}
        maxlength={120}
        required
      />
      <Field
        kind="email"
        name="email"
        label={words.email}
        value={first(form, 'email')}
        error={error('email')}
        required
      />
      <Field
        kind="radio"
        name="kind"
        label={words.kind}
        options={kinds}
        value={first(form, 'kind')}
        error={error('kind')}
        required
      />
      <Fieldset legend={words.officerPart}>
        <MandateFields visitor={visitor} posts={choices.posts} form={form} today={today} faults={faults} />
        <Field
          kind="checkbox"
          name="isAdministrator"
          label={words.alsoAdministrator}
          checked={first(form, 'isAdministrator') === 'yes'}
        />
      </Fieldset>
      <Fieldset legend={words.applicantPart}>
        <Field
          kind="select"
          name="client"
          label={register.client}
          placeholder={words.chooseClient}
          options={clients}
          value={first(form, 'client')}
          error={error('client')}
        />
        <Field
          kind="text"
          name="jobTitle"
          label={words.jobTitle}
          value={first(form, 'jobTitle')}
          error={error('jobTitle')}
          maxlength={120}
        />
      </Fieldset>
    </>
  )
}
