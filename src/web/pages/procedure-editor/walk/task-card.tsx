// One open task of a trial: whose it is, its time and papers, and the questions of its act.
import { postTitle } from '../../../../core/agency/agency.ts'
import { speakLimit } from '../../../../core/clock/speak.ts'
import { parseTime } from '../../../../core/clock/time-limit.ts'
import type { Task } from '../../../../core/dossier/dossier.ts'
import { recordsAt } from '../../../../core/procedure/form.ts'
import { sampleForm } from '../../../../core/procedure/sample-form.ts'
import type { Step } from '../../../../core/procedure/schema.ts'
import { FormFields } from '../../../fields/form-fields.tsx'
import { valuesOf } from '../../../fields/typed-form.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonRow } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Definition } from '../../../ui/definition.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { spoken } from '../answers.ts'
import { ACT_WORDS } from '../kind-words.ts'
import { Press, type TrialProps, walkAddress } from './view.tsx'

type Props = TrialProps & { task: Task }

export const TaskCard = (props: Props) => {
  const { visitor, trial, task, draft } = props
  const { text, language, agency } = visitor
  const words = text.trial
  const step = trial.procedure.steps.find((one) => one.step === task.step)
  if (!step) return null
  const [post] = task.posts
  const actor =
    post === undefined ? words.applicant : task.posts.map((one) => postTitle(agency.agency, one)).join(' / ')
  return (
    <Card title={step.activity} level={3} aside={<Badge tone="info">{actor}</Badge>}>
      <Definition facts={factsOf(step, props)} />
      {task.kind === 'main' && <Imagined step={step} words={words} />}
      <Form action={walkAddress(draft)} csrf={trial.signedIn.csrf}>
        <input type="hidden" name="trail" value={trial.sealed} />
        <input type="hidden" name="task" value={task.task} />
        <Questions {...props} step={step} />
        <ButtonRow>
          <Press what="finish">{words.asActor(actor)}</Press>
        </ButtonRow>
      </Form>
      {task.kind === 'main' && <OtherWays {...props} step={step} />}
      <p class="visually-hidden">{ACT_WORDS[step.act].label[language]}</p>
    </Card>
  )
}

const factsOf = (step: Step, { visitor, task }: Props) => {
  const { text, language } = visitor
  const words = text.trial
  const limit = parseTime(step.time)
  const papers = (names: readonly string[]) => names.map(spoken).join(', ')
  return [
    { label: words.time, value: limit ? speakLimit(limit, language) : (step.time ?? '') },
    ...(task.kind === 'main'
      ? []
      : [{ label: words.sideTask, value: task.letter ? spoken(task.letter) : words.sideTask }]),
    ...(step.needs.length > 0 ? [{ label: words.needs, value: papers(step.needs) }] : []),
    ...(step.makes.length > 0 ? [{ label: words.makes, value: papers(step.makes) }] : []),
  ]
}

const Imagined = ({ step, words }: { step: Step; words: Props['visitor']['text']['trial'] }) => {
  const says =
    step.act === 'fulfil'
      ? words.imaginedFulfil
      : step.act === 'send' || step.act === 'sign'
        ? words.imaginedLetter
        : ''
  return says === '' ? null : <p class="field-hint">{says}</p>
}

const Questions = ({ visitor, trial, task, step }: Props & { step: Step }) => {
  const { text, language, agency } = visitor
  const words = text.trial
  const { procedure, rehearsal } = trial
  const id = task.task.slice(-4)
  const isMain = task.kind === 'main'
  const asksFields = isMain && (step.act === 'submit' || recordsAt(procedure, step.step).length > 0)
  const given = rehearsal.dossier?.form ?? {}
  return (
    <>
      {asksFields && (
        <FormFields
          agency={agency}
          procedure={procedure}
          step={step.step}
          values={valuesOf(sampleForm(procedure, given, step.step))}
          files={[]}
          faults={{}}
          verdicts={{}}
          checkUrl={null}
          language={language}
          text={text.apply}
        />
      )}
      {isMain && step.decides && (
        <Field
          kind="radio"
          name="exit"
          id={`exit-${id}`}
          label={step.decides.question[language]}
          options={step.decides.exits.map(({ answer, label }) => ({ value: answer, label: label[language] }))}
        />
      )}
      {(task.kind === 'initial' || step.act === 'initial') && (
        <Field
          kind="radio"
          name="verdict"
          id={`verdict-${id}`}
          label={words.verdict}
          value="initialed"
          options={[
            { value: 'initialed', label: words.initialed },
            { value: 'sent-back', label: words.sentBack },
          ]}
        />
      )}
      {step.act !== 'submit' && (
        <Field kind="text" name="note" id={`note-${id}`} label={words.note} value={words.sampleNote} />
      )}
    </>
  )
}

/** Going back and refusing, where the policy lets this step do so. */
const OtherWays = ({ visitor, trial, task, draft, step }: Props & { step: Step }) => {
  const words = visitor.text.trial
  const { policy } = trial.procedure
  const canReturn =
    policy.return?.from.includes(step.step) || policy.sendBack.some(({ from }) => from.includes(step.step))
  const canReject = policy.reject?.by.includes(step.step)
  if (!canReturn && !canReject) return null
  return (
    <Form action={walkAddress(draft)} csrf={trial.signedIn.csrf}>
      <input type="hidden" name="trail" value={trial.sealed} />
      <input type="hidden" name="task" value={task.task} />
      <Field
        kind="text"
        name="reason"
        id={`reason-${task.task.slice(-4)}`}
        label={words.reason}
        value={words.sampleReason}
      />
      <ButtonRow>
        {canReturn && (
          <Press what="return" kind="secondary">
            {words.returnTo}
          </Press>
        )}
        {canReject && (
          <Press what="reject" kind="danger">
            {words.reject}
          </Press>
        )}
      </ButtonRow>
    </Form>
  )
}
