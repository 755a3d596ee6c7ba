// What becomes of a running dossier on another edition of its procedure: where each open task goes, what is new, what is missing.
import { reachableFrom, stepNamed } from '../procedure/flow.ts'
import { askedFields, type Form } from '../procedure/form.ts'
import type { Procedure, Step } from '../procedure/schema.ts'
import { type Dossier, openMainTasks, openTasks, type Task } from './dossier.ts'
import type { MovedTask } from './events.ts'
import { isOnPath } from './evolve-letter.ts'
import { isBesideTask } from './letters/named.ts'

/** Which step of the new edition stands for a step of the old one, by its name there. */
export type StepMapping = Readonly<Record<string, string>>

export type MovePlan = {
  /** Steps at which something is open and that the new edition does not have: whoever moves it says which one stands for them. */
  unplaced: string[]
  /** Two open tasks would wait at this one step. */
  doubled: string[]
  tasks: MovedTask[]
  /** Open side tasks that lose their sense: initials of a letter that their step does not send any more. */
  dropped: string[]
  added: Step[]
  removed: Step[]
  /** Fields that the new edition demands of this request and that are empty. */
  missingFields: string[]
  /** Kinds of papers that a step ahead needs, and that neither lie here nor are made on the way. */
  missingPapers: string[]
  /** Drafts of letters that no step ahead sends. */
  strandedLetters: string[]
}

/** @param mapping may also send a step elsewhere that the new edition has */
export const planMove = (
  from: Procedure,
  to: Procedure,
  { dossier, mapping }: { dossier: Dossier; mapping: StepMapping },
): MovePlan => {
  const place = (name: string): string | undefined => placeOf(to, mapping, name)
  const unplaced = [...new Set(openSteps(dossier))].filter((name) => place(name) === undefined)
  const tasks = openTasks(dossier).flatMap((task) => moved(to, dossier, { task, place }))
  const ahead = stepsAhead(to, tasks)
  return {
    unplaced,
    doubled: twice(dossier, tasks),
    tasks,
    dropped: openTasks(dossier)
      .filter((task) => task.kind === 'initial' && !isBesideTask(dossier, task) && !isStillSent(to, tasks, task))
      .map((task) => task.task),
    added: to.steps.filter((step) => !stepNamed(from, step.step)),
    removed: from.steps.filter((step) => !stepNamed(to, step.step)),
    missingFields: missingFields(to, dossier.form),
    missingPapers: missingPapers(to, dossier, ahead),
    strandedLetters: lettersInWork(dossier).filter((name) => !ahead.some((step) => step.letter === name)),
  }
}

/** Steps that something open waits at, or goes back to. */
export const openSteps = (dossier: Dossier): string[] =>
  openMainTasks(dossier).flatMap((task) => [task.step, ...(task.backTo === null ? [] : [task.backTo])])

const placeOf = (to: Procedure, mapping: StepMapping, name: string): string | undefined =>
  stepNamed(to, Object.hasOwn(mapping, name) ? (mapping[name] ?? name) : name)?.step

type Placing = { task: Task; place: (name: string) => string | undefined }

const moved = (to: Procedure, dossier: Dossier, { task, place }: Placing): MovedTask[] => {
  const at = place(task.step) ?? (task.kind === 'main' ? undefined : sideStep(dossier, { task, place }))
  const step = at === undefined ? undefined : stepNamed(to, at)
  if (!step) return []
  if (task.kind !== 'main')
    return [{ task: task.task, step: step.step, posts: task.posts, forApplicant: false, backTo: null }]
  const actors = step.actor.flatMap((key) => to.actors[key] ?? [])
  return [
    {
      task: task.task,
      step: step.step,
      posts: actors.flatMap((actor) => actor.post ?? []),
      forApplicant: actors.some((actor) => actor.is === 'applicant'),
      backTo: task.backTo === null ? null : (place(task.backTo) ?? null),
    },
  ]
}

/** A side task never holds the path: where its own step has gone it stands beside what is open now. */
const sideStep = (dossier: Dossier, { task, place }: Placing): string | undefined => {
  const parent = dossier.tasks.find((one) => one.task === task.parent)
  const names = [...(parent ? [parent.step] : []), ...openMainTasks(dossier).map((one) => one.step)]
  return names.flatMap((name) => place(name) ?? [])[0]
}

/** What the applicant sends back may wait beside a task of the same step: it goes back to another one. */
const twice = (dossier: Dossier, tasks: readonly MovedTask[]): string[] => {
  const main = openMainTasks(dossier).map((task) => task.task)
  const steps = tasks.filter((one) => main.includes(one.task) && one.backTo === null).map((one) => one.step)
  return [...new Set(steps.filter((step, index) => steps.indexOf(step) !== index))]
}

const isStillSent = (to: Procedure, tasks: readonly MovedTask[], initial: Task): boolean => {
  const parent = tasks.find((one) => one.task === initial.parent)
  return parent !== undefined && stepNamed(to, parent.step)?.letter === initial.letter
}

const stepsAhead = (to: Procedure, tasks: readonly MovedTask[]): Step[] => {
  const reached = reachableFrom(
    to,
    tasks.flatMap((task) => [task.step, ...(task.backTo === null ? [] : [task.backTo])]),
  )
  return to.steps.filter((step) => reached.has(step.step))
}

const missingFields = (to: Procedure, form: Form): string[] =>
  askedFields(to, form)
    .filter((field) => field.required && field.type !== 'file' && isEmpty(form[field.field]))
    .map((field) => field.field)

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || value === null

const missingPapers = (to: Procedure, dossier: Dossier, ahead: readonly Step[]): string[] => {
  const made = new Set([
    ...dossier.papers.map((paper) => paper.paper),
    ...ahead.flatMap((step) => step.makes),
    // What steps behind have made is not always a paper that lies here.
    ...to.steps.filter((step) => dossier.traces[step.step]?.isFinished).flatMap((step) => step.makes),
  ])
  return [...new Set(ahead.flatMap((step) => step.needs))].filter((kind) => !made.has(kind))
}

const lettersInWork = (dossier: Dossier): string[] => [
  ...new Set(dossier.letters.filter(isOnPath).map((letter) => letter.letter)),
]
