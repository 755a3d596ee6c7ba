// A disposition in ten seconds: instructions to tick, a note, and one button that names the next desk.
import { openPosts, postTitle } from '../../../../core/agency/agency.ts'
import { furtherPosts } from '../../../../core/dossier/acts/dispose.ts'
import { all, first } from '../../../request/body.ts'
import { ButtonRow } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Field } from '../../../ui/field.tsx'
import { typedInto } from '../desk.ts'
import { controlId, DeskForm, Note } from '../desk-form.tsx'
import {
  type ActProps,
  type ActView,
  answered,
  Decision,
  finishForm,
  nextPost,
  PrimaryButton,
  readDecision,
} from './act.tsx'

export const dispose: ActView = {
  Body: (props) => {
    const { desk, task } = props
    const { text, agency } = desk.visitor
    const words = text.office.acts.dispose
    const form = finishForm(task)
    const typed = typedInto(desk, form)
    return (
      <DeskForm desk={desk} form={form}>
        <Decision {...props} />
        <Field
          kind="checks"
          name="instructions"
          id={controlId(form, 'instructions')}
          label={words.instructions}
          values={all(typed, 'instructions')}
          options={agency.agency.instructions.map((one) => ({ value: one, label: one }))}
          inline
        />
        <Note
          desk={desk}
          form={form}
          name="note"
          label={text.office.acts.note}
          mark={text.office.acts.optional}
          rows={2}
        />
        <AlsoTo {...props} />
        <ButtonRow atHand>
          <PrimaryButton desk={desk}>{words.send(nextPost(props))}</PrimaryButton>
        </ButtonRow>
      </DeskForm>
    )
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    return answered(
      { instructions: all(posted, 'instructions'), alsoTo: all(posted, 'alsoTo'), note: first(posted, 'note'), exit },
      faults,
    )
  },
}

/** Folded away: seldom wanted, and the common disposition must fit on a telephone. */
const AlsoTo = (props: ActProps) => {
  const { desk, task, step, by } = props
  const words = desk.visitor.text.office.acts.dispose
  const { agency } = desk.visitor.agency
  const form = finishForm(task)
  const chosen = all(typedInto(desk, form), 'alsoTo')
  const posts = openPosts(agency, desk.visitor.agency.today)
  const options = furtherPosts({ procedure: desk.procedure, step, own: by.post, posts }).map((post) => ({
    value: post,
    label: postTitle(agency, post),
  }))
  if (options.length === 0) return null
  return (
    <Confirm summary={words.alsoToCount(chosen.length)} kind="quiet" icon="users" open={chosen.length > 0}>
      <Field
        kind="checks"
        name="alsoTo"
        id={controlId(form, 'alsoTo')}
        label={words.alsoTo}
        hint={words.alsoToHint}
        values={chosen}
        options={options}
      />
    </Confirm>
  )
}
