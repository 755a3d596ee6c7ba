// What must hold after every command, whatever it was: somebody is waited for, nothing is done twice, nobody acted who may not. For tests.
import { expect } from 'vitest'
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Dossier, openTasks, type Task } from './dossier.ts'
import type { By, Event } from './events.ts'
import type { Trial } from './trial.fixture.ts'

type Seen = { procedure: Procedure; before: Dossier | null; after: Dossier; events: readonly Event[] }

/** Looks at what one command has done. */
export const judgeTurn = (trial: Trial, before: Dossier | null, count: number): void => {
  const seen = { procedure: trial.procedure, before, after: trial.dossier(), events: trial.events.slice(count) }
  expect(seen.after.version).toBe(trial.events.length)
  const isOverride = seen.events.some((event) => event.type === 'proof-overridden')
  for (const event of seen.events) if (!isOverride || !isOfSuperior(seen.after, event.by)) judgeActor(seen, event)
  judgeClosings(seen)
  judgeWaiting(seen)
}

/** By the lanes of the file, not by what the interpreter made of them. */
const judgeActor = ({ procedure, before, after }: Seen, event: Event): void => {
  const dossier = before ?? after
  const isFair = (() => {
    switch (event.type) {
      case 'task-handed-over':
      case 'task-released':
        // Whoever stands above shares out what is not theirs to do.
        return event.by.kind === 'post'
      case 'submitted':
        return mayBegin(procedure, event.by, event.channel)
      case 'withdrawn':
        return isClient(dossier, event.by) || (event.by.kind === 'post' && event.by.post === dossier.orderedBy)
      case 'rated':
        return isClient(dossier, event.by)
      case 'proof-recorded':
      case 'effect-failed':
      case 'paper-filed':
      case 'rung-reached':
        return event.by.kind === 'system'
      case 'commented':
      case 'paper-attached':
        return event.by.kind === 'post' || isClient(dossier, event.by)
      case 'extended':
        return event.by.kind === 'post'
      case 'step-opened':
      case 'step-skipped':
      case 'side-task-opened':
      case 'register-fed':
      case 'finished':
      case 'edition-moved':
      case 'deadlines-moved':
        // What follows from another fact of the same command.
        return true
      default:
        return event.task === null || mayTouch(procedure, after, event.by, event.task)
    }
  })()
  if (!isFair) expect([event.type, event.by]).toBe('by somebody who may')
}

const WAYS: Record<string, readonly string[]> = {
  online: ['client', 'company'],
  public: ['public'],
  order: ['post'],
  schedule: ['schedule'],
  monitor: ['monitor'],
}

const mayBegin = (procedure: Procedure, by: By, channel: string): boolean => {
  const isPersonal = by.kind === 'system' ? channel === 'schedule' || channel === 'monitor' : true
  return isPersonal && procedure.starts.some((start) => (WAYS[channel] ?? []).includes(start.by))
}

const isClient = (dossier: Dossier, by: By): boolean => by.kind === 'client' && by.client === dossier.client

/** The lane of its step; a machine where the step waits for one; whoever began the dossier its first step. */
const mayTouch = (procedure: Procedure, dossier: Dossier, by: By, id: string): boolean => {
  const task = dossier.tasks.find((one) => one.task === id)
  const step = stepNamed(procedure, task?.step ?? '')
  if (!task || !step) return false
  if (task.step === procedure.steps[0]?.step && task.round === 1) return true
  if (by.kind === 'system') return step.fulfils.length > 0 || step.letter !== undefined
  if (task.kind !== 'main') return by.kind === 'post' && task.posts.includes(by.post)
  const lanes = step.actor.flatMap((name) => procedure.actors[name] ?? [])
  if (by.kind === 'post') return lanes.some((lane) => lane.post === by.post)
  return isClient(dossier, by) && lanes.some((lane) => lane.is === 'applicant')
}

/** Whoever passed the dossier on may close work without its proof. */
const isOfSuperior = ({ dispositions }: Dossier, by: By): boolean =>
  dispositions.some((one) => by.kind === 'post' && one.by.kind === 'post' && one.by.post === by.post)

const CLOSINGS = ['step-finished', 'returned', 'rejected', 'side-task-closed']

/** Closed tasks stay as they are, each was closed once, and no step is open twice. */
const judgeClosings = ({ before, after, events }: Seen): void => {
  const closed = events.flatMap((event) => (CLOSINGS.includes(event.type) && 'task' in event ? [event.task] : []))
  expect(closed).toEqual([...new Set(closed)])
  for (const task of before?.tasks.filter((one) => one.closedAt !== null) ?? []) {
    if (closed.includes(task.task)) expect(closed).not.toContain(task.task)
    const now = after.tasks.find((one) => one.task === task.task)
    if (now !== task) expect(now).toMatchObject(whatStays(task))
  }
  const open = openTasks(after).filter((task) => task.kind === 'main' && task.backTo === null)
  const steps = open.map((task) => task.step)
  if (new Set(steps).size !== steps.length) expect(steps).toEqual([...new Set(steps)])
}

/** What a machine brings late, as a letter that was numbered before, does not change what people did. */
const whatStays = ({ effectSince: _, failure: __, ...rest }: Task) => rest

/** While it is open a post or an applicant who exists is waited for; afterwards nobody. */
const judgeWaiting = ({ procedure, after }: Seen): void => {
  const open = openTasks(after)
  if (after.status !== 'open') {
    if (open.length > 0) expect(open).toEqual([])
    return
  }
  const main = open.filter((task) => task.kind === 'main')
  if (main.length === 0) expect(procedure.steps.map(({ step }) => step)).toBe('waiting for somebody')
  for (const task of open) if (!existsFor(after, task)) expect(task.step).toBe('waiting for somebody who exists')
}

const existsFor = (dossier: Dossier, task: Task): boolean =>
  task.posts.length > 0 || (task.forApplicant && ['agency', 'company'].includes(dossier.asker))
