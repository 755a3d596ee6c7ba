// The list of everybody with an account; registrations that wait stand first.
import { inZone } from '../../../core/clock/instant.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import { isInForce } from '../../../core/person/mandate.ts'
import { type Account, listAccounts, type PersonState } from '../../../store/people.ts'
import { hatName } from '../../acting.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { App, Visitor } from '../../visitor.ts'
import { clientWords } from './company-part.tsx'
import { forAdministrators } from './gate.ts'

export const PEOPLE_PATH = '/people'

export const peopleRoutes = (app: App, services: Services): void => {
  app.get(
    PEOPLE_PATH,
    forAdministrators(services, async (c) => {
      const visitor = c.get('visitor')
      const words = visitor.text.account.people
      const accounts = await listAccounts(services.store, visitor.agency.agency.agency)
      const waiting = accounts.filter((one) => one.state === 'awaiting-approval')
      const others = accounts.filter((one) => one.state !== 'awaiting-approval')
      const actions = (
        <LinkButton kind="primary" icon="plus" href={`${PEOPLE_PATH}/invite`}>
          {words.invite}
        </LinkButton>
      )
      const children = (
        <>
          <PageHead title={words.title} lead={words.lead} actions={actions} />
          <Card title={words.waiting} flush={waiting.length > 0}>
            {waiting.length === 0 ? (
              words.noneWaiting
            ) : (
              <AccountTable caption={words.waiting} accounts={waiting} visitor={visitor} />
            )}
          </Card>
          <Card title={words.everybody} flush>
            <AccountTable caption={words.everybody} accounts={others} visitor={visitor} />
          </Card>
        </>
      )
      return page(c, services, { title: words.title, children })
    }),
  )
}

const AccountTable = ({
  caption,
  accounts,
  visitor,
}: {
  caption: string
  accounts: readonly Account[]
  visitor: Visitor
}) => {
  const words = visitor.text.account.people
  const { zone } = visitor.agency.agency
  const columns: Column<Account>[] = [
    {
      key: 'name',
      label: words.name,
      head: true,
      render: (one) => <a href={`${PEOPLE_PATH}/${one.person}`}>{one.name}</a>,
    },
    { key: 'email', label: words.email, render: (one) => one.email },
    { key: 'hats', label: words.hats, render: (one) => hatsOf(one, visitor).join(', ') || words.none },
    { key: 'state', label: words.state, render: (one) => <StateMark state={one.state} visitor={visitor} /> },
    {
      key: 'since',
      label: words.since,
      render: (one) => speakShort(one.createdAt, visitor.language, { zone, now: visitor.now }),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={accounts} rowKey={(one) => one.person} />
}

const TONES: Record<PersonState, Tone> = {
  active: 'good',
  invited: 'info',
  'awaiting-approval': 'warning',
  closed: 'neutral',
}

export const StateMark = ({ state, visitor }: { state: PersonState; visitor: Visitor }) => (
  <StatusMark tone={TONES[state]}>{visitor.text.account.people.states[state]}</StatusMark>
)

/** Posts held today, clients asked for, and the right to manage people. */
export const hatsOf = (account: Account, visitor: Visitor): string[] => {
  const { agency, now, text } = visitor
  const today = inZone(now, agency.agency.zone).toPlainDate().toString()
  const posts = account.mandates.filter((one) => isInForce(one, today)).map((one) => hatName({ kind: 'post', ...one }))
  const clients = account.clients.map((one) => clientWords(one, visitor))
  return [...posts, ...clients, ...(account.isAdministrator ? [text.account.people.administrator] : [])]
}
