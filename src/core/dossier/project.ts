// What lists and pages read of a dossier: rows made from its state, never the other way round.
import type { LivingOffice } from '../agency/catalogue.ts'
import type { Instant } from '../clock/instant.ts'
import type { Procedure } from '../procedure/schema.ts'
import { formText } from '../register/feed.ts'
import { agendaRows, outgoingRows } from './book-rows.ts'
import { promiseDue, stepDue } from './clocks.ts'
import { answerDue } from './dispositions/due.ts'
import type { Dossier, Task } from './dossier.ts'
import type { Event, PaperRef } from './events.ts'
import { type BreachRows, breachRows } from './late/breach-rows.ts'
import { keptDues } from './late/kept-dues.ts'
import { changedTimers, type Timer } from './late/timers.ts'
import { withdrawalRows } from './letters/withdrawal-rows.ts'

export type ProjectionInput = {
  agency: string
  procedure: Procedure
  office: LivingOffice
  clientName: string
  before: Dossier | null
  after: Dossier
  events: readonly Event[]
  now: Instant
}

/** Rows in the shape of the tables of the same names (src/store/migrations). */
export type Projection = BreachRows & {
  dossier: Record<string, unknown>
  tasks: Record<string, unknown>[]
  agenda: Record<string, unknown>[]
  outgoing: Record<string, unknown>[]
  papers: Record<string, unknown>[]
  /** Letters that were withdrawn. */
  withdrawals: Record<string, unknown>[]
  items: Record<string, unknown>[]
  ratings: Record<string, unknown>[]
  /** All that the clocks of the dossier will ring; null where that stays as it was. */
  timers: Timer[] | null
  /** Clocks whose due this change does not move: people go on reading what they were told. */
  dueKept: string[]
  /** Posts whose work list changes. */
  posts: string[]
}

export const project = (input: ProjectionInput): Projection => {
  const tasks = changedTasks(input)
  return {
    dossier: dossierRow(input),
    tasks: tasks.map((task) => taskRow(input, task)),
    agenda: agendaRows(input),
    outgoing: outgoingRows(input),
    papers: paperRows(input),
    withdrawals: withdrawalRows({ ...input, zone: input.office.calendar.zone }),
    items: itemRows(input),
    ratings: ratingRows(input),
    timers: changedTimers(input),
    dueKept: keptDues(input, tasks),
    ...breachRows(input),
    posts: [...new Set(tasks.flatMap((task) => task.posts))],
  }
}

const dossierRow = ({
  agency,
  procedure,
  office,
  clientName,
  after,
  now,
}: ProjectionInput): Record<string, unknown> => ({
  agency,
  dossier: after.id,
  version: after.version,
  number: after.number,
  tracking_code: after.trackingCode,
  procedure: procedure.procedure,
  edition: procedure.edition,
  client: after.client,
  applicant: after.applicant,
  channel: after.channel,
  status: after.status,
  subject: after.subject,
  urgency: after.agenda?.urgency ?? null,
  secrecy: after.secrecy,
  agenda_number: after.agenda?.number ?? null,
  search_text: searchText(procedure, after, clientName),
  submitted_at: after.submittedAt,
  ended_at: after.endedAt,
  due_at: promiseDue({ procedure, dossier: after, office }),
  changed_at: now,
})

/** Every number a caller on the telephone may know, the wanted names, and who asked. */
const searchText = (procedure: Procedure, dossier: Dossier, clientName: string): string =>
  [
    dossier.number,
    dossier.trackingCode,
    dossier.agenda?.number ?? '',
    ...dossier.letters.map((letter) => letter.number ?? ''),
    dossier.client,
    clientName,
    dossier.subject,
    ...procedure.form
      .flatMap((group) => group.fields)
      .filter((field) => field.type !== 'consent' && field.type !== 'long-text' && !field.confidential)
      .map((field) => formText(dossier.form[field.field])),
  ]
    .join(' ')
    .slice(0, 20_000)

/** All that are open when due dates have moved: their rows tell the new ones. */
const changedTasks = ({ before, after, events }: ProjectionInput): Task[] => {
  const isMoved = events.some(({ type }) => type === 'deadlines-moved')
  return after.tasks.filter(
    (task) => (isMoved && task.closedAt === null) || before?.tasks.find((old) => old.task === task.task) !== task,
  )
}

const taskRow = ({ agency, procedure, office, after }: ProjectionInput, task: Task): Record<string, unknown> => ({
  agency,
  task: task.task,
  dossier: after.id,
  step: task.step,
  kind: task.kind,
  posts: task.posts,
  for_applicant: task.forApplicant,
  taken_by: task.takenBy,
  opened_at: task.openedAt,
  due_at: answerDue(office, after, task) ?? stepDue(procedure, office, task),
  closed_at: task.closedAt,
  outcome: task.outcome,
  waits_for_effect: task.effectSince !== null,
  failure: task.failure,
})

const paperRows = ({ agency, after, before, now }: ProjectionInput): Record<string, unknown>[] =>
  allPapers(after)
    .filter((paper) => !before || !allPapers(before).some((old) => old.id === paper.id))
    .map((paper) => {
      const letter = after.letters.find((one) => one.paper?.id === paper.id)
      return {
        agency,
        paper: paper.id,
        dossier: after.id,
        kind: paper.paper,
        sha256: paper.sha256,
        bytes: paper.bytes,
        mime: paper.mime,
        name: paper.name,
        letter: letter?.letter ?? null,
        number: letter?.number ?? null,
        check_code: letter?.checkCode ?? null,
        signed_on: letter?.on ?? null,
        template_edition: letter?.templateEdition ?? null,
        filed_at: now,
      }
    })

const allPapers = ({ papers, attachments }: Dossier): PaperRef[] => [
  ...papers,
  ...attachments.map((attachment) => attachment.paper),
]

const itemRows = ({ agency, after, events }: ProjectionInput): Record<string, unknown>[] =>
  events.flatMap((event) =>
    event.type === 'register-fed'
      ? [
          {
            agency,
            register: event.register,
            key: event.key,
            dossier: after.id,
            columns: event.columns,
            state: event.retired ? 'retired' : 'active',
            since: event.at,
            changed_at: event.at,
          },
        ]
      : [],
  )

const ratingRows = ({ agency, after, events }: ProjectionInput): Record<string, unknown>[] =>
  events.flatMap((event) =>
    event.type === 'rated'
      ? [{ agency, dossier: after.id, score: event.score, comment: event.comment, at: event.at }]
      : [],
  )
