// Who is waited for now; and where it is the applicant, the means to do it.
import { speakShort } from '../../../core/clock/speak.ts'
import { openMainTasks, type Task } from '../../../core/dossier/dossier.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { inLines } from '../../fields/lines.tsx'
import { titleOfBy } from '../../story/titles.ts'
import { type Wait, waitingNow } from '../../story/waiting.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TaskPanel } from '../../ui/task-panel.tsx'
import { DemoSealed } from '../dossier/signing/demo-seal.tsx'
import { StepTime, waitFacts } from '../step-wait.tsx'
import { asksFields } from './correct-page.tsx'
import type { ViewProps } from './dossier-view.tsx'
import { isWaiting, SECRETS_ID } from './secrets.tsx'
import { whyMine } from './why-mine.ts'

export const Turns = (props: ViewProps) => {
  const { visitor, procedure, dossier } = props.request
  const { agency, now, language } = visitor
  const waits = waitingNow({ procedure, dossier, agency, now, language })
  return (
    <>
      {waits.map((wait) => (
        <Turn {...props} wait={wait} key={wait.task} />
      ))}
    </>
  )
}

const Turn = (props: ViewProps & { wait: Wait }) => {
  const { wait, request } = props
  const { visitor, dossier } = request
  const task = openMainTasks(dossier).find((one) => one.task === wait.task)
  const isMine = task?.forApplicant === true
  const { text } = visitor
  const place = text.office.story.place(wait.position, wait.of)
  return (
    <TaskPanel
      kicker={isMine ? text.office.dossier.yourTurn(place) : place}
      title={wait.activity}
      mine={isMine}
      facts={waitFacts(visitor, wait, isMine)}
      time={<StepTime visitor={visitor} wait={wait} />}
    >
      {isMine && task && <MyTurn {...props} task={task} />}
    </TaskPanel>
  )
}

const MyTurn = (props: ViewProps & { task: Task }) => {
  const step = stepNamed(props.request.procedure, props.task.step)
  if (!step || !asksFields(props.request.procedure, step.step)) return <Confirmation {...props} />
  return (
    <>
      {step.act === 'receive' && <ReadFirst {...props} />}
      <Returned {...props} />
    </>
  )
}

const Returned = ({ request, task }: ViewProps & { task: Task }) => {
  const { visitor, dossier } = request
  const { text, language, agency, now } = visitor
  const words = text.apply.dossier
  const why = whyMine(request, task)
  const who =
    why.by && titleOfBy(agency.agency, why.by, { applicant: request.clientName, system: text.apply.history.system })
  const when = why.at && speakShort(why.at, language, { zone: agency.agency.zone, now })
  return (
    <>
      {why.words !== '' && (
        <Notice tone="warning" word={why.kind === 'mend' ? words.returned : words.asked}>
          {who && when && <p>{words.returnedBy(who, when)}</p>}
          <blockquote>{inLines(why.words.split('\n'))}</blockquote>
        </Notice>
      )}
      <ButtonRow>
        <LinkButton kind="primary" icon="pencil" href={`/mine/${dossier.id}/correct`}>
          {why.kind === 'mend' ? words.correct : words.complete}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

/** Receiving, or whatever else the procedure asks of its applicant: a note, and an answer where it poses a question. */
const Confirmation = ({ request, secrets, task, typed, newKey }: ViewProps & { task: Task }) => {
  const { visitor, signedIn, dossier, procedure } = request
  const { text, language } = visitor
  const words = text.apply.dossier
  const step = stepNamed(procedure, task.step)
  const kept = typed?.act === 'finish' ? typed.values : {}
  const isReceive = step?.act === 'receive'
  return (
    <Form action={`/mine/${dossier.id}/finish`} csrf={signedIn.csrf}>
      <input type="hidden" name="act" value="finish" />
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="task" value={task.task} />
      {isReceive && <ReadFirst request={request} secrets={secrets} />}
      {step?.decides && (
        <Field
          kind="radio"
          name="exit"
          label={step.decides.question[language]}
          required
          value={kept.exit?.[0]}
          options={step.decides.exits.map((exit) => ({ value: exit.answer, label: exit.label[language] }))}
        />
      )}
      <Field
        kind="textarea"
        name="note"
        label={words.note}
        mark={text.apply.fields.optional}
        rows={2}
        value={kept.note?.[0]}
      />
      <ButtonRow>
        <Button kind="primary" icon="check">
          {isReceive ? words.confirmReceive : words.confirm}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** What was delivered stands before the question whether it has arrived. */
const ReadFirst = ({ request, secrets }: Pick<ViewProps, 'request' | 'secrets'>) => {
  const { dossier, visitor } = request
  const words = visitor.text.apply.dossier
  const given = dossier.letters.findLast((one) => one.paper)
  const letter = given?.paper
  return (
    <>
      <p>{words.confirmHint}</p>
      <DemoSealed visitor={visitor} letter={given} />
      <ButtonRow>
        {letter && (
          <LinkButton icon="download" href={`/mine/${dossier.id}/papers/${letter.id}`} download>
            {words.readFirst}
          </LinkButton>
        )}
        {isWaiting(secrets) && (
          <LinkButton icon="key" href={`#${SECRETS_ID}`}>
            {words.readSecret}
          </LinkButton>
        )}
      </ButtonRow>
    </>
  )
}
