// Walks a dossier through any procedure: answers for every act, ways that take every exit. For tests.
import { filledStart, type MonitorStart, type ScheduleStart } from '../procedure/automatic.ts'
import { END, reachableFrom, stepNamed, targetsOf } from '../procedure/flow.ts'
import { type Form, recordsAt } from '../procedure/form.ts'
import type { Procedure, Step } from '../procedure/schema.ts'
import type { Start } from '../procedure/start-schema.ts'
import { openTasks, type Task } from './dossier.ts'
import type { By, Channel, ClientKind } from './events.ts'
import { fulfilmentsOf } from './fulfilment.ts'
import { initialsOf } from './letters/course.ts'
import { firstPosts } from './submit.ts'
import { actorFor, applicant, CLIENT, officer, paperOf, proofOf, system, type Trial } from './trial.fixture.ts'
import { filledForm, papersFor } from './walk-forms.fixture.ts'
import { judgeDone, judgeOpen } from './walk-judge.fixture.ts'

/** Begins as the procedure's first way to start says. */
export const submitWith = (trial: Trial, choices: Form, start = trial.procedure.starts[0]): void => {
  const { by, ...rest } = beginning(trial.procedure, start)
  trial.must(by, {
    type: 'submit',
    form: filledForm(trial.procedure, choices),
    papers: papersFor(trial.procedure),
    trackingCode: '7K4P9QXR2M',
    ...rest,
  })
}

/** Begins as a rule or a probe does: with what the file fills in, and without papers. @returns that form */
export const beginOfItself = (trial: Trial, start: ScheduleStart | MonitorStart): Form => {
  const { by, ...rest } = beginning(trial.procedure, start)
  const form = filledStart(start.form, { key: 'arsip.kab.go.id', found: 'slot', day: '2026-11-20' })
  trial.must(by, { type: 'submit', form, papers: [], trackingCode: '7K4P9QXR2M', ...rest })
  return form
}

/** As a front officer does with a paper letter. */
export const submitAtCounter = (trial: Trial, choices: Form): void => {
  const isForCompanies = trial.procedure.starts.every(({ by }) => by !== 'client')
  trial.must(officer('loket'), {
    type: 'submit',
    form: filledForm(trial.procedure, choices),
    papers: papersFor(trial.procedure),
    trackingCode: '7K4P9QXR2M',
    client: CLIENT,
    applicant: 'orang-pemohon',
    channel: 'counter',
    clientKind: isForCompanies ? 'company' : 'agency',
  })
}

type Beginning = { by: By; client: string; applicant: string | null; channel: Channel; clientKind: ClientKind }

const beginning = (procedure: Procedure, start: Start | undefined): Beginning => {
  switch (start?.by) {
    case undefined:
    case 'client':
      return { ...CLIENT_STARTS, clientKind: 'agency' }
    case 'company':
      return { ...CLIENT_STARTS, clientKind: 'company' }
    case 'public':
      return { by: { kind: 'public' }, client: 'masyarakat', applicant: null, channel: 'public', clientKind: 'public' }
    case 'post': {
      const by = officer(firstPosts(procedure)[0] ?? '')
      return { by, client: 'kantor', applicant: null, channel: 'order', clientKind: 'office' }
    }
    case 'schedule':
    case 'monitor':
      return { by: system(start.by), client: 'kantor', applicant: null, channel: start.by, clientKind: 'office' }
  }
}

const CLIENT_STARTS = { by: applicant(), client: CLIENT, applicant: 'orang-pemohon', channel: 'online' } as const

/** Does whatever the step asks for until it is closed. @param exit the answer to its question */
export const complete = (trial: Trial, task: Task, choices: Form, exit?: string): void => {
  const step = mustFind(trial.procedure, task.step)
  const finish = (answer: unknown): void => {
    trial.must(actorFor(task), { type: 'finish-step', task: task.task, answer })
  }
  switch (step.act) {
    case 'submit':
      finish({
        form: filledForm(trial.procedure, choices, step.step),
        papers: papersFor(trial.procedure, step.step),
      })
      break
    case 'enter':
      finish({ urgency: 'segera', secrecy: 'biasa', exit })
      break
    case 'fulfil':
      finish({})
      prove(trial, task, step)
      break
    case 'sign':
    case 'send':
      sendLetter(trial, task)
      break
    case 'initial':
      finish({ verdict: 'initialed', exit })
      break
    case 'draft':
      finish({ draft: 'Isi surat', ...recordedAt(trial.procedure, choices, step.step) })
      break
    case 'check':
    case 'analyse':
    case 'do':
    case 'measure':
    case 'report':
      finish({ note: 'Selesai', exit, ...recordedAt(trial.procedure, choices, step.step) })
      break
    case 'dispose':
    case 'receive':
      finish({ note: 'Selesai', exit })
      break
  }
}

/** What a step of the work asks to be written down; nothing for one that asks nothing. */
const recordedAt = (procedure: Procedure, choices: Form, step: string) =>
  recordsAt(procedure, step).length === 0
    ? {}
    : { form: filledForm(procedure, choices, step), papers: papersFor(procedure, step) }

const prove = (trial: Trial, task: Task, step: Step): void => {
  const proofs = fulfilmentsOf(step, trial.dossier().form).map((one) => proofOf(one.fulfil))
  if (proofs.length === 0) return
  trial.must(system(), { type: 'record-proof', task: task.task, attempt: task.attempt + 1, proofs })
}

const sendLetter = (trial: Trial, task: Task): void => {
  const letter = mustFind(trial.procedure, task.step).letter ?? ''
  const finish = (answer: unknown) => trial.must(actorFor(task), { type: 'finish-step', task: task.task, answer })
  if (initialsOf(trial.procedure, letter).length > 0) finish({ phase: 'ask-initials' })
  // One after the other: each is asked when the one before has initialed.
  const asked = () => openTasks(trial.dossier()).find((one) => one.kind === 'initial' && one.parent === task.task)
  for (let side = asked(); side !== undefined; side = asked()) {
    const answer = { verdict: 'initialed' }
    trial.must(officer(side.posts[0] ?? ''), { type: 'finish-step', task: side.task, answer })
  }
  finish({ phase: 'send' })
  const paper = paperOf(letter, `surat-${task.task}`)
  trial.must(system('make-letter'), { type: 'file-letter', task: task.task, letter, paper })
}

export type Exit = { step: string; answer: string }

export type Way = {
  wanted?: Exit
  times?: number
  /** Stop as soon as this step is open. */
  stopAt?: string
  /** Of several strands the one that opened last goes first. */
  lastFirst?: boolean
}

/** Those that come back to their own question. */
export const loopsOf = (procedure: Procedure): Exit[] =>
  exitsToTake(procedure).filter(({ step, answer }) =>
    reachableFrom(procedure, exitNamed(procedure, step, answer)).has(step),
  )

/** Where several strands begin at once. */
export const forksOf = (procedure: Procedure): { step: string; answer?: string; strands: string[] }[] =>
  procedure.steps.flatMap(({ step, then, decides }) => [
    ...(then && then.length > 1 ? [{ step, strands: then }] : []),
    ...(decides?.exits ?? []).flatMap(({ answer, to }) => (to.length > 1 ? [{ step, answer, strands: to }] : [])),
  ])

const exitNamed = (procedure: Procedure, step: string, answer: string): string[] =>
  stepNamed(procedure, step)?.decides?.exits.find((one) => one.answer === answer)?.to ?? []

/** Every answer to every question of the procedure. */
export const exitsToTake = (procedure: Procedure): Exit[] =>
  procedure.steps.flatMap((step) => (step.decides?.exits ?? []).map(({ answer }) => ({ step: step.step, answer })))

/**
 * Walks on to the end and judges every step. At the question of `wanted` its answer is given once, or as often as
 * `times` says; every other question is answered with the exit that leads to the end, or to the wanted question, by
 * the fewest steps.
 *
 * @returns exits taken
 */
export const walkOn = (
  trial: Trial,
  choices: Form,
  { wanted, times = 1, stopAt, lastFirst = false }: Way = {},
): Exit[] => {
  const { procedure } = trial
  const taken: Exit[] = []
  const isTaken = () => wanted === undefined || taken.filter((one) => sameExit(one, wanted)).length >= times
  for (let moves = 0; trial.dossier().status === 'open'; moves += 1) {
    if (moves > procedure.steps.length * 4 * (times + 1))
      throw new Error(`${procedure.procedure} does not come to its end`)
    if (stopAt !== undefined && trial.open().includes(stopAt)) break
    const open = openTasks(trial.dossier()).filter((one) => one.kind === 'main')
    const task = open.at(lastFirst ? -1 : 0)
    if (!task) throw new Error(`${procedure.procedure} is open, but nobody is waited for`)
    const step = mustFind(procedure, task.step)
    const goal = isTaken() ? (stopAt ?? END) : (wanted?.step ?? END)
    const answer = step.decides
      ? !isTaken() && wanted?.step === step.step
        ? wanted.answer
        : nearestExit(procedure, step, goal)
      : undefined
    judgeOpen(trial, task)
    complete(trial, task, choices, answer)
    judgeDone(trial, task, answer)
    if (answer !== undefined) taken.push({ step: step.step, answer })
  }
  return taken
}

const sameExit = (a: Exit, b: Exit): boolean => a.step === b.step && a.answer === b.answer

export const nearestExit = (procedure: Procedure, step: Step, goal: string): string => {
  const ways = (step.decides?.exits ?? []).map((exit) => ({
    answer: exit.answer,
    far: Math.min(...exit.to.map((target) => distance(procedure, target, goal))),
  }))
  return ways.toSorted((a, b) => a.far - b.far)[0]?.answer ?? ''
}

/** In steps; a goal that cannot be reached is further than any other. */
const distance = (procedure: Procedure, from: string, goal: string): number => {
  if (!reachableFrom(procedure, [from]).has(goal)) return Number.MAX_SAFE_INTEGER
  let level = [from]
  for (let steps = 0; ; steps += 1) {
    if (level.includes(goal)) return steps
    level = level.flatMap((name) => {
      const step = stepNamed(procedure, name)
      return step ? targetsOf(procedure, step) : []
    })
  }
}

const mustFind = (procedure: Procedure, name: string): Step => {
  const step = stepNamed(procedure, name)
  if (!step) throw new Error(`No step "${name}"`)
  return step
}
