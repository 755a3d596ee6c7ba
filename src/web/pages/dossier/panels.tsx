// What is demanded now: the reader's own tasks as forms, and for the others who is waited for and since when.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import type { Refusal } from '../../../core/dossier/commands.ts'
import type { Task } from '../../../core/dossier/dossier.ts'
import { fourEyesBar } from '../../../core/dossier/four-eyes.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Act, Step } from '../../../core/procedure/schema.ts'
import { inLines } from '../../fields/lines.tsx'
import { awayNotes } from '../../masthead-person.ts'
import { namedTitleOfBy } from '../../story/titles.ts'
import { placeOf, type Wait } from '../../story/waiting.ts'
import { isShared, isTakenByOther } from '../../task-deeds.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { Fact } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TaskPanel } from '../../ui/task-panel.tsx'
import { actingFacts } from '../acting-as.tsx'
import { StepTime, waitFacts } from '../step-wait.tsx'
import { EffectState, Proofs } from './acts/fulfil.tsx'
import { viewOf } from './acts/table.ts'
import type { Desk, MyTask } from './desk.ts'
import { DeskForm } from './desk-form.tsx'
import { HandOverForm, isOver } from './hand-over.tsx'
import { OverrideForm, RejectForm, ReturnForm } from './policy-forms.tsx'

export const MyPanel = ({ desk, my }: { desk: Desk; my: MyTask }) => {
  const { task, by } = my
  const step = stepNamed(desk.procedure, task.step)
  if (!step) return null
  const { dossier: words, work, story } = desk.visitor.text.office
  const wait = desk.waits.find((one) => one.task === task.task)
  const { position, of } = placeOf(desk.procedure, task.step)
  const isAtInitials = wait !== undefined && wait.initials.length > 0
  const turn = isAtInitials ? words.atInitials : words.yourTurn
  const { visitor, procedure, signedIn } = desk
  const isOthers = isTakenByOther(signedIn, { agency: visitor.agency, procedure, task })
  const bar = barOf(desk, my)
  return (
    <TaskPanel
      id={`task-${task.task}`}
      kicker={task.kind === 'main' ? turn(story.place(position, of)) : words.sideTask}
      title={task.kind === 'main' ? step.activity : work.side[task.kind]}
      mine={!isAtInitials}
      facts={[
        ...(wait ? waitFacts(visitor, wait) : sideFacts(desk, task)),
        ...actingFacts({ visitor, person: signedIn, by }),
      ]}
      time={wait && <StepTime visitor={desk.visitor} wait={wait} />}
      status={
        task.takenBy !== null && (
          <StatusMark tone={isOthers ? 'warning' : 'info'}>
            {isOthers ? words.taken.other : words.taken.mine}
          </StatusMark>
        )
      }
      actions={<OtherDeeds desk={desk} task={task} act={step.act} isBarred={isOthers || bar !== null} />}
    >
      <SentBack desk={desk} task={task} />
      <ToLetter desk={desk} act={step.act} isMain={task.kind === 'main'} />
      <Answer desk={desk} my={my} step={step} bar={bar} />
    </TaskPanel>
  )
}

const barOf = ({ procedure, dossier, visitor }: Desk, { task, by }: MyTask): Refusal | null =>
  fourEyesBar({ procedure, dossier, task }, { by, office: visitor.agency, today: visitor.agency.today })

type AnswerProps = { desk: Desk; my: MyTask; step: Step; bar: Refusal | null }

/** The form of the act; or who has to do it, where this reader has done what it checks. */
const Answer = ({ desk, my: { task, by }, step, bar }: AnswerProps) => {
  const { Body } = viewOf(task, step)
  const { text, language } = desk.visitor
  return bar ? (
    <Notice tone="warning" word={text.acting.fourEyes}>
      {bar.sentence[language]}
    </Notice>
  ) : (
    <Body desk={desk} task={task} step={step} by={by} work={desk.work.get(task.task)} />
  )
}

/** Why work that was done before lies here again. */
const SentBack = ({ desk, task }: { desk: Desk; task: Task }) => {
  const { visitor, dossier } = desk
  const back = task.backTo === null ? undefined : dossier.returns.findLast((one) => one.to === task.step)
  if (!back) return null
  const { agency } = visitor.agency
  const when = speakShort(back.at, visitor.language, { zone: agency.zone, now: visitor.now })
  const who = namedTitleOfBy(agency, back.by, { ...visitor.text.office.dossier.acted, applicant: '' })
  return (
    <Notice tone="warning" word={visitor.text.office.dossier.sendBack.sentBack(who, when)}>
      <p>{inLines(back.reason.split('\n'))}</p>
    </Notice>
  )
}

/** On a telephone the letter lies below the form: one touch leads there. */
const ToLetter = ({ desk, act, isMain }: { desk: Desk; act: Act; isMain: boolean }) => {
  const isRead = isMain && (act === 'enter' || act === 'dispose' || act === 'check')
  if (!isRead || desk.papers.length === 0) return null
  return (
    <p>
      <a href="#letter">{desk.visitor.text.office.dossier.readLetter}</a>
    </p>
  )
}

type DeedsProps = { desk: Desk; task: Task; act: Act; isBarred: boolean }

const OtherDeeds = ({ desk, task, act, isBarred }: DeedsProps) => {
  if (isBarred || task.effectSince !== null) return null
  return (
    <>
      <ReturnForm desk={desk} task={task} />
      <RejectForm desk={desk} task={task} />
      {(isShared(task, { act }) || task.takenBy !== null) && <TakeForm desk={desk} task={task} />}
      <HandOverForm desk={desk} task={task} />
    </>
  )
}

const TakeForm = ({ desk, task }: { desk: Desk; task: Task }) => {
  const words = desk.visitor.text.office.dossier
  const isTaken = task.takenBy === desk.signedIn.person
  return (
    <DeskForm desk={desk} form={{ deed: isTaken ? 'release' : 'take', task: task.task }}>
      <Button kind="quiet" icon="user">
        {isTaken ? words.release : words.take}
      </Button>
    </DeskForm>
  )
}

/** What whoever stands above may do with work that is not theirs. */
const DeedsAbove = ({ desk, task }: { desk: Desk; task: Task }) => (
  <>
    <OverrideForm desk={desk} task={task} />
    <HandOverForm desk={desk} task={task} />
    {task.takenBy !== null && isOver(desk, task) && <TakeForm desk={desk} task={task} />}
  </>
)

/** A step that is on somebody else's desk; a superior may close one that cannot be proven. */
export const WaitingPanel = ({ desk, wait }: { desk: Desk; wait: Wait }) => {
  const { dossier: words, story } = desk.visitor.text.office
  const task = desk.dossier.tasks.find((one) => one.task === wait.task)
  const isFulfilling = stepNamed(desk.procedure, wait.step)?.act === 'fulfil'
  const away = awayNotes(desk.visitor, desk.signedIn).find(({ post }) => task?.posts.includes(post))
  return (
    <TaskPanel
      kicker={story.place(wait.position, wait.of)}
      title={wait.activity}
      mine={false}
      facts={waitFacts(desk.visitor, wait)}
      time={<StepTime visitor={desk.visitor} wait={wait} />}
      actions={task && <DeedsAbove desk={desk} task={task} />}
    >
      {away && (
        <p>
          {away.title}. {away.note}
        </p>
      )}
      <p>
        {wait.initials.length > 0
          ? words.waitingInitials(wait.initials.join(', '))
          : wait.effectSince !== null
            ? words.atSystem
            : words.waitingFor(wait.who)}
      </p>
      {task && isFulfilling && <EffectState desk={desk} task={task} />}
      {task && isFulfilling && <Proofs desk={desk} task={task} />}
    </TaskPanel>
  )
}

const sideFacts = ({ visitor }: Desk, task: Task): Fact[] => {
  const words = visitor.text.office.dossier.waiting
  const { agency } = visitor.agency
  return [
    { label: words.who, value: task.posts.map((post) => postTitle(agency, post)).join(' / ') },
    { label: words.since, value: speakShort(task.openedAt, visitor.language, { zone: agency.zone, now: visitor.now }) },
  ]
}
