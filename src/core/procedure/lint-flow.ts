// Errors of the way: steps that nobody reaches, steps from which nobody gets out.

import { END, exitsOf, reachableFrom, stepNamed, targetsOf } from './flow.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Procedure, Step } from './schema.ts'

/** Only makes sense once every name is known. */
export const flowFaults = (procedure: Procedure): Found[] => [
  ...unreachable(procedure),
  ...deadEnds(procedure),
  ...endlessStrands(procedure),
]

const unreachable = (procedure: Procedure): Found[] => {
  const reached = reachableFrom(procedure, [procedure.steps[0]?.step ?? END])
  return procedure.steps.flatMap((step, index) =>
    reached.has(step.step)
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Langkah "${step.step}" tidak pernah tercapai.`,
            `Step "${step.step}" is never reached.`,
          ),
        ],
  )
}

/** A step from which the end cannot be reached: a dead end, or a loop that nobody can leave. */
const deadEnds = (procedure: Procedure): Found[] => {
  const ending = endingSteps(procedure)
  return procedure.steps.flatMap(({ step }, index) => {
    if (ending.has(step)) return []
    return reachableFrom(procedure, [step]).has(END)
      ? [
          error(
            stepPath(index, 'step'),
            `Dari langkah "${step}" akhir tidak dapat dicapai: untaiannya selalu kembali ke percabangan, sehingga penggabungannya menunggu terus.`,
            `The end cannot be reached from step "${step}": its strand always goes back to the fork, so that the join waits for ever.`,
          ),
        ]
      : [
          error(
            stepPath(index, 'step'),
            `Dari langkah "${step}" akhir tidak dapat dicapai.`,
            `The end cannot be reached from step "${step}".`,
          ),
        ]
  })
}

/** Strands that lead to no join and no end except through their own fork: each round begins them anew. */
const endlessStrands = (procedure: Procedure): Found[] =>
  procedure.steps.flatMap((fork, index) =>
    waysOf(procedure, fork)
      .filter((way) => way.length > 1)
      .flatMap((way) => way.filter((strand) => !leavesFork(procedure, fork.step, strand)))
      .map((strand) =>
        error(
          stepPath(index, 'step'),
          `Untaian "${strand}" selalu kembali ke percabangan "${fork.step}": beri jalan ke penggabungan atau ke akhir.`,
          `The strand "${strand}" always goes back to its fork "${fork.step}": give it a way to the join or to the end.`,
        ),
      ),
  )

const leavesFork = (procedure: Procedure, fork: string, strand: string): boolean => {
  const seen = new Set([fork])
  const waiting = [strand]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const step = stepNamed(procedure, name)
    if (!step || step.join) return true
    waiting.push(...targetsOf(procedure, step))
  }
  return false
}

/** Steps that come to the end in some way: of a fork every strand does, or one ends the dossier without any join. */
const endingSteps = (procedure: Procedure): Set<string> => {
  const ending = new Set([END])
  const alone = endingAlone(procedure)
  const ends = (way: readonly string[]): boolean => way.every((to) => ending.has(to)) || way.some((to) => alone.has(to))
  return grown(procedure, ending, (step) => waysOf(procedure, step).some(ends))
}

const endingAlone = (procedure: Procedure): Set<string> =>
  grown(
    procedure,
    new Set([END]),
    (step, ending) => !step.join && targetsOf(procedure, step).some((to) => ending.has(to)),
  )

/** Adds steps as long as the rule finds another one. */
const grown = (
  { steps }: Procedure,
  found: Set<string>,
  rule: (step: Step, found: ReadonlySet<string>) => boolean,
): Set<string> => {
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const step of steps) if (rule(step, found)) found.add(step.step)
  }
  return found
}

const waysOf = (procedure: Procedure, step: Step): string[][] =>
  step.decides ? step.decides.exits.map(({ to }) => to) : [exitsOf(procedure, step, undefined)]
