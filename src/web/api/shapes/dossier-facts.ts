// Fills the shape of a whole dossier for one reader: what the pages of applicants show, and for officers theirs.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { promiseDue } from '../../../core/dossier/clocks.ts'
import type { Reader as ReaderKind } from '../../../core/dossier/confidential.ts'
import type { Dossier, Letter, Task } from '../../../core/dossier/dossier.ts'
import { isApplicantStep } from '../../../core/dossier/policy.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { PaperRow } from '../../../store/papers.ts'
import type { WaitingSecret } from '../../../store/secrets.ts'
import { type StepStory, stepStory } from '../../story/steps.ts'
import { positionSentence, type Wait, waitingNow } from '../../story/waiting.ts'
import { byOf, type Reader } from './by.ts'
import type { DossierWhole } from './dossier.ts'
import { paperOf, papersSeen } from './paper.ts'

export type DossierSeen = {
  agency: AgencyData
  procedure: Procedure
  dossier: Dossier
  clientName: string
  papers: readonly PaperRow[]
  secrets: readonly WaitingSecret[]
  isInside: boolean
  reader: ReaderKind
  now: Instant
}

export const wholeOf = (seen: DossierSeen): DossierWhole => {
  const { agency, procedure, dossier, papers, secrets, clientName, isInside } = seen
  const reader: Reader = { agency: agency.agency, clientName, isInside }
  return {
    ...headOf(seen),
    version: dossier.version,
    channel: dossier.channel,
    position: { id: positionIn(seen, 'id'), en: positionIn(seen, 'en') },
    reason: dossier.reason,
    form: dossier.form,
    papers: papersSeen(seen, papers).map((row) => paperOf(dossier, row, reader)),
    steps: stepStory({ ...seen, procedure, language: 'id' }).map(stepOf),
    waits: waitingNow({ ...seen, language: 'id' }).map(waitOf),
    returns: dossier.returns
      .filter(({ to }) => isInside || isApplicantStep(procedure, to))
      .map(({ step, to, reason, at, by }) => ({ step, to, reason, at, by: byOf(by, reader) })),
    comments: dossier.comments
      .filter((comment) => isInside || comment.visibleToApplicant)
      .map((comment) => ({ ...comment, by: byOf(comment.by, reader) })),
    secrets: secrets.map(({ secret, label, openedAt }) => ({ secret, label, openedAt })),
    rating: dossier.rating,
    inside: isInside ? insideOf(dossier, reader) : null,
  }
}

const headOf = ({ agency, procedure, dossier, clientName }: DossierSeen) => ({
  dossier: dossier.id,
  number: dossier.number,
  trackingCode: dossier.trackingCode,
  subject: dossier.subject,
  client: dossier.client,
  clientName,
  status: dossier.status,
  procedure: procedure.procedure,
  edition: procedure.edition,
  agendaNumber: dossier.agenda?.number ?? null,
  submittedAt: dossier.submittedAt,
  endedAt: dossier.endedAt,
  dueAt: promiseDue({ procedure, dossier, office: agency }),
})

const positionIn = (seen: DossierSeen, language: 'id' | 'en'): string =>
  positionSentence({
    waits: waitingNow({ ...seen, language }),
    status: seen.dossier.status,
    language,
    zone: seen.agency.agency.zone,
    now: seen.now,
  })

const stepOf = (story: StepStory): DossierWhole['steps'][number] => ({
  step: story.step,
  activity: story.title,
  act: story.act,
  who: story.who,
  isPolicy: story.isPolicy,
  state: story.state,
  rounds: story.rounds,
  openedAt: story.openedAt,
  closedAt: story.closedAt,
  dueAt: story.dueAt,
  standing: story.standing,
  usedMinutes: story.usedMinutes ?? null,
  standardMinutes: story.standardMinutes ?? null,
  task: story.task,
})

const waitOf = (wait: Wait): DossierWhole['waits'][number] => ({
  task: wait.task,
  step: wait.step,
  activity: wait.activity,
  position: wait.position,
  of: wait.of,
  who: wait.who,
  forApplicant: wait.isApplicant,
  since: wait.since,
  dueAt: wait.dueAt,
  standing: wait.standing,
  effectSince: wait.effectSince,
})

type Inside = NonNullable<DossierWhole['inside']>

const insideOf = (dossier: Dossier, reader: Reader): Inside => ({
  agenda: dossier.agenda && { ...dossier.agenda, by: byOf(dossier.agenda.by, reader) },
  dispositions: dossier.dispositions.map(({ task, by, at, to, instructions, note, dueOn }) => ({
    task,
    by: byOf(by, reader),
    at,
    to,
    instructions,
    note,
    dueOn,
  })),
  tasks: dossier.tasks.map(taskOf),
  letters: dossier.letters.map((letter) => letterOf(letter, reader)),
  items: dossier.items,
})

const taskOf = (task: Task): Inside['tasks'][number] => ({
  task: task.task,
  step: task.step,
  kind: task.kind,
  round: task.round,
  posts: task.posts,
  forApplicant: task.forApplicant,
  takenBy: task.takenBy,
  openedAt: task.openedAt,
  closedAt: task.closedAt,
  outcome: task.outcome,
  note: task.note,
})

const letterOf = (letter: Letter, reader: Reader): Inside['letters'][number] => ({
  letter: letter.letter,
  task: letter.task,
  number: letter.number,
  on: letter.on,
  draft: letter.draft.note,
  initials: letter.initials.map((one) => ({ post: one.post, at: one.at, by: byOf(one.by, reader) })),
  sentBack: letter.sentBack,
  paper: letter.paper?.id ?? null,
  templateEdition: letter.templateEdition ?? null,
})
