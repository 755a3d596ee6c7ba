// What is asked and recorded about clocks: rungs of the ladder, why work was late, due dates that moved.
import type { Instant } from '../../clock/instant.ts'
import type { Rung } from '../../clock/ladder-schema.ts'

/** `promise`, or the id of the task whose time it is; `task` and its step say the latter once more, for readers. */
export type OfClock = { clock: string; task: string | null; step: string | null }

export type MovedDeadline = OfClock & { from: Instant | null; to: Instant | null }

export type ClockFact =
  /** `tell` is empty where the program came too late for this rung: a higher one of the same moment is told instead. */
  | (OfClock & {
      type: 'rung-reached'
      rung: string
      when: string
      tell: Rung['tell']
      urgent: boolean
      dueAt: Instant
    })
  | (OfClock & { type: 'breach-explained'; reason: string; note: string; dueAt: Instant })
  | (OfClock & { type: 'breach-acknowledged'; remark: string })
  | { type: 'deadlines-moved'; reason: string; calendar: string | null; moved: MovedDeadline[] }

export type ClockCommand =
  | { type: 'ring'; clock: string; rung: string }
  | { type: 'explain-breach'; clock: string; reason: string; note: string }
  | { type: 'acknowledge-breach'; clock: string; remark: string }
  /** `stood`: the due dates that people have been told so far. */
  | {
      type: 'move-deadlines'
      reason: string
      calendar: string | null
      stood: readonly { clock: string; dueAt: Instant | null }[]
    }
