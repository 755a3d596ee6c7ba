// Walks a dossier along a procedure without any office behind it: each move is decided as in earnest, systems are imagined.
import type { LivingOffice } from '../agency/catalogue.ts'
import type { Instant } from '../clock/instant.ts'
import { stepNamed } from '../procedure/flow.ts'
import { type Form, groupsAt, recordsAt } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { AgencyRules, Command, Context, Refusal } from './commands.ts'
import { decide } from './decide.ts'
import { type Dossier, openTasks, type Task, taskNamed } from './dossier.ts'
import type { By, Channel, ClientKind, Event, PaperRef, Proof } from './events.ts'
import { evolve } from './evolve.ts'
import { fulfilmentsOf } from './fulfilment.ts'
import { initialsAt } from './letter-initials.ts'
import { firstPosts } from './submit.ts'

export type Move =
  /** `start` counts the ways in which the procedure may begin. */
  | { do: 'begin'; start: number; form: Form }
  | { do: 'finish'; task: string; answer: Record<string, unknown> }
  | { do: 'return'; task: string; reason: string }
  | { do: 'reject'; task: string; reason: string }
  | { do: 'withdraw'; reason: string }

export type Rehearsal = {
  dossier: Dossier | null
  events: readonly Event[]
  /** Moves that were taken; the one after them was refused. */
  taken: number
  refusal: Refusal | null
}

export type Stage = { procedure: Procedure; agency: AgencyRules; office: LivingOffice; begunAt: Instant }

export const rehearse = ({ procedure, agency, office, begunAt }: Stage, moves: readonly Move[]): Rehearsal => {
  let ids = 0
  let dossier: Dossier | null = null
  const events: Event[] = []
  const newId = () => {
    ids += 1
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
  }
  const give = (by: By, command: Command): Refusal | null => {
    const context: Context = { now: begunAt, today: begunAt.slice(0, 10), by, newId, agency, office }
    const decided = decide(procedure, dossier, command, context)
    if (!decided.ok) return decided.refusal
    for (const event of decided.events) dossier = evolve('percobaan', dossier, event)
    events.push(...decided.events)
    return null
  }
  for (const [taken, move] of moves.entries()) {
    const refusal = take(procedure, dossier, move, give)
    if (refusal) return { dossier, events, taken, refusal }
    const refused = settle(procedure, () => dossier, give)
    if (refused) return { dossier, events, taken, refusal: refused }
  }
  return { dossier, events, taken: moves.length, refusal: null }
}

/** Many times what one move could set off. */
const MOST_ANSWERS = 40

const settle = (procedure: Procedure, standing: () => Dossier | null, give: Give): Refusal | null => {
  for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
    const next = imagined(procedure, standing())
    if (!next) return null
    const refusal = give(SYSTEM, next)
    if (refusal) return refusal
  }
  return null
}

type Give = (by: By, command: Command) => Refusal | null

const take = (procedure: Procedure, dossier: Dossier | null, move: Move, give: Give): Refusal | null => {
  if (move.do === 'begin') {
    const { by, ...rest } = beginning(procedure, move.start)
    return give(by, {
      type: 'submit',
      form: move.form,
      papers: samplePapers(procedure),
      trackingCode: 'PERCOBAAN0',
      ...rest,
    })
  }
  if (!dossier) return notBegun
  if (move.do === 'withdraw') return give(APPLICANT, { type: 'withdraw', reason: move.reason })
  const task = taskNamed(dossier, move.task)
  if (!task) return notBegun
  const by = actorOf(procedure, task)
  if (move.do === 'finish') return give(by, { type: 'finish-step', task: task.task, answer: move.answer })
  return give(by, { type: move.do, task: task.task, reason: move.reason })
}

const notBegun: Refusal = {
  code: 'not-open',
  sentence: {
    id: 'Langkah ini tidak sedang terbuka pada percobaan ini.',
    en: 'This step is not open in this trial.',
  },
}

const CLIENT = 'klien-percobaan'
const PERSON = 'orang-percobaan'
const APPLICANT: By = { kind: 'client', person: PERSON, client: CLIENT }
const SYSTEM: By = { kind: 'system', job: 'rehearsal' }

const officer = (post: string, person = PERSON): By => ({ kind: 'post', person, post, capacity: 'definitive' })

/** Whoever the task waits for; of several posts the first. Where maker is not checker every step has somebody of its own. */
const actorOf = (procedure: Procedure, { posts: [post], step }: Task): By =>
  post === undefined ? APPLICANT : officer(post, procedure.policy.fourEyes ? `${PERSON}-${step}` : PERSON)

type Beginning = { by: By; client: string; applicant: string | null; channel: Channel; clientKind: ClientKind }

const beginning = (procedure: Procedure, start: number): Beginning => {
  const way = procedure.starts[start]?.by ?? 'client'
  const office = { client: CLIENT, applicant: null, clientKind: 'office' } as const
  switch (way) {
    case 'client':
    case 'company':
      return {
        by: APPLICANT,
        client: CLIENT,
        applicant: PERSON,
        channel: 'online',
        clientKind: way === 'client' ? 'agency' : way,
      }
    case 'public':
      return { by: { kind: 'public' }, client: CLIENT, applicant: null, channel: 'public', clientKind: 'public' }
    case 'post':
      return { ...office, by: officer(firstPosts(procedure)[0] ?? ''), channel: 'order' }
    case 'schedule':
    case 'monitor':
      return { ...office, by: SYSTEM, channel: way }
  }
}

/** The next answer of a system that is waited for: the work succeeds, the letter is made. */
const imagined = (procedure: Procedure, dossier: Dossier | null): Command | null => {
  if (dossier?.status === undefined) return null
  const letter = dossier.letters.find((one) => one.number !== null && one.paper === null)
  if (letter)
    return {
      type: 'file-letter',
      task: letter.task,
      letter: letter.letter,
      paper: samplePaper(letter.letter, letter.number ?? ''),
    }
  const waiting = openTasks(dossier).find((task) => task.kind === 'main' && task.effectSince !== null)
  const step = waiting && stepNamed(procedure, waiting.step)
  if (!waiting || step?.act !== 'fulfil') return null
  const proofs = fulfilmentsOf(step, dossier.form).map((one): Proof => proofOf(one.fulfil))
  return { type: 'record-proof', task: waiting.task, attempt: waiting.attempt, proofs }
}

const proofOf = (fulfil: Proof['fulfil']): Proof => ({
  fulfil,
  passed: true,
  byHand: false,
  checks: [],
  reason: null,
  secret: null,
})

/** A paper of every kind that this step asks for. */
export const samplePapers = (procedure: Procedure, step?: string): PaperRef[] =>
  groupsAt(procedure, step).flatMap((group) =>
    group.fields.flatMap((field) => (field.type === 'file' ? [samplePaper(field.paper, field.paper)] : [])),
  )

const samplePaper = (paper: string, id: string): PaperRef => ({
  id: `contoh-${id}`,
  paper,
  sha256: '0'.repeat(64),
  bytes: 1,
  mime: 'application/pdf',
  name: `contoh-${paper}.pdf`,
})

export type TypedAnswer = { note: string; exit: string | undefined; verdict: 'initialed' | 'sent-back'; form: Form }

/** The answer that the act of a task wants, from what everybody can be asked: a note, an exit, a verdict, fields. */
export const answerFor = (
  procedure: Procedure,
  dossier: Dossier,
  task: Task,
  { note, exit, verdict, form }: TypedAnswer,
): Record<string, unknown> => {
  const step = stepNamed(procedure, task.step)
  if (task.kind === 'attention') return { note }
  if (task.kind === 'initial') return { verdict, note }
  const fields = { form, papers: samplePapers(procedure, task.step) }
  switch (step?.act) {
    case undefined:
      return {}
    case 'submit':
      return fields
    case 'enter':
      return { urgency: 'biasa', secrecy: procedure.policy.secrecy ?? 'biasa', note, exit }
    case 'initial':
      return { verdict, note, exit }
    case 'draft':
      return { draft: note, ...fields }
    case 'sign':
    case 'send':
      return { phase: lacksInitials(procedure, dossier, task, step.letter ?? '') ? 'ask-initials' : 'send', exit }
    case 'dispose':
    case 'fulfil':
      return { note, exit }
    case 'check':
    case 'analyse':
    case 'do':
    case 'measure':
    case 'report':
    case 'receive':
      return { note, exit, ...(recordsAt(procedure, task.step).length > 0 ? fields : {}) }
  }
}

const lacksInitials = (procedure: Procedure, dossier: Dossier, task: Task, letter: string): boolean =>
  letter !== '' && initialsAt(procedure, dossier, task, letter).missing.length > 0
