// What went through the reader's posts and lies with others, as rows of a list: who holds it, since when, until when.
import { speakShort } from '../../../core/clock/speak.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { ElsewhereRow, HeldTask } from '../../../store/work-elsewhere.ts'
import { timeOf } from '../../story/steps.ts'
import { waitFor } from '../../story/waiting.ts'
import type { WorkItem } from '../../ui/work-list.tsx'
import type { Visitor } from '../../visitor.ts'
import { dueWords } from './due.ts'
import { taskWords } from './items.tsx'

export const elsewhereItem = (visitor: Visitor, procedure: Procedure, row: ElsewhereRow): WorkItem => {
  const { agency, language, now, text } = visitor
  const { work, views } = text.office
  const short = (at: string): string => speakShort(at, language, { zone: agency.agency.zone, now })
  const [longest] = row.tasks
  const held = row.tasks.map((task) => `${holderOf(visitor, procedure, task)} ${work.since(short(task.openedAt))}`)
  const due = longest && timeOf({ procedure, agency, now, language }, { ...longest, closedAt: null })
  return {
    key: row.dossier,
    href: `/dossiers/${row.dossier}`,
    task: row.tasks.map((task) => taskWords(visitor, procedure, task)).join('; '),
    subject: row.subject,
    number: row.number,
    client: row.client,
    since: `${views.heldBy(held.join('; '))}, ${views.left(short(row.passedAt))}`,
    due: due ? dueWords({ time: due, now, language, text }) : { state: 'open', text: work.untimed },
  }
}

/** The post, or the applicant; within the office also who of the post has taken it. */
export const holderOf = (visitor: Visitor, procedure: Procedure, task: HeldTask): string => {
  const { agency, now, language, text } = visitor
  const { who } = waitFor({ procedure, agency, now, language }, { ...task, effectSince: null })
  const post = who === '' ? text.office.views.applicant : who
  return task.takenName ? `${post} (${task.takenName})` : post
}
