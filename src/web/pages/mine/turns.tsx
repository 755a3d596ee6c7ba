// Who is waited for now; and where it is the applicant, the means to do it.
import { speakLimit, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { openMainTasks, type Task } from '../../../core/dossier/dossier.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { inLines } from '../../fields/answers.tsx'
import { titleOfBy } from '../../story/titles.ts'
import { type Wait, waitingNow } from '../../story/waiting.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TaskPanel } from '../../ui/task-panel.tsx'
import { TimeBar } from '../../ui/time-bar.tsx'
import type { ViewProps } from './dossier-view.tsx'
import type { MyRequest } from './situation.ts'
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
  return (
    <TaskPanel
      kicker={`${text.office.story.place(wait.position, wait.of)}${isMine ? `, ${text.apply.dossier.yourTurn.toLowerCase()}` : ''}`}
      title={wait.activity}
      mine={isMine}
      facts={waitFacts(request, wait)}
      time={<Used request={request} wait={wait} />}
    >
      {isMine && task && <MyTurn {...props} task={task} />}
    </TaskPanel>
  )
}

const waitFacts = ({ visitor }: MyRequest, wait: Wait) => {
  const { text, language, agency, now } = visitor
  const words = text.apply.dossier
  const when = (at: string): string => speakShort(at, language, { zone: agency.agency.zone, now })
  return [
    { label: words.waitingFor, value: wait.who },
    { label: words.since, value: when(wait.since) },
    { label: words.limit, value: wait.dueAt ? when(wait.dueAt) : words.noLimit },
  ]
}

const Used = ({ request, wait }: { request: MyRequest; wait: Wait }) => {
  const { language, text, agency, now } = request.visitor
  const words = text.apply.dossier
  if (wait.standardMinutes === null || wait.dueAt === null) return null
  return (
    <TimeBar
      label={words.used}
      usedMinutes={wait.usedMinutes}
      standardMinutes={wait.standardMinutes}
      used={`${words.used} ${speakMinutes(wait.usedMinutes, language)}`}
      standard={`${words.standard} ${speakLimit(wait.limit, language)}`}
      remark={`${words.limit} ${speakShort(wait.dueAt, language, { zone: agency.agency.zone, now })}`}
    />
  )
}

const MyTurn = (props: ViewProps & { task: Task }) => {
  const step = stepNamed(props.request.procedure, props.task.step)
  return step?.act === 'submit' ? <Returned {...props} /> : <Confirmation {...props} />
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
const Confirmation = ({ request, task, typed, newKey }: ViewProps & { task: Task }) => {
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
      {isReceive && <p>{words.confirmHint}</p>}
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
