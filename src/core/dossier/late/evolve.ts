// How a fact about clocks changes the dossier: which rungs were reached, why it was late, how its due dates moved.
import type { Instant } from '../../clock/instant.ts'
import type { Rung } from '../../clock/ladder-schema.ts'
import type { Dossier } from '../dossier.ts'
import type { By, Event } from '../events.ts'
import type { ClockFact, MovedDeadline, OfClock } from './facts.ts'

/** `tell` is empty for a rung that was passed over for a higher one. */
export type Reached = { clock: string; rung: string; when: string; at: Instant; tell: Rung['tell'] }

export type BreachReason = OfClock & {
  reason: string
  note: string
  dueAt: Instant
  at: Instant
  by: By
  acknowledged: { at: Instant; by: By; remark: string } | null
}

export type DeadlineMove = { at: Instant; by: By; reason: string; calendar: string | null; moved: MovedDeadline[] }

export type ClockEvent = Extract<Event, { type: ClockFact['type'] }>

export const changeClock = (dossier: Dossier, event: ClockEvent): Dossier => {
  switch (event.type) {
    case 'rung-reached': {
      const { clock, rung, when, at, tell } = event
      return { ...dossier, rungs: [...dossier.rungs, { clock, rung, when, at, tell }] }
    }
    case 'breach-explained': {
      const { clock, task, step, reason, note, dueAt, at, by } = event
      const others = dossier.breaches.filter((one) => one.clock !== clock)
      return {
        ...dossier,
        breaches: [...others, { clock, task, step, reason, note, dueAt, at, by, acknowledged: null }],
      }
    }
    case 'breach-acknowledged': {
      const { at, by, remark } = event
      return {
        ...dossier,
        breaches: dossier.breaches.map((one) =>
          one.clock === event.clock ? { ...one, acknowledged: { at, by, remark } } : one,
        ),
      }
    }
    case 'deadlines-moved': {
      const { at, by, reason, calendar, moved } = event
      return { ...dossier, deadlineMoves: [...dossier.deadlineMoves, { at, by, reason, calendar, moved }] }
    }
  }
}
