// Rank and staff number of an officer, for the letters they sign.
import { RANK_MAX } from '../../../core/person/service.ts'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { faultIn } from '../account/checks.ts'
import { ActForm } from './person-forms.tsx'
import { type PersonPart, typedInto } from './person-part.ts'

export const ServiceCard = (part: PersonPart) => {
  const { visitor, account, form, faults } = part
  const words = visitor.text.account.people
  const typed = typedInto(form, 'service')
  const shown = (name: 'rank' | 'nip') => (typed ? first(typed, name) : account[name])
  return (
    <Card title={words.service}>
      <p>{words.serviceLead}</p>
      <ActForm part={part} what="service">
        <Field
          kind="text"
          name="rank"
          label={words.rank}
          hint={words.rankHint}
          value={shown('rank')}
          error={faultIn(faults, 'rank')}
          maxlength={RANK_MAX}
        />
        <Field
          kind="text"
          name="nip"
          label={words.nip}
          hint={words.nipHint}
          value={shown('nip')}
          error={faultIn(faults, 'nip')}
          maxlength={30}
        />
        <ButtonRow>
          <Button>{words.saveService}</Button>
        </ButtonRow>
      </ActForm>
    </Card>
  )
}
