// What the public sees of a dossier: its state, who is waited for, and every step with its times.
import type { Instant } from '../../../core/clock/instant.ts'
import { speakInstant, speakLimit, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { speakDue } from '../../../core/clock/speak-due.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type StepStory, stepStory } from '../../story/steps.ts'
import { positionSentence, waitingNow } from '../../story/waiting.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepPicture } from '../../ui/step-picture.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { STATUS_TONE } from '../mine/request-list.tsx'
import { promiseFacts } from '../service/promise-words.ts'
import { TimeCards } from '../time/time-cards.tsx'

type Props = { visitor: Visitor; procedure: Procedure; dossier: Dossier }

export const TrackView = ({ visitor, procedure, dossier }: Props) => {
  const { text } = visitor
  const words = text.publicPages.track
  const status = <StatusMark tone={STATUS_TONE[dossier.status]}>{text.office.story.status[dossier.status]}</StatusMark>
  if (dossier.secrecy === 'rahasia') {
    return (
      <Card title={words.now} aside={status}>
        <Notice tone="info" word={text.common.words.info}>
          <p>{words.secret}</p>
        </Notice>
      </Card>
    )
  }
  const story = stepStory({ procedure, dossier, agency: visitor.agency, now: visitor.now, language: visitor.language })
  return (
    <>
      <Card title={words.now} aside={status}>
        <Now visitor={visitor} procedure={procedure} dossier={dossier} />
        <p class="field-hint">{words.noNames}</p>
      </Card>
      <Card title={words.steps}>
        <StepPicture label={words.steps} steps={story} text={text.office.story.picture} />
      </Card>
      <TimeCards visitor={visitor} procedure={procedure} dossier={dossier} isPublic />
      <Card title={words.stepTimes} flush>
        <StepTimes visitor={visitor} steps={story.filter((step) => step.openedAt !== null)} />
      </Card>
    </>
  )
}

const Now = ({ visitor, procedure, dossier }: Props) => {
  const { text, language, agency, now } = visitor
  const words = text.publicPages.track
  const { zone } = agency.agency
  const waits = waitingNow({ procedure, dossier, agency, now, language })
  const facts = [
    { label: words.submitted, value: speakInstant(dossier.submittedAt, language, zone) },
    ...(dossier.endedAt ? [{ label: words.ended, value: speakInstant(dossier.endedAt, language, zone) }] : []),
    ...promiseFacts(visitor, procedure, dossier),
  ]
  return (
    <>
      {dossier.status === 'open' && (
        <p>
          <strong>{positionSentence({ waits, status: dossier.status, language, zone, now })}</strong>
        </p>
      )}
      <Definition facts={facts} strip />
    </>
  )
}

const StepTimes = ({ visitor, steps }: { visitor: Visitor; steps: readonly StepStory[] }) => {
  const { text, language, agency, now } = visitor
  const words = text.publicPages.track
  const moment = (at: Instant | null): string =>
    at === null ? '–' : speakShort(at, language, { zone: agency.agency.zone, now })
  const columns: Column<StepStory>[] = [
    {
      key: 'step',
      label: words.stepColumn,
      head: true,
      render: (step) => `${step.number ? `${step.number}. ` : ''}${step.title}`,
    },
    { key: 'who', label: words.whoColumn, render: (step) => step.who },
    { key: 'opened', label: words.openedColumn, align: 'end', render: (step) => moment(step.openedAt) },
    { key: 'closed', label: words.closedColumn, align: 'end', render: (step) => moment(step.closedAt) },
    {
      key: 'due',
      label: words.dueColumn,
      align: 'end',
      render: (step) => (step.dueAt === null ? '–' : speakDue(step.dueAt, language, { calendar: step.calendar, now })),
    },
    { key: 'used', label: words.usedColumn, align: 'end', render: (step) => usedWords(step, visitor) },
    {
      key: 'standard',
      label: words.standardColumn,
      align: 'end',
      render: (step) => (step.limit.kind === 'untimed' ? '–' : speakLimit(step.limit, language)),
    },
  ]
  return <Table caption={words.stepTimes} captionHidden columns={columns} rows={steps} rowKey={(step) => step.key} />
}

const usedWords = (step: StepStory, { text, language }: Visitor): string => {
  const used = speakMinutes(step.totalMinutes, language)
  const { late, inTime } = text.publicPages.track
  if (step.standing === 'untimed' || step.closedAt === null)
    return step.standing === 'overdue' ? `${used} (${late})` : used
  return `${used} (${step.standing === 'overdue' ? late : inTime})`
}
