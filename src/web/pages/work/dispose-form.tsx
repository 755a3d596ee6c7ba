// One form for letters that are alike: their question, the instructions, a note, further recipients; the deed lies under the thumb.
import { openPosts, postTitle } from '../../../core/agency/agency.ts'
import { furtherPosts } from '../../../core/dossier/acts/dispose.ts'
import { all, first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { NOTE_LETTERS } from '../dossier/desk-form.tsx'
import { ChosenList } from './chosen-list.tsx'
import { type Group, questionOf } from './dispose-many.ts'

export const DISPOSE_PATH = '/work/dispose'

type Props = {
  services: Services
  visitor: Visitor
  signedIn: SignedIn
  group: Group
  form: Posted
  back: string
  faults: readonly FieldFault[]
}

export const DisposeForm = ({ services, visitor, signedIn, group, form, back, faults }: Props) => {
  const { text, agency } = visitor
  const words = text.office.team.dispose
  const next = group.next === null ? '' : postTitle(agency.agency, group.next)
  return (
    <Card>
      <Form action={DISPOSE_PATH} csrf={signedIn.csrf}>
        <ErrorSummary title={text.common.errors.title} faults={faults} />
        <input type="hidden" name="key" value={first(form, 'key') || services.newId()} />
        <input type="hidden" name="back" value={back} />
        <Question visitor={visitor} group={group} form={form} faults={faults} />
        <Field
          kind="checks"
          name="instructions"
          label={text.office.acts.dispose.instructions}
          values={all(form, 'instructions')}
          options={agency.agency.instructions.map((one) => ({ value: one, label: one }))}
          inline
        />
        <Field
          kind="textarea"
          name="note"
          label={text.office.acts.note}
          mark={text.office.acts.optional}
          value={first(form, 'note')}
          rows={2}
          maxlength={NOTE_LETTERS}
        />
        <AlsoTo visitor={visitor} group={group} form={form} />
        <ChosenList visitor={visitor} legend={words.letters} chosen={group.letters.map(({ chosen }) => chosen)} />
        <div class="deed-bar">
          <ButtonRow>
            <Button kind="primary" icon="writing-sign" wide busy={text.office.acts.busy}>
              {words.send(group.letters.length, next)}
            </Button>
          </ButtonRow>
        </div>
      </Form>
    </Card>
  )
}

const Question = ({ visitor, group, form, faults }: Pick<Props, 'visitor' | 'group' | 'form' | 'faults'>) => {
  const [letter] = group.letters
  const asks = letter ? questionOf(letter.chosen) : null
  if (!asks) return null
  return (
    <Field
      kind="radio"
      name="exit"
      label={asks.question[visitor.language]}
      required
      value={first(form, 'exit')}
      error={faults.find(({ name }) => name === 'exit')?.message}
      options={asks.exits.map(({ answer, label }) => ({ value: answer, label: label[visitor.language] }))}
    />
  )
}

/** Only posts that none of the letters goes to anyway. */
const AlsoTo = ({ visitor, group, form }: Pick<Props, 'visitor' | 'group' | 'form'>) => {
  const words = visitor.text.office.acts.dispose
  const { agency } = visitor.agency
  const posts = openPosts(agency, visitor.agency.today)
  const [letter] = group.letters
  if (!letter?.chosen.step) return null
  const { procedure, step } = letter.chosen
  const options = furtherPosts({ procedure, step, own: group.by.post, posts }).map((post) => ({
    value: post,
    label: postTitle(agency, post),
  }))
  const chosen = all(form, 'alsoTo')
  if (options.length === 0) return null
  return (
    <Confirm summary={words.alsoToCount(chosen.length)} kind="quiet" icon="users" open={chosen.length > 0}>
      <Field
        kind="checks"
        name="alsoTo"
        label={words.alsoTo}
        hint={words.alsoToHint}
        values={chosen}
        options={options}
      />
    </Confirm>
  )
}
