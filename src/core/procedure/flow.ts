// Where a step leads: next in the file by default, `then`, or the exit of its decision. `end` is the end.
import type { Procedure, Step } from './schema.ts'

export const END = 'end'

export const stepNamed = (procedure: Procedure, name: string): Step | undefined =>
  procedure.steps.find((step) => step.step === name)

/** Every name a step may lead to, over all its exits. */
export const targetsOf = (procedure: Procedure, step: Step): string[] => {
  if (step.decides) return [...new Set(step.decides.exits.flatMap((exit) => exit.to))]
  return step.then ?? [following(procedure, step)]
}

/** The names a step leads to with this answer; a decision's chosen exit, or what follows. */
export const exitsOf = (procedure: Procedure, step: Step, answer: string | undefined): string[] => {
  if (!step.decides) return step.then ?? [following(procedure, step)]
  return step.decides.exits.find((one) => one.answer === answer)?.to ?? []
}

/** The exits of a question that nobody is there to answer: those that come to the end by the fewest steps. */
export const unaskedExits = (procedure: Procedure, step: Step): string[] => {
  if (!step.decides) return exitsOf(procedure, step, undefined)
  const ways = step.decides.exits.map(({ to }) => ({
    to,
    far: Math.min(...to.map((name) => stepsToEnd(procedure, name))),
  }))
  return ways.toSorted((a, b) => a.far - b.far)[0]?.to ?? []
}

const stepsToEnd = (procedure: Procedure, from: string): number => {
  const seen = new Set<string>()
  let level = [from]
  for (let far = 0; level.length > 0; far += 1) {
    if (level.includes(END)) return far
    for (const name of level) seen.add(name)
    level = level.flatMap((name) => {
      const step = stepNamed(procedure, name)
      return step ? targetsOf(procedure, step).filter((target) => !seen.has(target)) : []
    })
  }
  return Number.POSITIVE_INFINITY
}

export const predecessorsOf = (procedure: Procedure, name: string): Step[] =>
  procedure.steps.filter((step) => targetsOf(procedure, step).includes(name))

/** Every name that can be reached from these, themselves included. */
export const reachableFrom = (procedure: Procedure, start: readonly string[]): Set<string> => {
  const reached = new Set<string>()
  const waiting = [...start]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    const step = stepNamed(procedure, name)
    if (step) waiting.push(...targetsOf(procedure, step))
  }
  return reached
}

const following = (procedure: Procedure, step: Step): string =>
  procedure.steps[procedure.steps.indexOf(step) + 1]?.step ?? END
