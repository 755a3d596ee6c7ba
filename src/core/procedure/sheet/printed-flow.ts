// Where the printed path goes: between the rows of the official sheet, past whatever the office added.
import { END, stepNamed, targetsOf } from '../flow.ts'
import type { Procedure, Step } from '../schema.ts'

/** From one printed row to another, or to `end`; a label only at an exit of a decision. */
export type PrintedEdge = { from: string; to: string; label: string; isInferred: boolean }

export const printedSteps = (procedure: Procedure): Step[] => procedure.steps.filter((step) => !step.policy)

export const printedEdges = (procedure: Procedure): PrintedEdge[] =>
  printedSteps(procedure).flatMap((step) => edgesOf(procedure, step))

const edgesOf = (procedure: Procedure, step: Step): PrintedEdge[] => {
  const isInferred = step.inferred.some((part) => part === 'then' || part === 'decides')
  const ways = step.decides
    ? step.decides.exits.flatMap((exit) => exit.to.map((target) => ({ target, label: exitLabel(exit) })))
    : targetsOf(procedure, step).map((target) => ({ target, label: '' }))
  const edges = ways.flatMap(({ target, label }) =>
    printedTargets(procedure, step, target).map((to) => ({ from: step.step, to, label, isInferred })),
  )
  return merged(edges)
}

type Exit = NonNullable<Step['decides']>['exits'][number]

/** What stands beside the arrow: Ya, Tidak; of a longer label the part before its first comma. */
const exitLabel = ({ answer, label }: Exit): string => {
  const said = (label.id.split(/[,;:]/)[0] ?? label.id).trim()
  if (answer === 'ya' || answer === 'tidak') return answer === 'ya' ? 'Ya' : 'Tidak'
  return said
}

/** Added steps may lead two ways to one row: without a word of its own that is one arrow. */
const merged = (edges: PrintedEdge[]): PrintedEdge[] => [
  ...new Map(edges.map((edge) => [`${edge.to} ${edge.label}`, edge])).values(),
]

const printedTargets = (procedure: Procedure, from: Step, target: string): string[] => {
  const step = stepNamed(procedure, target)
  return step?.policy ? pastPolicy(procedure, from, step, new Set()) : [target]
}

/**
 * An added step stands in the middle of a printed arrow. Of its own branches only the one that goes on is printed:
 * the next row below, else the end; what it sends back is the office's, not the sheet's.
 */
const pastPolicy = (procedure: Procedure, from: Step, step: Step, seen: Set<string>): string[] => {
  if (seen.has(step.step)) return []
  seen.add(step.step)
  const ways = step.decides ? step.decides.exits.map((exit) => exit.to) : [targetsOf(procedure, step)]
  const ends = ways.map((targets) =>
    targets.flatMap((target) => {
      const next = stepNamed(procedure, target)
      return next?.policy ? pastPolicy(procedure, from, next, seen) : [target]
    }),
  )
  const row = procedure.steps.indexOf(from)
  const distance = (targets: string[]): number => Math.min(...targets.map((target) => rank(procedure, row, target)))
  return ends.filter((targets) => targets.length > 0).toSorted((a, b) => distance(a) - distance(b))[0] ?? []
}

/** Rows below first, by nearness; then the end; then rows above. */
const rank = (procedure: Procedure, row: number, target: string): number => {
  const count = procedure.steps.length
  if (target === END) return count
  const at = procedure.steps.findIndex((step) => step.step === target)
  return at > row ? at - row : count + 1 + row - at
}
