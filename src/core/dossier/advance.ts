// Moves the path on: closes a step, passes over steps that do not apply, forks, joins, ends.
import { END, exitsOf, reachableFrom, stepNamed, unaskedExits } from '../procedure/flow.ts'
import type { Lane, Procedure, Step } from '../procedure/schema.ts'
import { holds } from '../procedure/when.ts'
import { feedRegisters } from '../register/feed.ts'
import type { Context } from './commands.ts'
import type { Dossier, Task } from './dossier.ts'
import type { Fact } from './events.ts'
import { evolve } from './evolve.ts'
import { isAwaited, isOpen, strandOf } from './strands.ts'

type Answer = { exit?: string | undefined; note?: string | undefined }

/** The facts that close this task and open whatever follows it. */
export const closeStep = (
  procedure: Procedure,
  dossier: Dossier,
  task: Task,
  answer: Answer,
  context: Context,
): Fact[] => {
  const step = mustFind(procedure, task.step)
  const exits = task.backTo ? [task.backTo] : exitsOf(procedure, step, answer.exit)
  if (exits.length === 0) throw new Error(`Step "${step.step}" was closed without an exit`)
  const finished: Fact = { type: 'step-finished', task: task.task, step: task.step, exits, note: answer.note ?? '' }
  return follow({ procedure, context }, dossier, finished)
}

/** The facts that open one step, however it is reached. */
export const openStep = (
  procedure: Procedure,
  dossier: Dossier,
  name: string,
  context: Context,
  backTo: string | null = null,
): Fact => {
  const step = mustFind(procedure, name)
  const actors = beginners(procedure, dossier, step)
  return {
    type: 'step-opened',
    task: context.newId(),
    step: name,
    round: (dossier.traces[name]?.rounds ?? 0) + 1,
    posts: actors.flatMap((actor) => actor.post ?? []),
    forApplicant: actors.some((actor) => actor.is === 'applicant'),
    backTo,
  }
}

/** The first step is shared by those who may begin; it goes back to whoever did begin, and to nobody beside them. */
const beginners = ({ actors, steps }: Procedure, { channel }: Dossier, step: Step): Lane[] => {
  const all = step.actor.flatMap((key) => actors[key] ?? [])
  if (step !== steps[0]) return all
  const isOfTheOffice = channel === 'order' || channel === 'schedule' || channel === 'monitor'
  const own = all.filter((actor) => (actor.is === 'applicant') !== isOfTheOffice)
  return own.length > 0 ? own : all
}

export const apply = (dossier: Dossier, facts: readonly Fact[], { now, by }: Pick<Context, 'now' | 'by'>): Dossier =>
  facts.reduce((state, fact) => evolve(state.id, state, { ...fact, at: now, by }), dossier)

type Leaving = Extract<Fact, { type: 'step-finished' | 'step-skipped' }>

type Route = { procedure: Procedure; context: Context }
/** What has happened on the way so far, and where it still leads. */
type Journey = { facts: Fact[]; now: Dossier; ways: string[]; joins: string[] }

/** Follows every way out until it rests on open tasks, waits at a join, or ends. */
const follow = (route: Route, dossier: Dossier, leaving: Leaving): Fact[] => {
  const journey: Journey = { facts: [], now: dossier, ways: [], joins: [] }
  leave(route, journey, leaving)
  while (journey.now.status === 'open') {
    const name = journey.ways.shift()
    // Joins are looked at last: only then is it known which strands are at work.
    const join = name === undefined ? takeNextJoin(route.procedure, journey.joins) : undefined
    if (name !== undefined) arrive(route, journey, name)
    else if (join === undefined) break
    else if (!isAwaited(route.procedure, journey.now, join)) enter(route, journey, join)
  }
  return journey.facts
}

const leave = (route: Route, journey: Journey, fact: Leaving): void => {
  add(route, journey, [fact])
  journey.ways.push(...waysOut(route.procedure, journey.now, fact))
}

const arrive = (route: Route, journey: Journey, name: string): void => {
  if (name === END) add(route, journey, [...feedRegisters(route.procedure, journey.now), { type: 'finished' }])
  else if (mustFind(route.procedure, name).join) journey.joins.push(name)
  else enter(route, journey, name)
}

/** Opens the step, or passes over it where it does not apply or nobody could do it; a ring of steps that do not apply is left after one round. */
const enter = (route: Route, journey: Journey, name: string): void => {
  const { procedure, context } = route
  const { now, facts } = journey
  if (isOpen(now, name)) return
  const step = mustFind(procedure, name)
  if (holds(step.when, now.form) && !waitsForNobody(procedure, now, step)) {
    add(route, journey, [openStep(procedure, now, name, context)])
  } else if (!facts.some((fact) => fact.type === 'step-skipped' && fact.step === name)) {
    leave(route, journey, { type: 'step-skipped', step: name, exits: unaskedExits(procedure, step) })
  }
}

/** What the office began for itself has no applicant who could do the applicant's steps. */
export const waitsForNobody = ({ actors }: Procedure, { asker }: Dossier, { actor }: Step): boolean =>
  asker === 'office' && actor.every((name) => actors[name]?.is === 'applicant')

const add = ({ context }: Route, journey: Journey, facts: Fact[]): void => {
  journey.facts.push(...facts)
  journey.now = apply(journey.now, facts, context)
}

/** Where a finished step leads; of a fork only what has to run, and the joins at which finished strands wait. */
const waysOut = (procedure: Procedure, dossier: Dossier, { step, exits }: Leaving): string[] => {
  if (exits.length < 2) return exits
  return exits.flatMap((target) => {
    const strand = strandOf(procedure, dossier, { target, fork: step })
    if (strand.state === 'at-work') return []
    return strand.state === 'finished' ? [strand.rejoins] : [target]
  })
}

/** Takes out a join that no other waiting join leads to. */
const takeNextJoin = (procedure: Procedure, joins: string[]): string | undefined => {
  const isLedTo = (join: string): boolean =>
    joins.some((other) => other !== join && reachableFrom(procedure, [other]).has(join))
  const at = Math.max(
    0,
    joins.findIndex((join) => !isLedTo(join)),
  )
  return joins.splice(at, 1)[0]
}

const mustFind = (procedure: Procedure, name: string): Step => {
  const step = stepNamed(procedure, name)
  if (!step) throw new Error(`Procedure ${procedure.procedure}@${procedure.edition} has no step "${name}"`)
  return step
}
