// Errors of the way: steps that nobody reaches, steps from which nobody gets out.

import { END, reachableFrom } from './flow.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Procedure } from './schema.ts'

/** Only makes sense once every name is known. */
export const flowFaults = (procedure: Procedure): Found[] => [...unreachable(procedure), ...deadEnds(procedure)]

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
const deadEnds = (procedure: Procedure): Found[] =>
  procedure.steps.flatMap((step, index) =>
    reachableFrom(procedure, [step.step]).has(END)
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Dari langkah "${step.step}" akhir tidak dapat dicapai.`,
            `The end cannot be reached from step "${step.step}".`,
          ),
        ],
  )
