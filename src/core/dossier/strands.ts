// Forks and joins: whether a join still waits for somebody, and what has become of each strand of a fork.
import { END, reachableFrom, stepNamed, targetsOf } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Dossier, openMainTasks, type Task } from './dossier.ts'

/** `rejoins` names the join at which a finished strand waits. */
export type Strand = { state: 'fresh' } | { state: 'at-work' } | { state: 'finished'; rejoins: string }

/** A join waits as long as somebody is at work on a step that can lead to it. */
export const isAwaited = (procedure: Procedure, dossier: Dossier, join: string): boolean =>
  openMainTasks(dossier).some((task) => reachableFrom(procedure, waysOf(procedure, task)).has(join))

export const isOpen = (dossier: Dossier, step: string): boolean =>
  openMainTasks(dossier).some((task) => task.step === step)

/**
 * What has become of the strand of `fork` that begins with `target`, when the fork is entered again. A strand that
 * sent back to its fork runs anew; one at work is left alone; a finished one stays finished (Tulungagung rows 11 to
 * 13: the e-mail goes once) until its join has opened: what comes back from behind the join runs all strands anew.
 */
export const strandOf = (procedure: Procedure, dossier: Dossier, { target, fork }: StrandOf): Strand => {
  const seen = new Set<string>()
  const walk = (name: string, leftIn: number): Strand => {
    if (name === fork || name === END || seen.has(name)) return { state: 'fresh' }
    if (isAtWork(dossier, name)) return { state: 'at-work' }
    const trace = dossier.traces[name]
    if (stepNamed(procedure, name)?.join) {
      return (trace?.openedIn ?? 0) < leftIn ? { state: 'finished', rejoins: name } : { state: 'fresh' }
    }
    if (!trace?.isFinished) return { state: 'fresh' }
    seen.add(name)
    return together(trace.exits.map((exit) => walk(exit, trace.finishedIn)))
  }
  return walk(target, 0)
}

type StrandOf = { target: string; fork: string }

/** Of a strand that forks again: one part that has to run anew decides, then one that is at work. */
const together = (parts: readonly Strand[]): Strand =>
  parts.find((part) => part.state === 'fresh') ??
  parts.find((part) => part.state === 'at-work') ??
  parts[0] ?? { state: 'fresh' }

/** Open, or with the applicant who sends it back here. */
const isAtWork = (dossier: Dossier, step: string): boolean =>
  openMainTasks(dossier).some((task) => task.step === step || task.backTo === step)

const waysOf = (procedure: Procedure, task: Task): string[] => {
  if (task.backTo) return [task.backTo]
  const step = stepNamed(procedure, task.step)
  return step ? targetsOf(procedure, step) : []
}
