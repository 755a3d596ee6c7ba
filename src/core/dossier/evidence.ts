// What the clocks said when a step or the promise ended, kept with the fact itself.
import type { Procedure } from '../procedure/schema.ts'
import { type ClockOffice, evidenceOf } from './clocks.ts'
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'
import { evolve } from './evolve.ts'

/** The same events; those that close a step or the dossier with what the clock said. Throws NoWorkingTime. */
export const withEvidence = (
  procedure: Procedure,
  before: Dossier | null,
  events: readonly Event[],
  office: ClockOffice,
): Event[] => {
  if (!events.some(isClosing)) return [...events]
  const after = events.reduce<Dossier | null>((state, event) => evolve(before?.id ?? '', state, event), before)
  return after ? events.map((event) => witnessed({ procedure, dossier: after, office, now: event.at }, event)) : []
}

const isClosing = ({ type }: Event): boolean =>
  type === 'step-finished' || type === 'returned' || type === 'rejected' || type === 'withdrawn' || type === 'finished'

const witnessed = (input: Parameters<typeof evidenceOf>[0], event: Event): Event => {
  switch (event.type) {
    case 'step-finished':
    case 'returned':
      return { ...event, clock: evidenceOf(input, event.task) }
    case 'rejected':
      return { ...event, clock: evidenceOf(input, event.task), promise: evidenceOf(input, 'promise') }
    case 'withdrawn':
    case 'finished':
      return { ...event, promise: evidenceOf(input, 'promise') }
    default:
      return event
  }
}
