// Rows of the work list as the list shows them: what to do, about what, for whom, since when, until when, and who is on it.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakLimit, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { WorkRow } from '../../../store/work-list.ts'
import { timeOf } from '../../story/steps.ts'
import { Badge } from '../../ui/badge.tsx'
import type { WorkItem } from '../../ui/work-list.tsx'
import type { Visitor } from '../../visitor.ts'
import { GradeMarks, hasMarks } from '../grade-marks.tsx'
import { choiceValue } from './chosen.ts'
import { dueWords } from './due.ts'
import { rowDeeds } from './row-deeds.ts'

/** `isBarred`: the reader has done what this step checks. */
export type ShownRow = WorkRow & { takenName?: string | null; isReasonAsked?: boolean; isBarred?: boolean }

export const workItem = (visitor: Visitor, procedure: Procedure, row: ShownRow): WorkItem => {
  const { agency, language, now, text } = visitor
  const { work } = text.office
  const time = timeOf({ procedure, agency, now, language }, { ...row, closedAt: null })
  const since = work.since(speakShort(row.openedAt, language, { zone: agency.agency.zone, now }))
  const used =
    time.dueAt === null
      ? ''
      : `, ${work.used(speakMinutes(time.usedMinutes, language), speakLimit(time.limit, language))}`
  return {
    key: row.task,
    choice: choiceOf(visitor, procedure, row),
    href: `/dossiers/${row.dossier}/tasks/${row.task}`,
    task: taskWords(visitor, procedure, row),
    subject: row.subject,
    number: row.number,
    client: row.client,
    post: postsOf(visitor, row),
    since: `${since}${used}`,
    due: dueWords({ time, now, language, text }),
    marks: marksOf(visitor, row),
  }
}

export const taskWords = ({ text }: Visitor, procedure: Procedure, { kind, step }: Pick<WorkRow, 'kind' | 'step'>) =>
  kind === 'main' ? (stepNamed(procedure, step)?.activity ?? step) : text.office.work.side[kind]

/** Only what something can be done with at once has a box to tick. */
const choiceOf = (visitor: Visitor, procedure: Procedure, row: ShownRow): WorkItem['choice'] =>
  rowDeeds(visitor, procedure, row).length === 0
    ? undefined
    : { value: choiceValue(row), label: visitor.text.office.team.choose(`${row.subject}, ${row.number}`) }

/** Only where more than one's single post is shown there is something to tell apart. */
const postsOf = ({ signedIn, agency }: Visitor, { posts }: WorkRow): string | undefined => {
  const mine = signedIn?.actor.posts ?? []
  if (mine.length === 1 && posts.some((post) => mine.includes(post))) return undefined
  return posts.map((post) => postTitle(agency.agency, post)).join(' / ')
}

const marksOf = ({ text, signedIn }: Visitor, row: ShownRow) => {
  const { work, views } = text.office
  const isMarked = row.isReasonAsked || row.isBarred || row.waitsForEffect || row.takenBy !== null
  if (!hasMarks(row) && !isMarked) return undefined
  const isMine = row.takenBy === signedIn?.person
  const colleague = row.takenName ? views.takenBy(row.takenName) : work.taken
  return (
    <>
      <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
      {row.isReasonAsked && <Badge tone="warning">{text.late.asked}</Badge>}
      {row.isBarred && <Badge tone="warning">{text.acting.fourEyes}</Badge>}
      {row.waitsForEffect && <Badge tone="info">{work.atSystem}</Badge>}
      {row.takenBy !== null && !row.waitsForEffect && <Badge>{isMine ? work.takenByMe : colleague}</Badge>}
    </>
  )
}
