// Which arrows of the printed sheet a dossier has really taken, told from its events alone.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { printedEdges } from '../procedure/sheet/printed-flow.ts'
import type { Event } from './events.ts'

/** As `from>to` of printed rows; what went over steps that the office added counts as the arrow they stand in. */
export const walkedWays = (procedure: Procedure, events: readonly Event[]): Set<string> => {
  const taken = new Map<string, Set<string>>()
  for (const event of events) {
    if (event.type !== 'step-finished' && event.type !== 'step-skipped') continue
    const exits = taken.get(event.step) ?? new Set()
    for (const exit of event.exits) exits.add(exit)
    taken.set(event.step, exits)
  }
  return new Set(
    printedEdges(procedure)
      .filter(({ from, to }) => leads(procedure, taken, { from, to }, new Set()))
      .map(({ from, to }) => `${from}>${to}`),
  )
}

type Taken = ReadonlyMap<string, ReadonlySet<string>>

const leads = (procedure: Procedure, taken: Taken, way: { from: string; to: string }, seen: Set<string>): boolean =>
  [...(taken.get(way.from) ?? [])].some((exit) => {
    if (exit === way.to) return true
    if (seen.has(exit) || !stepNamed(procedure, exit)?.policy) return false
    seen.add(exit)
    return leads(procedure, taken, { from: exit, to: way.to }, seen)
  })
