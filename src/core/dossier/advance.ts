// Moves the path on: closes a step, passes over steps that do not apply, forks, joins, ends.
import { END, exitsOf, predecessorsOf, stepNamed } from '../procedure/flow.ts'
import type { Procedure, Step } from '../procedure/schema.ts'
import { holds } from '../procedure/when.ts'
import { feedRegisters } from '../register/feed.ts'
import type { Context } from './commands.ts'
import type { Dossier, Task, Trace } from './dossier.ts'
import type { Fact } from './events.ts'
import { evolve } from './evolve.ts'

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
  const finished: Fact = { type: 'step-finished', task: task.task, step: task.step, exits, note: answer.note ?? '' }
  return withFollowers(procedure, dossier, [finished], { from: task.step, exits }, context)
}

/** The facts that open one step, however it is reached. */
export const openStep = (
  procedure: Procedure,
  dossier: Dossier,
  name: string,
  context: Context,
  backTo: string | null = null,
): Fact[] => {
  const step = mustFind(procedure, name)
  const actors = step.actor.flatMap((key) => procedure.actors[key] ?? [])
  const round = (dossier.traces[name]?.rounds ?? 0) + 1
  return [
    {
      type: 'step-opened',
      task: context.newId(),
      step: name,
      round,
      posts: actors.flatMap((actor) => actor.post ?? []),
      forApplicant: actors.some((actor) => actor.is === 'applicant'),
      backTo,
    },
  ]
}

type Leaving = { from: string; exits: string[] }

const withFollowers = (
  procedure: Procedure,
  dossier: Dossier,
  facts: Fact[],
  leaving: Leaving,
  context: Context,
): Fact[] => {
  const all = [...facts]
  let now = apply(dossier, all, context)
  for (const target of leaving.exits) {
    const more = enter(procedure, now, target, leaving, context)
    all.push(...more)
    now = apply(now, more, context)
    if (now.status !== 'open') break
  }
  return all
}

const enter = (procedure: Procedure, dossier: Dossier, target: string, leaving: Leaving, context: Context): Fact[] => {
  if (target === END) return endFacts(procedure, dossier)
  const step = mustFind(procedure, target)
  if (isOpen(dossier, target)) return []
  if (leaving.exits.length > 1 && isStrandFinished(procedure, dossier, target, leaving.from))
    return rejoin(procedure, dossier, target, context)
  if (step.join && !allArrived(procedure, dossier, step)) return []
  if (!holds(step.when, dossier.form)) {
    const exits = exitsOf(procedure, step, undefined)
    return withFollowers(
      procedure,
      dossier,
      [{ type: 'step-skipped', step: target, exits }],
      { from: target, exits },
      context,
    )
  }
  return openStep(procedure, dossier, target, context)
}

const endFacts = (procedure: Procedure, dossier: Dossier): Fact[] => [
  ...feedRegisters(procedure, dossier),
  { type: 'finished' },
]

const isOpen = (dossier: Dossier, step: string): boolean =>
  dossier.tasks.some((task) => task.kind === 'main' && task.step === step && task.closedAt === null)

/** A join opens once every strand that can lead to it has done so with its last exit, and none is still at work. */
const allArrived = (procedure: Procedure, dossier: Dossier, join: Step): boolean =>
  predecessorsOf(procedure, join.step).every((before) => {
    const trace = dossier.traces[before.step]
    return trace?.isFinished === true && trace.exits.includes(join.step)
  })

/**
 * A strand stays finished when its fork is entered again: walking its last exits it reaches a join or the end,
 * and does not lead back to the fork (Tulungagung rows 11 to 13: the e-mail goes once).
 */
const isStrandFinished = (procedure: Procedure, dossier: Dossier, target: string, fork: string): boolean => {
  const seen = new Set([fork])
  const walk = (name: string): boolean => {
    if (name === END) return true
    if (seen.has(name)) return false
    if (stepNamed(procedure, name)?.join) return true
    const trace: Trace | undefined = dossier.traces[name]
    if (!trace?.isFinished) return false
    seen.add(name)
    return trace.exits.every(walk)
  }
  return walk(target)
}

/** A strand that need not run again may be the last one its join waits for. */
const rejoin = (procedure: Procedure, dossier: Dossier, target: string, context: Context): Fact[] => {
  let name = target
  for (let step = stepNamed(procedure, name); step; step = stepNamed(procedure, name)) {
    if (step.join) {
      return allArrived(procedure, dossier, step) && !isOpen(dossier, name)
        ? openStep(procedure, dossier, name, context)
        : []
    }
    name = dossier.traces[name]?.exits[0] ?? END
  }
  return []
}

const apply = (dossier: Dossier, facts: Fact[], context: Context): Dossier =>
  facts.reduce((state, fact) => evolve(state.id, state, { ...fact, at: context.now, by: context.by }), dossier)

const mustFind = (procedure: Procedure, name: string): Step => {
  const step = stepNamed(procedure, name)
  if (!step) throw new Error(`Procedure ${procedure.procedure}@${procedure.edition} has no step "${name}"`)
  return step
}
