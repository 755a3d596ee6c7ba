// The posts of one person: held, to be held and held before; giving one and ending one.
import { speakDay } from '../../../core/clock/speak.ts'
import type { MandateRow, PostRow } from '../../../store/people.ts'
import { hatName } from '../../acting.ts'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { CorrectForm, DropForm } from './mandate-correct.tsx'
import { MandateFields } from './mandate-fields.tsx'
import { ActForm } from './person-forms.tsx'
import { type PersonPart, typedInto } from './person-part.ts'

export type MandateProps = PersonPart & { posts: readonly PostRow[]; today: string; newId: () => string }

export const MandateCard = (props: MandateProps) => {
  const { visitor, account, posts, today, form, faults, newId } = props
  const words = visitor.text.account.people
  const typed = typedInto(form, 'give')
  const faultsHere = typed ? faults : []
  return (
    <Card title={words.mandates}>
      {account.mandates.length === 0 ? <p>{words.noMandates}</p> : <MandateTable {...props} />}
      {account.mandates.length > 0 && (
        <ul class="rows">
          {account.mandates.map((one) => (
            <li key={one.mandate}>
              <MandateActs {...props} mandate={one} isOver={one.toOn !== null && one.toOn <= today} />
            </li>
          ))}
        </ul>
      )}
      <Confirm summary={words.addMandate} icon="plus" open={typed !== null}>
        <ActForm part={props} what="give">
          <input type="hidden" name="key" value={first(typed, 'key') || newId()} />
          <MandateFields visitor={visitor} posts={posts} form={typed} today={today} faults={faultsHere} />
          <ButtonRow>
            <Button>{words.addMandate}</Button>
          </ButtonRow>
        </ActForm>
      </Confirm>
    </Card>
  )
}

const MandateTable = (props: MandateProps) => {
  const { visitor, account } = props
  const words = visitor.text.account.people
  const columns: Column<MandateRow>[] = [
    { key: 'post', label: words.post, head: true, render: (one) => hatName({ kind: 'post', ...one }) },
    { key: 'from', label: words.from, render: (one) => speakDay(one.fromOn, visitor.language) },
    {
      key: 'to',
      label: words.to,
      render: (one) => (one.toOn === null ? words.stillHeld : speakDay(one.toOn, visitor.language)),
    },
    { key: 'decree', label: words.decree, render: (one) => one.decree ?? words.none },
  ]
  return (
    <Table
      caption={words.mandates}
      captionHidden
      columns={columns}
      rows={account.mandates}
      rowKey={(one) => one.mandate}
    />
  )
}

const MandateActs = ({ isOver, ...props }: MandateProps & { mandate: MandateRow; isOver: boolean }) => (
  <>
    <strong>{hatName({ kind: 'post', ...props.mandate })}</strong>
    {!isOver && <EndForm {...props} />}
    <CorrectForm {...props} />
    {props.mandate.fromOn > props.today && <DropForm {...props} />}
  </>
)

const EndForm = ({ mandate, ...props }: MandateProps & { mandate: MandateRow }) => {
  const { visitor, form, today, faults } = props
  const words = visitor.text.account.people
  const typed = first(form, 'mandate') === mandate.mandate ? typedInto(form, 'end') : null
  const id = `end-${mandate.mandate}`
  return (
    <Confirm summary={words.endMandate} kind="quiet" open={typed !== null}>
      <ActForm part={props} what="end">
        <input type="hidden" name="mandate" value={mandate.mandate} />
        <Field
          kind="date"
          id={id}
          name="toOn"
          label={words.endOn}
          value={typed ? first(typed, 'toOn') : today}
          error={typed ? faults.find((one) => one.id === id)?.message : undefined}
        />
        <Field
          kind="text"
          id={`end-reason-${mandate.mandate}`}
          name="reason"
          label={words.endReason}
          value={first(typed, 'reason')}
          maxlength={300}
        />
        <ButtonRow>
          <Button>{words.endOf(mandate.title)}</Button>
        </ButtonRow>
      </ActForm>
    </Confirm>
  )
}
