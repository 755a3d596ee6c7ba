// The page of access tokens: what there is, and the form that makes another.
import { speakShort } from '../../../core/clock/speak.ts'
import { type TokenState, tokenState } from '../../../core/person/access-token.ts'
import { SCOPES, usefulScopes } from '../../../core/person/scopes.ts'
import type { AccessToken } from '../../../store/access-tokens.ts'
import { API } from '../../api/mount.ts'
import { first, type Posted } from '../../request/body.ts'
import { Code, StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { ACCOUNT_PATH } from '../../ui/masthead.tsx'
import { When } from '../../ui/moment.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { faultIn } from './checks.ts'
import { TOKENS_PATH } from './letters.ts'
import { ScopeList } from './scope-list.tsx'

export const DAYS = [30, 90, 365] as const

type Props = {
  visitor: Visitor
  signedIn: SignedIn
  tokens: readonly AccessToken[]
  /** What was typed, when the form came back. */
  form: Posted | null
  faults: readonly FieldFault[]
  /** Under which the form makes one token, however often it is sent. */
  formKey: string
}

export const TokensView = (props: Props) => {
  const { visitor, tokens, faults } = props
  const words = visitor.text.account.tokens
  const back = (
    <LinkButton icon="arrow-left" href={ACCOUNT_PATH}>
      {words.back}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={back} />
      <p>
        {words.referenceLead} <a href={API}>{visitor.text.api.title}</a>.
      </p>
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card title={words.list} flush={tokens.length > 0}>
        <TokenTable {...props} />
      </Card>
      <Card title={words.make}>
        <p>{words.makeLead}</p>
        <MakeForm {...props} />
      </Card>
    </>
  )
}

const TokenTable = ({ visitor, signedIn, tokens }: Props) => {
  const words = visitor.text.account.tokens
  const { language, agency, now } = visitor
  const short = (at: string) => (
    <When at={{ iso: at, text: speakShort(at, language, { zone: agency.agency.zone, now }) }} />
  )
  const columns: Column<AccessToken>[] = [
    {
      key: 'name',
      label: words.name,
      head: true,
      render: ({ name, hint }) => (
        <>
          {name} <Code>{hint}…</Code>
        </>
      ),
    },
    {
      key: 'scopes',
      label: words.scopes,
      render: ({ scopes }) => <ScopeList scopes={scopes} language={language} />,
    },
    { key: 'made', label: words.made, render: ({ createdAt }) => short(createdAt) },
    {
      key: 'used',
      label: words.lastUsed,
      render: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : short(lastUsedAt)),
    },
    { key: 'expires', label: words.expires, render: ({ expiresAt }) => short(expiresAt) },
    { key: 'state', label: words.state, render: (one) => <StateMark state={tokenState(one, now)} visitor={visitor} /> },
    {
      key: 'act',
      label: words.act,
      render: (one) =>
        one.revokedAt === null ? <Revoke token={one} visitor={visitor} signedIn={signedIn} /> : words.noAct,
    },
  ]
  const empty = (
    <EmptyState icon="key" title={words.empty}>
      {words.emptyWords}
    </EmptyState>
  )
  return (
    <Table
      caption={words.list}
      captionHidden
      columns={columns}
      rows={tokens}
      rowKey={({ token }) => token}
      empty={empty}
    />
  )
}

const TONES: Record<TokenState, Tone> = { valid: 'good', expired: 'neutral', revoked: 'neutral' }

const StateMark = ({ state, visitor }: { state: TokenState; visitor: Visitor }) => (
  <StatusMark tone={TONES[state]}>{visitor.text.account.tokens.states[state]}</StatusMark>
)

const Revoke = ({ token, visitor, signedIn }: { token: AccessToken; visitor: Visitor; signedIn: SignedIn }) => {
  const words = visitor.text.account.tokens
  return (
    <Confirm summary={words.revoke} kind="quiet" icon="x">
      <p>{words.revokeLead(token.name)}</p>
      <Form action={TOKENS_PATH} csrf={signedIn.csrf}>
        <input type="hidden" name="do" value="revoke" />
        <input type="hidden" name="token" value={token.token} />
        <ButtonRow>
          <Button kind="danger">{words.revokeYes}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}

const MakeForm = ({ visitor, signedIn, form, faults, formKey }: Props) => {
  const { language, text } = visitor
  const words = text.account.tokens
  const scopes = usefulScopes(signedIn.actor).map((value) => ({
    value,
    label: `${SCOPES[value].label[language]} (${value})`,
    hint: SCOPES[value].explains[language],
  }))
  return (
    <Form action={TOKENS_PATH} csrf={signedIn.csrf}>
      <input type="hidden" name="do" value="make" />
      <input type="hidden" name="key" value={formKey} />
      <Field
        kind="text"
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={form ? first(form, 'name') : ''}
        error={faultIn(faults, 'name')}
        autocomplete="off"
        maxlength={120}
        required
      />
      <Field
        kind="checks"
        name="scopes"
        label={words.scopes}
        options={scopes}
        values={form ? (form.values.scopes ?? []) : ['read']}
        error={faultIn(faults, 'scopes')}
        required
      />
      <Field
        kind="radio"
        name="days"
        label={words.days}
        options={DAYS.map((days) => ({ value: String(days), label: words.daysOf(days) }))}
        value={form ? first(form, 'days') : '90'}
        error={faultIn(faults, 'days')}
        required
        inline
      />
      <ButtonRow>
        <Button kind="primary" icon="key">
          {words.make}
        </Button>
      </ButtonRow>
    </Form>
  )
}
