// The forms on an account's page: answering a registration, inviting again, closing and opening.
import type { ComponentChildren } from 'preact'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { faultIn } from '../account/checks.ts'
import { PEOPLE_PATH } from './list.tsx'
import { type PersonPart, typedInto } from './person-part.ts'

export const RegistrationCard = (part: PersonPart) => {
  const { visitor, form, faults } = part
  const words = visitor.text.account.people
  const typed = typedInto(form, 'refuse')
  return (
    <Card title={words.registration}>
      <p>{words.registrationLead}</p>
      <ActForm part={part} what="approve">
        <ButtonRow>
          <Button kind="primary" icon="check">
            {words.approve}
          </Button>
        </ButtonRow>
      </ActForm>
      <Confirm summary={words.refuse} kind="danger" open={typed !== null}>
        <ActForm part={part} what="refuse">
          <Field
            kind="textarea"
            name="reason"
            label={words.refuseReason}
            hint={words.refuseHint}
            value={first(typed, 'reason')}
            error={faultIn(faults, 'reason')}
            maxlength={500}
            required
          />
          <ButtonRow>
            <Button kind="danger">{words.refuse}</Button>
          </ButtonRow>
        </ActForm>
      </Confirm>
    </Card>
  )
}

export const AccountActs = (part: PersonPart) => {
  const { visitor, account, signedIn } = part
  const words = visitor.text.account.people
  return (
    <>
      {account.state === 'invited' && (
        <ActForm part={part} what="reinvite">
          <ButtonRow>
            <Button icon="mail">{words.inviteAgain}</Button>
          </ButtonRow>
        </ActForm>
      )}
      {account.state === 'closed' ? (
        <Confirm summary={words.open} icon="key">
          <p>{words.openLead}</p>
          <ActForm part={part} what="reinvite">
            <ButtonRow>
              <Button>{words.open}</Button>
            </ButtonRow>
          </ActForm>
        </Confirm>
      ) : (
        account.person !== signedIn.person && (
          <Confirm summary={words.close} kind="danger" icon="ban">
            <p>{words.closeLead}</p>
            <ActForm part={part} what="close">
              <ButtonRow>
                <Button kind="danger">{words.closeYes}</Button>
              </ButtonRow>
            </ActForm>
          </Confirm>
        )
      )}
    </>
  )
}

type ActFormProps = { part: Pick<PersonPart, 'account' | 'signedIn'>; what: string; children: ComponentChildren }

export const ActForm = ({ part, what, children }: ActFormProps) => (
  <Form action={`${PEOPLE_PATH}/${part.account.person}`} csrf={part.signedIn.csrf}>
    <input type="hidden" name="do" value={what} />
    {children}
  </Form>
)
