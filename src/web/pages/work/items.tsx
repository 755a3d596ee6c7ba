// Rows of the work list as the list shows them: what to do, about what, for whom, since when, until when.
import { speakLimit, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { WorkRow } from '../../../store/work-list.ts'
import { timeOf } from '../../story/steps.ts'
import { Badge } from '../../ui/badge.tsx'
import type { WorkItem } from '../../ui/work-list.tsx'
import type { Visitor } from '../../visitor.ts'
import { GradeMarks, hasMarks } from '../grade-marks.tsx'
import { dueWords } from './due.ts'

export const workItem = (visitor: Visitor, procedure: Procedure, row: WorkRow): WorkItem => {
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
    href: `/dossiers/${row.dossier}/tasks/${row.task}`,
    task: row.kind === 'main' ? (stepNamed(procedure, row.step)?.activity ?? row.step) : work.side[row.kind],
    subject: row.subject,
    number: row.number,
    client: row.client,
    since: `${since}${used}`,
    due: dueWords({ time, agency, now, language, text }),
    marks: marksOf(visitor, row),
  }
}

const marksOf = ({ text, signedIn }: Visitor, row: WorkRow) => {
  const { work } = text.office
  if (!hasMarks(row) && row.takenBy === null && !row.waitsForEffect) return undefined
  return (
    <>
      <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
      {row.waitsForEffect && <Badge tone="info">{work.atSystem}</Badge>}
      {row.takenBy !== null && !row.waitsForEffect && (
        <Badge>{row.takenBy === signedIn?.person ? work.takenByMe : work.taken}</Badge>
      )}
    </>
  )
}
