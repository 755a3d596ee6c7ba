// Errors of forks: strands that meet in a step without `join: all`, which the first of them would open for all.
import { END, exitsOf, stepNamed, targetsOf } from './flow.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Procedure, Step } from './schema.ts'

/** Only makes sense once every name is known. */
export const meetingFaults = (procedure: Procedure): Found[] => {
  const met = new Map(procedure.steps.flatMap((fork) => waysOf(procedure, fork).flatMap(meetingsOf(procedure, fork))))
  return procedure.steps.flatMap(({ step }, index) => {
    const fork = met.get(step)
    return fork === undefined
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Cabang-cabang dari langkah "${fork}" bertemu di langkah "${step}" tanpa saling menunggu; tulis "join: all" pada langkah "${step}".`,
            `The strands of step "${fork}" meet in step "${step}" without waiting for each other; write "join: all" in step "${step}".`,
          ),
        ]
  })
}

type Meeting = [step: string, fork: string]

const meetingsOf =
  (procedure: Procedure, { step: fork }: Step) =>
  (way: readonly string[]): Meeting[] =>
    way.flatMap((one, at) =>
      way.slice(at + 1).flatMap((other): Meeting[] => {
        const step = meetingOf(procedure, fork, one, other) ?? meetingOf(procedure, fork, other, one)
        return step === undefined ? [] : [[step, fork]]
      }),
    )

/**
 * The first step that the strand cannot pass by and that the other can reach too. A step that either only may come
 * to, as the refusal that ends everything, is no meeting; nor is one before the fork, where all begin anew.
 */
const meetingOf = (procedure: Procedure, fork: string, strand: string, other: string): string | undefined => {
  const joins = joinsOf(procedure, walk(procedure, strand, [fork])).filter((join) =>
    walk(procedure, other, [fork]).has(join),
  )
  const stops = [fork, ...joins]
  const reached = walk(procedure, other, stops)
  return [...walk(procedure, strand, stops)].find(
    (step) =>
      step !== END &&
      !stops.includes(step) &&
      reached.has(step) &&
      !stepNamed(procedure, step)?.join &&
      !isBefore(procedure, fork, step) &&
      comesToTheEnd(procedure, step) &&
      !leaves(walk(procedure, strand, [...stops, step]), joins),
  )
}

const joinsOf = (procedure: Procedure, steps: ReadonlySet<string>): string[] =>
  [...steps].filter((step) => stepNamed(procedure, step)?.join)

const leaves = (steps: ReadonlySet<string>, joins: readonly string[]): boolean =>
  [END, ...joins].some((step) => steps.has(step))

/** Where all ways on lead to a join, that one waits for every strand, and nothing is dropped. */
const comesToTheEnd = (procedure: Procedure, step: string): boolean => {
  const joins = procedure.steps.filter((one) => one.join).map((one) => one.step)
  return walk(procedure, step, joins).has(END)
}

const isBefore = (procedure: Procedure, fork: string, step: string): boolean =>
  walk(procedure, procedure.steps[0]?.step ?? END, [fork]).has(step) && walk(procedure, step, []).has(fork)

/** Every name from here on, nearest first; the stops are reached and not passed. */
const walk = (procedure: Procedure, from: string, stops: readonly string[]): Set<string> => {
  const reached = new Set([from])
  for (const name of reached) {
    const step = stops.includes(name) ? undefined : stepNamed(procedure, name)
    for (const target of step ? targetsOf(procedure, step) : []) reached.add(target)
  }
  return reached
}

const waysOf = (procedure: Procedure, step: Step): string[][] =>
  step.decides ? step.decides.exits.map(({ to }) => to) : [exitsOf(procedure, step, undefined)]
