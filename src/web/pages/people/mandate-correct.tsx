// Putting right what was entered wrongly of a mandate, and taking back one that has not begun.
import { CAPACITIES } from '../../../core/organisation/organisation.ts'
import type { MandateRow } from '../../../store/people.ts'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import type { MandateProps } from './mandates.tsx'
import { ActForm } from './person-forms.tsx'
import { typedInto } from './person-part.ts'

type Props = MandateProps & { mandate: MandateRow }

export const CorrectForm = ({ mandate, ...props }: Props) => {
  const { visitor, form, faults } = props
  const words = visitor.text.account.people
  const typed = first(form, 'mandate') === mandate.mandate ? typedInto(form, 'correct') : null
  const field = (name: string, value: string) => {
    const id = `correct-${name}-${mandate.mandate}`
    const error = typed ? faults.find((one) => one.id === id)?.message : undefined
    return { id, name, value: typed ? first(typed, name) : value, error }
  }
  const capacities = CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))
  return (
    <Confirm summary={words.correct} kind="quiet" open={typed !== null}>
      <ActForm part={props} what="correct">
        <input type="hidden" name="mandate" value={mandate.mandate} />
        <Field
          kind="select"
          label={words.capacity}
          placeholder={words.capacityMissing}
          options={capacities}
          {...field('capacity', mandate.capacity)}
        />
        <Field kind="date" label={words.from} {...field('fromOn', mandate.fromOn)} />
        <Field kind="date" label={words.endOn} hint={words.toHint} {...field('toOn', mandate.toOn ?? '')} />
        <Field kind="text" label={words.decree} maxlength={120} {...field('decree', mandate.decree ?? '')} />
        <Field kind="text" label={words.reason} hint={words.reasonHint} maxlength={300} {...field('reason', '')} />
        <ButtonRow>
          <Button>{words.correctOf(mandate.title)}</Button>
        </ButtonRow>
      </ActForm>
    </Confirm>
  )
}

export const DropForm = ({ mandate, ...props }: Props) => {
  const words = props.visitor.text.account.people
  return (
    <Confirm summary={words.drop} kind="quiet">
      <p>{words.dropLead}</p>
      <ActForm part={props} what="drop">
        <input type="hidden" name="mandate" value={mandate.mandate} />
        <ButtonRow>
          <Button kind="danger">{words.dropOf(mandate.title)}</Button>
        </ButtonRow>
      </ActForm>
    </Confirm>
  )
}
