// What a notice knows of its dossier at that moment; of what is secret it only knows that there is something.
import { z } from 'zod'
import { type Agency, postTitle } from '../agency/agency.ts'
import type { Calendar } from '../clock/calendar.ts'
import type { Instant } from '../clock/instant.ts'
import { toldDue } from '../clock/speak-due.ts'
import { type ClockOffice, calendarOf, stepDue } from '../dossier/clocks.ts'
import { type Dossier, openMainTasks, type Task, taskNamed } from '../dossier/dossier.ts'
import type { By, Event } from '../dossier/events.ts'
import { isReadInMipp } from '../dossier/involved.ts'
import { isApplicantStep } from '../dossier/policy.ts'
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { backRemark } from './letter-back.ts'
import type { Told } from './occasions.ts'

/** As it lies in the database. A null is withheld: neither mail nor list may say it. */
export const noticeFactsSchema = z.object({
  number: z.string(),
  trackingCode: z.string(),
  service: z.string(),
  subject: z.string().nullable(),
  client: z.string(),
  step: z.string(),
  post: z.string(),
  dueAt: z.string().nullable(),
  by: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  turn: z.string(),
  comment: z.string().nullable(),
  agenda: z.string(),
  letter: z.string(),
})

export type NoticeFacts = z.output<typeof noticeFactsSchema>

export type FactsInput = {
  told: Told
  event: Event
  dossier: Dossier
  procedure: Procedure
  agency: Pick<Agency, 'posts' | 'units' | 'breachReasons'>
  calendar: Calendar
  clientName: string
}

/** Mail travels openly and is kept in books that others read. */
export const noticeFacts = (input: FactsInput): NoticeFacts => {
  const { told, event, dossier, procedure, agency, calendar, clientName } = input
  const task = told.task === null ? undefined : taskNamed(dossier, told.task)
  const tasks = task ? [task] : openMainTasks(dossier)
  return guarded(dossier.secrecy === 'rahasia', {
    number: dossier.number,
    trackingCode: dossier.trackingCode,
    service: procedure.title,
    subject: dossier.subject,
    client: clientName,
    step: tasks.map(({ step }) => stepNamed(procedure, step)?.activity ?? step).join('; '),
    post: [...new Set(tasks.flatMap(({ posts }) => posts))].map((post) => postTitle(agency, post)).join(', '),
    dueAt: dueOf(event) ?? (task ? dueToTell({ agency, calendar }, procedure, task) : null),
    by: byWords(event.by, agency, clientName),
    reason: reasonOf(input),
    note: noteOf(input) ?? noteBefore(dossier),
    turn: turnOf(procedure, dossier),
    comment: event.type === 'commented' ? event.text : '',
    agenda: dossier.agenda?.number ?? '',
    letter: letterNumber(event, dossier),
  })
}

/** Of what the applicant may read. */
const letterNumber = (event: Event, { letters }: Dossier): string =>
  event.type === 'letter-withdrawn'
    ? event.number
    : (letters.findLast((one) => one.paper !== null && isReadInMipp(one))?.number ?? '')

/** As people read it: what is used up when a day closes is told as the end of that day. */
const dueToTell = (office: ClockOffice, procedure: Procedure, task: Task): Instant | null => {
  const due = stepDue(procedure, office, task)
  return due && toldDue(calendarOf(office, task), due).at
}

const dueOf = (event: Event): Instant | null => {
  if (event.type === 'extended') return event.after
  return event.type === 'rung-reached' || event.type === 'breach-explained' ? event.dueAt : null
}

const reasonOf = ({ event, dossier, procedure, agency }: FactsInput): string => {
  if (event.type === 'extended' || event.type === 'letter-withdrawn') return event.reason
  if (event.type === 'breach-explained')
    return [breachWords(agency, event.reason), event.note].filter((words) => words !== '').join(': ')
  return dossier.reason || (dossier.returns.findLast((one) => isApplicantStep(procedure, one.to))?.reason ?? '')
}

const breachWords = ({ breachReasons }: Pick<Agency, 'breachReasons'>, reason: string): string =>
  breachReasons.find((one) => one.reason === reason)?.label.id ?? reason

/** Also of a notice that is older than the secret. */
export const guarded = (isSecret: boolean, facts: NoticeFacts): NoticeFacts => {
  if (!isSecret) return facts
  const hide = (words: string | null) => (words === '' ? '' : null)
  return {
    ...facts,
    subject: hide(facts.subject),
    reason: hide(facts.reason),
    note: hide(facts.note),
    comment: hide(facts.comment),
  }
}

/** A post, the client, or the system: never a person's name. */
const byWords = (by: By, agency: Pick<Agency, 'posts'>, clientName: string): string => {
  switch (by.kind) {
    case 'post':
      return postTitle(agency, by.post)
    case 'client':
      return clientName
    case 'public':
    case 'system':
      return ''
  }
}

/** What waits for the applicant now, in the words of the procedure. */
const turnOf = (procedure: Procedure, dossier: Dossier): string =>
  openMainTasks(dossier)
    .filter((task) => task.forApplicant)
    .map((task) => stepNamed(procedure, task.step)?.activity ?? task.step)
    .join('\n')

/** What was written with this very fact. */
const noteOf = ({ told, event, dossier }: FactsInput): string | null => {
  if (told.occasion === 'letter-sent-back') return backRemark(dossier, event)
  switch (event.type) {
    case 'task-handed-over':
    case 'answered':
    case 'disposition-closed':
      return event.note
    case 'disposition-recalled':
      return event.reason
    default:
      return null
  }
}

/** What the officer wrote who last finished a step of the path. */
const noteBefore = ({ tasks }: Dossier): string =>
  tasks
    .filter((task) => task.kind === 'main' && task.outcome === 'finished' && task.closedBy?.kind === 'post')
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''))
    .at(-1)?.note ?? ''
