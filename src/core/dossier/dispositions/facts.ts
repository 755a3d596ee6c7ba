// What is asked and recorded about dispositions beyond the step that makes them: onward, asked again, closed out, recalled, opened.
import type { Day } from '../../clock/instant.ts'

/** A disposition as it is written; one that asks a recipient again names the side task that was answered before. */
export type DisposedFact = {
  type: 'disposed'
  task: string
  to: string[]
  instructions: string[]
  note: string
  /** Until when an answer is wanted. */
  dueOn?: Day
  again?: string
}

export type DispositionFact =
  | DisposedFact
  /** A recipient has opened it for the first time: from then on it cannot be recalled. */
  | { type: 'task-read'; task: string }
  /** `task` is the side task, or the disposing step that comes back; `tasks` are those that lose their work by it. */
  | { type: 'disposition-recalled'; task: string; reason: string; tasks: string[] }
  /** The whole branch below this task is done; `tasks` had not been answered. */
  | { type: 'disposition-closed'; task: string; note: string; tasks: string[] }

export type DispositionCommand =
  | {
      type: 'dispose-onward'
      task: string
      to: string[]
      instructions: string[]
      note: string
      dueOn: Day | null
    }
  /** `task` is the side task that was answered. */
  | { type: 'ask-again'; task: string; note: string; dueOn: Day | null }
  /** `task` is the one that was disposed of: a side task, or the disposing step. */
  | { type: 'close-disposition'; task: string; note: string }
  /** `task` is the side task that was opened by it, or the disposing step itself. */
  | { type: 'recall-disposition'; task: string; reason: string }
  /** A recipient has it before them; written by the page or the program that shows it. */
  | { type: 'read-task'; task: string }
