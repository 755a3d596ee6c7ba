// For whom somebody asks: one agency or several; adding one and taking one away.
import type { MembershipRow } from '../../../store/people.ts'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { faultIn } from '../account/checks.ts'
import { clientWords } from './company-part.tsx'
import { ActForm } from './person-forms.tsx'
import { type PersonPart, typedInto } from './person-part.ts'

type Props = PersonPart & { clients: readonly { client: string; name: string }[] }

export const MembershipCard = (props: Props) => {
  const { visitor, account } = props
  const words = visitor.text.account.people
  return (
    <Card title={words.clients}>
      {account.clients.length === 0 ? (
        <p>{words.noClients}</p>
      ) : (
        <ul class="rows">
          {account.clients.map((one) => (
            <li key={one.client}>
              <Leave {...props} one={one} />
            </li>
          ))}
        </ul>
      )}
      <Join {...props} />
    </Card>
  )
}

const Leave = ({ one, ...props }: Props & { one: MembershipRow }) => {
  const words = props.visitor.text.account.people
  const name = clientWords(one, props.visitor)
  return (
    <>
      <span>{one.jobTitle === '' ? name : `${name}, ${one.jobTitle}`}</span>
      <Confirm summary={words.leave} kind="quiet">
        <p>{words.leaveLead}</p>
        <ActForm part={props} what="leave">
          <input type="hidden" name="client" value={one.client} />
          <ButtonRow>
            <Button kind="danger">{words.leaveOf(one.name)}</Button>
          </ButtonRow>
        </ActForm>
      </Confirm>
    </>
  )
}

const Join = (props: Props) => {
  const { visitor, account, clients, form, faults } = props
  const words = visitor.text.account.people
  const typed = typedInto(form, 'join')
  const error = (name: string) => (typed ? faultIn(faults, name) : undefined)
  const others = clients.filter(({ client }) => !account.clients.some((one) => one.client === client))
  return (
    <Confirm summary={words.join} icon="plus" open={typed !== null}>
      <ActForm part={props} what="join">
        <Field
          kind="select"
          name="client"
          label={words.clients}
          placeholder={words.chooseClient}
          options={others.map(({ client, name }) => ({ value: client, label: name }))}
          value={first(typed, 'client')}
          error={error('client')}
        />
        <Field
          kind="text"
          name="jobTitle"
          label={words.jobTitle}
          value={first(typed, 'jobTitle')}
          error={error('jobTitle')}
          maxlength={120}
        />
        <ButtonRow>
          <Button>{words.join}</Button>
        </ButtonRow>
      </ActForm>
    </Confirm>
  )
}
