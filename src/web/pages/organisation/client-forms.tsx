// The forms of a client: its data, closing it, opening it again.
import type { ComponentChildren } from 'preact'
import type { ClientRow } from '../../../core/organisation/organisation.ts'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { faultIn } from '../account/checks.ts'
import { clientPath, NEW } from './address.ts'
import { type Desk, typedInto } from './desk.ts'
import { ReasonField } from './reason-field.tsx'

type ActFormProps = { desk: Desk; client: ClientRow | undefined; what: string; children: ComponentChildren }

const ActForm = ({ desk, client, what, children }: ActFormProps) => (
  <Form action={clientPath(client?.client ?? NEW)} csrf={desk.signedIn.csrf}>
    <input type="hidden" name="do" value={what} />
    {children}
  </Form>
)

/** A new client without `client`. */
export const ClientForm = ({ desk, client }: { desk: Desk; client: ClientRow | undefined }) => {
  const { visitor, faults } = desk
  const all = visitor.text.organisation
  const words = all.clients
  const typed = typedInto(desk, 'save')
  const field = (name: string, value: string) => ({
    name,
    value: typed ? first(typed, name) : value,
    error: typed ? faultIn(faults, name) : undefined,
  })
  return (
    <ActForm desk={desk} client={client} what="save">
      <Field kind="text" label={all.name} maxlength={160} required {...field('name', client?.name ?? '')} />
      {!client && <Field kind="text" label={all.key} hint={all.keyHint} maxlength={60} {...field('client', '')} />}
      <Field
        kind="text"
        label={words.head}
        hint={words.headHint}
        maxlength={160}
        required
        {...field('head', client?.head ?? '')}
      />
      <Field kind="text" label={words.address} maxlength={160} required {...field('address', client?.address ?? '')} />
      <ReasonField visitor={visitor} typed={typed} />
      <ButtonRow>
        <Button kind="primary" icon="check">
          {all.save}
        </Button>
      </ButtonRow>
    </ActForm>
  )
}

export const ClientForms = ({ desk, client }: { desk: Desk; client: ClientRow }) => {
  const { visitor, faults } = desk
  const words = visitor.text.organisation.clients
  const typed = typedInto(desk, 'close')
  if (client.closedOn !== null)
    return (
      <ActForm desk={desk} client={client} what="reopen">
        <ButtonRow>
          <Button>{words.reopen}</Button>
        </ButtonRow>
      </ActForm>
    )
  return (
    <Confirm summary={words.close} icon="ban" kind="danger" open={typed !== null}>
      <p>{words.closeLead}</p>
      <ActForm desk={desk} client={client} what="close">
        <Field
          kind="date"
          name="closedOn"
          label={words.closeDay}
          value={typed ? first(typed, 'closedOn') : visitor.agency.today}
          error={typed ? faultIn(faults, 'closedOn') : undefined}
        />
        <ReasonField visitor={visitor} typed={typed} id="reason-close" />
        <ButtonRow>
          <Button kind="danger">{words.close}</Button>
        </ButtonRow>
      </ActForm>
    </Confirm>
  )
}
