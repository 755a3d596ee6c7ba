// The form for registering: for whom, then who. Without scripts the questions for agencies and for companies both stand there.
import { Button } from '../../ui/button.tsx'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from './checks.ts'

export const KINDS = ['agency', 'company'] as const

export type ClientOption = { client: string; name: string }
export type Answers = {
  /** null: none of the two. */
  kind: (typeof KINDS)[number] | null
  name: string
  email: string
  phone: string
  client: string
  company: string
  nib: string
  address: string
  jobTitle: string
  consent: boolean
}

export const REGISTER_PATH = '/register'

type Props = { visitor: Visitor; answers: Answers; faults: readonly FieldFault[]; clients: readonly ClientOption[] }

export const RegistrationForm = (props: Props) => {
  const { visitor, answers, faults } = props
  const words = visitor.text.account.register
  return (
    <Form action={REGISTER_PATH} csrf={null}>
      <Field
        kind="radio"
        name="kind"
        label={words.kind}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={answers.kind ?? ''}
        error={faultIn(faults, 'kind')}
        required
      />
      <div data-when={onlyFor('agency')}>
        <AgencyPart {...props} />
      </div>
      <div data-when={onlyFor('company')}>
        <CompanyPart {...props} />
      </div>
      <PersonPart {...props} />
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
        error={faultIn(faults, 'consent')}
        required
      />
      <Button kind="primary" icon="send" wide>
        {words.submit}
      </Button>
    </Form>
  )
}

const onlyFor = (kind: (typeof KINDS)[number]): string => JSON.stringify([{ field: 'kind', is: [kind] }])

const AgencyPart = ({ visitor, answers, faults, clients }: Props) => {
  const words = visitor.text.account.register
  return (
    <Fieldset legend={words.agencyPart}>
      <Field
        kind="select"
        name="client"
        label={words.client}
        placeholder={words.chooseClient}
        options={clients.map((one) => ({ value: one.client, label: one.name }))}
        value={answers.client}
        error={faultIn(faults, 'client')}
        required
      />
    </Fieldset>
  )
}

const CompanyPart = ({ visitor, answers, faults }: Props) => {
  const words = visitor.text.account.register
  const error = (name: string) => faultIn(faults, name)
  return (
    <Fieldset legend={words.companyPart} hint={words.companyHint}>
      <Field
        kind="text"
        name="company"
        label={words.company}
        value={answers.company}
        error={error('company')}
        autocomplete="organization"
        maxlength={160}
        required
      />
      <Field
        kind="text"
        name="nib"
        label={words.nib}
        hint={words.nibHint}
        value={answers.nib}
        error={error('nib')}
        inputmode="numeric"
        maxlength={20}
        required
      />
      <Field
        kind="text"
        name="address"
        label={words.address}
        value={answers.address}
        error={error('address')}
        maxlength={300}
        required
      />
    </Fieldset>
  )
}

const PersonPart = ({ visitor, answers, faults }: Props) => {
  const words = visitor.text.account.register
  const error = (name: string) => faultIn(faults, name)
  return (
    <Fieldset legend={words.personPart}>
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
        kind="text"
        name="jobTitle"
        label={words.jobTitle}
        value={answers.jobTitle}
        error={error('jobTitle')}
        autocomplete="organization-title"
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
    </Fieldset>
  )
}
