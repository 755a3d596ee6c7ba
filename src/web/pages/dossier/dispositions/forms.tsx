// What is done with a disposition beside answering it: passed on, asked again, closed out, recalled; each form opens in place.
import { postTitle } from '../../../../core/agency/agency.ts'
import type { Task } from '../../../../core/dossier/dossier.ts'
import { mayAskAgain, mayClose, mayRecall, onwardChoices } from '../../../disposition-deeds.ts'
import { all, first } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Desk, type FormName, faultAt, typedInto } from '../desk.ts'
import { controlId, DeskForm, Note } from '../desk-form.tsx'

type Props = { desk: Desk; task: Task }

const atOf = ({ visitor, procedure, dossier }: Desk, task: Task) => ({
  agency: visitor.agency,
  procedure,
  dossier,
  task,
})

export const OnwardForm = ({ desk, task }: Props) => {
  const { agency } = desk.visitor.agency
  const choices = onwardChoices({ agency: desk.visitor.agency, dossier: desk.dossier, task })
  if (choices.length === 0) return null
  const words = desk.visitor.text.dispositions.onward
  const { acts } = desk.visitor.text.office
  const form: FormName = { deed: 'dispose-onward', task: task.task }
  const typed = typedInto(desk, form)
  return (
    <Confirm summary={words.open} kind="quiet" icon="users" open={typed !== null}>
      <p>{words.lead}</p>
      <DeskForm desk={desk} form={form}>
        <Field
          kind="checks"
          name="to"
          id={controlId(form, 'to')}
          label={words.to}
          hint={words.toHint}
          error={faultAt(desk, form, 'to')}
          values={all(typed, 'to')}
          options={choices.map((post) => ({ value: post, label: postTitle(agency, post) }))}
        />
        <Field
          kind="checks"
          name="instructions"
          id={controlId(form, 'instructions')}
          label={acts.dispose.instructions}
          values={all(typed, 'instructions')}
          options={agency.instructions.map((one) => ({ value: one, label: one }))}
          inline
        />
        <Note desk={desk} form={form} name="note" label={words.note} mark={acts.optional} rows={2} />
        <DueField desk={desk} form={form} />
        <ButtonRow>
          <Button kind="primary" icon="writing-sign" busy={acts.busy}>
            {words.send}
          </Button>
        </ButtonRow>
      </DeskForm>
    </Confirm>
  )
}

export const AgainForm = ({ desk, task }: Props) => {
  if (!mayAskAgain(desk.signedIn, atOf(desk, task))) return null
  const words = desk.visitor.text.dispositions.againForm
  const form: FormName = { deed: 'ask-again', task: task.task }
  return (
    <Confirm summary={words.open} kind="quiet" icon="message" open={typedInto(desk, form) !== null}>
      <DeskForm desk={desk} form={form}>
        <Note desk={desk} form={form} name="note" label={words.note} required rows={2} />
        <DueField desk={desk} form={form} />
        <Send desk={desk} words={words.send} icon="message" />
      </DeskForm>
    </Confirm>
  )
}

/** Of a side task its own answer; of the step on the path what hangs beside it. */
export const CloseForm = ({ desk, task, open = false }: Props & { open?: boolean }) => {
  if (!mayClose(desk.signedIn, atOf(desk, task))) return null
  const words = desk.visitor.text.dispositions.close
  const form: FormName = { deed: 'close-disposition', task: task.task }
  return (
    <Confirm summary={words.open} icon="circle-check" open={open || typedInto(desk, form) !== null}>
      <p>{task.kind === 'attention' ? words.leadAnswer : words.lead}</p>
      <DeskForm desk={desk} form={form}>
        <Note desk={desk} form={form} name="note" label={words.note} required rows={2} />
        <Send desk={desk} words={words.send} icon="circle-check" />
      </DeskForm>
    </Confirm>
  )
}

export const RecallForm = ({ desk, task }: Props) => {
  if (!mayRecall(desk.signedIn, atOf(desk, task))) return null
  const words = desk.visitor.text.dispositions.recall
  const { optional } = desk.visitor.text.office.acts
  const form: FormName = { deed: 'recall-disposition', task: task.task }
  return (
    <Confirm summary={words.open} icon="arrow-back-up" open={typedInto(desk, form) !== null}>
      <p>{task.kind === 'main' ? words.leadPath : words.lead}</p>
      <DeskForm desk={desk} form={form}>
        <Note desk={desk} form={form} name="reason" label={words.reason} mark={optional} rows={2} />
        <Send desk={desk} words={words.send} icon="arrow-back-up" />
      </DeskForm>
    </Confirm>
  )
}

const DueField = ({ desk, form }: { desk: Desk; form: FormName }) => (
  <Field
    kind="date"
    name="dueOn"
    id={controlId(form, 'dueOn')}
    label={desk.visitor.text.dispositions.onward.dueOn}
    mark={desk.visitor.text.office.acts.optional}
    min={desk.visitor.agency.today.toString()}
    value={first(typedInto(desk, form), 'dueOn')}
  />
)

type SendProps = { desk: Desk; words: string; icon: 'message' | 'circle-check' | 'arrow-back-up' }

const Send = ({ desk, words, icon }: SendProps) => (
  <ButtonRow>
    <Button icon={icon} busy={desk.visitor.text.office.acts.busy}>
      {words}
    </Button>
  </ButtonRow>
)
