// The page of one request for its applicant: first what is waited for, then the way it has come, then all the rest.
import { speakInstant } from '../../../core/clock/speak.ts'
import { procedureForApplicant } from '../../../core/dossier/confidential.ts'
import { openMainTasks } from '../../../core/dossier/dossier.ts'
import { mayWithdraw } from '../../../core/dossier/policy.ts'
import { showCode } from '../../../core/paper/code.ts'
import { answerGroups } from '../../fields/answers.tsx'
import { inLines } from '../../fields/lines.tsx'
import { stepStory } from '../../story/steps.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead, Split } from '../../ui/page-head.tsx'
import { StepPicture } from '../../ui/step-picture.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { promiseFacts } from '../service/promise-words.ts'
import { Comments } from './comments.tsx'
import type { MyAct } from './dossier-page.tsx'
import { historyOf } from './history.ts'
import { Lost } from './lost.tsx'
import { Papers } from './papers.tsx'
import { RatingCard } from './rating-card.tsx'
import { STATUS_TONE } from './request-list.tsx'
import { type SecretFacts, Secrets } from './secrets.tsx'
import type { MyRequest } from './situation.ts'
import { Turns } from './turns.tsx'
import { Withdraw } from './withdraw.tsx'

/** What came back from a form of this page that could not be done, or that was typed before the session ended. */
export type Typed = {
  act: MyAct
  values: Record<string, string[]>
  message: string | null
  /** The control that the message is about, where it is one. */
  control: string | null
}

export type ViewProps = {
  request: MyRequest
  secrets: readonly SecretFacts[]
  typed: Typed | null
  newKey: () => string
}

export const DossierView = (props: ViewProps) => {
  const { visitor, dossier, procedure } = props.request
  const { text } = visitor
  const words = text.apply.dossier
  const isMyTurn = openMainTasks(dossier).some((task) => task.forApplicant)
  return (
    <>
      <PageHead
        back={{ href: '/mine', label: words.back }}
        kicker={`${dossier.number} · ${procedure.title}`}
        title={dossier.subject}
        status={
          <StatusMark tone={isMyTurn ? 'warning' : STATUS_TONE[dossier.status]}>
            {isMyTurn ? text.apply.mine.yourTurn : text.office.story.status[dossier.status]}
          </StatusMark>
        }
      />
      {props.typed?.message && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          <p>{props.typed.message}</p>
        </Notice>
      )}
      <Lost {...props} />
      <Split main={<Main {...props} />} aside={<Aside {...props} />} />
    </>
  )
}

const Main = (props: ViewProps) => {
  const { visitor, dossier, procedure } = props.request
  const { agency, language, now, text } = visitor
  const words = text.apply.dossier
  const story = stepStory({ procedure, dossier, agency, now, language })
  return (
    <>
      <Turns {...props} />
      <Ended request={props.request} />
      <RatingCard {...props} />
      <Secrets {...props} />
      <Papers {...props} />
      <Card title={words.steps} aside={<a href={`/mine/${dossier.id}/sop`}>{text.publicPages.sop.seePath}</a>}>
        <StepPicture label={words.steps} steps={story} text={text.office.story.picture} />
      </Card>
      <Card title={words.answers}>
        {answerGroups(procedureForApplicant(procedure), dossier.form, language, {
          yes: text.common.yes,
          none: words.notFilled,
          fields: text.apply.fields,
        }).map((group) => (
          <section key={group.group} class="stack">
            <h3 class="answer-group">{group.label}</h3>
            <Definition facts={group.facts} />
          </section>
        ))}
      </Card>
    </>
  )
}

const Aside = (props: ViewProps) => {
  const { visitor, procedure, dossier } = props.request
  const words = visitor.text.apply.dossier
  return (
    <>
      <Card>
        <Definition facts={headFacts(props.request)} />
        <p>
          <a href={`/mine/${dossier.id}/receipt`}>{words.receipt}</a>
        </p>
        <p>
          <a href={`/mine/${dossier.id}/time`}>{visitor.text.clocks.link}</a>
        </p>
      </Card>
      <Comments {...props} />
      <Card title={words.history}>
        <Timeline label={words.history} events={historyOf(props.request)} />
      </Card>
      {mayWithdraw(procedure, dossier) && <Withdraw {...props} />}
    </>
  )
}

const headFacts = ({ visitor, dossier, procedure, clientName }: MyRequest) => {
  const { language, agency, text } = visitor
  const words = text.apply.dossier
  const { zone } = agency.agency
  return [
    { label: words.client, value: clientName },
    { label: words.submitted, value: speakInstant(dossier.submittedAt, language, zone) },
    ...promiseFacts(visitor, procedure, dossier),
    {
      label: words.code,
      value: <a href={`/track/${dossier.trackingCode}`}>{showCode(dossier.trackingCode)}</a>,
    },
  ]
}

/** Why a request ended before its time, in the words of whoever ended it. */
const Ended = ({ request }: { request: MyRequest }) => {
  const { dossier, visitor } = request
  if (dossier.status !== 'rejected' && dossier.status !== 'withdrawn') return null
  return (
    <Notice
      tone={dossier.status === 'rejected' ? 'bad' : 'info'}
      word={visitor.text.office.story.status[dossier.status]}
    >
      <p>{inLines(dossier.reason.split('\n'))}</p>
    </Notice>
  )
}
