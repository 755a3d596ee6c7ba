// The form by which a task goes to a colleague: for whoever holds its post, and for whoever stands above.
import type { Task } from '../../../core/dossier/dossier.ts'
import { postsOver } from '../../../core/dossier/hand-over.ts'
import { first } from '../../request/body.ts'
import { colleaguesAt } from '../../task-deeds.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { type Desk, faultAt, typedInto } from './desk.ts'
import { controlId, DeskForm, Note } from './desk-form.tsx'

type Props = { desk: Desk; task: Task }

/** Where nobody else holds the post there is nobody to hand over to. */
export const HandOverForm = ({ desk, task }: Props) => {
  const { visitor, signedIn, procedure, dossier } = desk
  const words = visitor.text.office.team.handOver
  const colleagues = colleaguesAt(signedIn, { agency: visitor.agency, procedure, dossier, task })
  if (!colleagues.some(({ person }) => person !== signedIn.person)) return null
  const form = { deed: 'hand-over', task: task.task }
  const typed = typedInto(desk, form)
  return (
    <Confirm summary={words.open} kind="quiet" icon="users" open={typed !== null}>
      <p>{words.lead}</p>
      <DeskForm desk={desk} form={form}>
        <Field
          kind="select"
          name="to"
          id={controlId(form, 'to')}
          label={words.to}
          placeholder={words.choose}
          required
          value={first(typed, 'to')}
          error={faultAt(desk, form, 'to')}
          options={colleagues.map(({ person, name }) => ({ value: person, label: name }))}
        />
        <Note
          desk={desk}
          form={form}
          name="note"
          label={words.note}
          mark={visitor.text.office.acts.optional}
          rows={2}
        />
        <ButtonRow>
          <Button kind="primary" icon="users">
            {words.send}
          </Button>
        </ButtonRow>
      </DeskForm>
    </Confirm>
  )
}

/** Stands above the post of this task. */
export const isOver = ({ visitor, signedIn }: Desk, task: Task): boolean =>
  signedIn.actor.posts.some((post) => postsOver(visitor.agency, task).includes(post))
