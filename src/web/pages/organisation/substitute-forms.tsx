// The form that names a substitute, and those that end one.
import { postTitle } from '../../../core/agency/agency.ts'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Organisation, SubstituteRow } from '../../../core/organisation/organisation.ts'
import { all, first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { faultIn } from '../account/checks.ts'
import { type Desk, typedInto } from './desk.ts'
import { mayChange, SUBSTITUTES_PATH } from './substitute-acts.ts'

type Props = { desk: Desk; office: Organisation; newId: () => string }

export const SubstituteForm = ({ desk, office, newId }: Props) => {
  const { visitor, faults, signedIn } = desk
  const { agency, today } = visitor.agency
  const words = visitor.text.organisation.substitutes
  const typed = typedInto(desk, 'add')
  const field = (name: string, value = '') => ({
    name,
    value: typed ? first(typed, name) : value,
    error: typed ? faultIn(faults, name) : undefined,
  })
  // Whoever holds a post today or will; only one's own without the right to manage.
  const held = visitor.agency.mandates.filter(
    (one) => (one.toOn === null || one.toOn >= today) && mayChange(desk, one.person),
  )
  if (held.length === 0) return <p>{words.noPosts}</p>
  const holders = held.map((one) => ({
    value: `${one.post}|${one.person}`,
    label: `${one.name}, ${postTitle(agency, one.post)}`,
  }))
  const officers = office.people.filter(({ person }) => visitor.agency.mandates.some((one) => one.person === person))
  return (
    <Confirm summary={words.add} icon="plus" open={typed !== null}>
      <Form action={SUBSTITUTES_PATH} csrf={signedIn.csrf}>
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="key" value={first(typed, 'key') || newId()} />
        <Field
          kind="select"
          label={words.absent}
          placeholder={words.chooseAbsent}
          options={holders}
          {...field('absent', holders.length === 1 ? holders[0]?.value : '')}
        />
        <Field
          kind="select"
          label={words.person}
          placeholder={words.choosePerson}
          options={officers.map(({ person, name }) => ({ value: person, label: name }))}
          {...field('person')}
        />
        <Field kind="date" label={words.fromOn} {...field('fromOn', today)} />
        <Field kind="date" label={words.toOn} {...field('toOn')} />
        <Confirm summary={words.procedures} kind="quiet" open={all(typed, 'procedures').length > 0}>
          <Field
            kind="checks"
            name="procedures"
            label={words.procedures}
            hint={words.proceduresHint}
            options={inForce(visitor.agency).map(({ procedure, title }) => ({ value: procedure, label: title }))}
            values={all(typed, 'procedures')}
            error={typed ? faultIn(faults, 'procedures') : undefined}
          />
        </Confirm>
        <Field kind="text" label={words.decree} hint={words.decreeHint} maxlength={120} {...field('decree')} />
        <ButtonRow>
          <Button kind="primary">{words.add}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}

export const EndForm = ({ desk, one }: { desk: Desk; one: SubstituteRow }) => {
  const { visitor, signedIn, faults } = desk
  const { today } = visitor.agency
  const words = visitor.text.organisation.substitutes
  const hasBegun = one.fromOn <= today
  const sent = typedInto(desk, 'end')
  const typed = first(sent, 'substitute') === one.substitute ? sent : null
  const what = hasBegun ? 'end' : 'drop'
  return (
    <Confirm summary={words[what]} kind="quiet" open={typed !== null}>
      <Form action={SUBSTITUTES_PATH} csrf={signedIn.csrf}>
        <input type="hidden" name="do" value={what} />
        <input type="hidden" name="substitute" value={one.substitute} />
        {hasBegun && (
          <Field
            kind="date"
            id={`end-${one.substitute}`}
            name="toOn"
            label={words.toOn}
            value={typed ? first(typed, 'toOn') : today}
            error={typed ? faultIn(faults, 'toOn') : undefined}
          />
        )}
        <ButtonRow>
          <Button kind={hasBegun ? 'secondary' : 'danger'}>{words[what]}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}
