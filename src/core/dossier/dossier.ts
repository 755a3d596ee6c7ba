// One request travelling along one edition of a procedure, as it stands after all its events.
import type { Extension } from '../clock/deadline.ts'
import type { Day, Instant } from '../clock/instant.ts'
import type { Form } from '../procedure/form.ts'
import type { Sentence } from '../sentence.ts'
import type { By, Channel, ClientKind, ClockEvidence, PaperRef, Proof, Secrecy, Urgency } from './events.ts'
import type { BreachReason, DeadlineMove, Reached } from './late/evolve.ts'
import type { Letter } from './letters/letter.ts'

/** Where most look for it. */
export type { Letter } from './letters/letter.ts'

export type Status = 'open' | 'finished' | 'rejected' | 'withdrawn'

/**
 * `main` tasks carry the path; side tasks never do, though an initial may hold a letter. `write` and `sign` are of
 * letters beside the path.
 */
export type Task = {
  task: string
  step: string
  round: number
  kind: 'main' | 'attention' | 'initial' | 'write' | 'sign'
  parent: string | null
  letter: string | null
  posts: string[]
  forApplicant: boolean
  backTo: string | null
  openedAt: Instant
  closedAt: Instant | null
  closedBy: By | null
  /** When one of those it lies with first had it before them; noted of what was disposed. */
  read: { by: By; at: Instant } | null
  /** Who recalled it before it was opened. */
  recalled: { by: By; at: Instant; reason: string } | null
  /** Of the path: the task whose end opened it. */
  cameFrom: string | null
  /** Of a side task: which of the dispositions of the dossier asks for it. */
  disposition: number | null
  outcome: 'finished' | 'returned' | 'rejected' | 'dropped' | null
  takenBy: string | null
  note: string
  /** Waiting for an outside system since this moment. */
  effectSince: Instant | null
  byHand: boolean
  attempt: number
  proofs: Proof[]
  overridden: string | null
  failure: { reason: Sentence; at: Instant; final: boolean } | null
  /** When outside systems were waited for, the last one perhaps still. */
  effects: { from: Instant; to: Instant | null }[]
  /** What its clock said when it was closed. */
  clock: ClockEvidence | null
}

/** Of the path, or, where its task is a side task, onward. */
export type Disposition = {
  task: string
  by: By
  at: Instant
  to: string[]
  instructions: string[]
  note: string
  dueOn: Day | null
  /** The side task that is asked for once more. */
  again: string | null
  closed: { by: By; at: Instant; note: string } | null
  recalled: { by: By; at: Instant; reason: string } | null
}

/** A paper that somebody added of their own accord: never part of the form, of a step or of a letter. */
export type Attachment = { paper: PaperRef; note: string; visibleToApplicant: boolean; by: By; at: Instant }

export type Agenda = {
  number: string
  urgency: Urgency
  secrecy: Secrecy
  receivedOn: Day
  note: string
  classification?: string
  attachments?: number
  seq?: string
  sub?: string
  late?: string
  at: Instant
  by: By
}

/**
 * How often a step was opened, and where it led the last time it was finished. `openedIn` and `finishedIn` are the
 * versions of the dossier in which that happened: what happens in one command has one instant, but its own version.
 */
export type Trace = { rounds: number; isFinished: boolean; exits: string[]; openedIn: number; finishedIn: number }

export type Dossier = {
  id: string
  version: number
  status: Status
  number: string
  trackingCode: string
  client: string
  applicant: string | null
  channel: Channel
  asker: ClientKind
  /** The post that gave the order by which it began; null where it began in another way. */
  orderedBy: string | null
  subject: string
  form: Form
  papers: PaperRef[]
  submittedAt: Instant
  endedAt: Instant | null
  agenda: Agenda | null
  /** By the procedure from the first moment, then as the letter was entered; null before anybody has said. */
  secrecy: Secrecy | null
  tasks: Task[]
  /** The task of the path that was left last: what opens next came from it. */
  left: string | null
  traces: Record<string, Trace>
  dispositions: Disposition[]
  letters: Letter[]
  returns: { step: string; to: string; reason: string; at: Instant; by: By }[]
  reason: string
  comments: { by: By; at: Instant; text: string; visibleToApplicant: boolean }[]
  attachments: Attachment[]
  items: { register: string; key: string; columns: Record<string, string>; retired: boolean }[]
  /** Editions it has left, the first one first. */
  moves: { from: string; to: string; reason: string; at: Instant; by: By }[]
  extension: (Extension & { by: By; reason: string }) | null
  /** What the clock of the promise said when the dossier ended. */
  promise: ClockEvidence | null
  rating: { score: number; comment: string; at: Instant } | null
  /** Rungs of the ladder that were reached, the first one first. */
  rungs: Reached[]
  /** Why it was late, one for each clock. */
  breaches: BreachReason[]
  /** Due dates that moved because calendar or ladder of the office changed. */
  deadlineMoves: DeadlineMove[]
}

export const openTasks = (dossier: Dossier): Task[] => dossier.tasks.filter((task) => task.closedAt === null)

export const openMainTasks = (dossier: Dossier): Task[] => openTasks(dossier).filter((task) => task.kind === 'main')

export const taskNamed = (dossier: Dossier, id: string): Task | undefined =>
  dossier.tasks.find((task) => task.task === id)

/** The letter in work at this task, newest first. */
export const letterOf = (dossier: Dossier, task: string): Letter | undefined =>
  dossier.letters.findLast((letter) => letter.task === task)
