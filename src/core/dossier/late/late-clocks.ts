// What of a dossier is or was late, who is asked why, and what they said: for pages and programs.
import { openMainTasks } from '../dossier.ts'
import { breachOf, postsOfClock } from './breach.ts'
import { isAnswerable } from './breach-rows.ts'
import { isLate, type LateInput, PROMISE, type TimedClock, timedClock } from './clocks.ts'
import type { BreachReason } from './evolve.ts'

export type LateClock = { clock: TimedClock; posts: string[]; reason: BreachReason | null }

/** The promise first, then the steps as they were opened. Throws NoWorkingTime. */
export const lateClocks = (input: LateInput): LateClock[] => {
  const { dossier, now } = input
  const isRunning = ({ task, endedAt }: TimedClock): boolean =>
    endedAt === null && (task === null || openMainTasks(dossier).includes(task))
  return [PROMISE, ...dossier.tasks.map(({ task }) => task)].flatMap((which): LateClock[] => {
    const clock = timedClock(input, which)
    if (!clock || !isLate(clock, now)) return []
    const reason = breachOf(dossier, which) ?? null
    if (!reason && !isRunning(clock) && !isAnswerable(dossier, clock)) return []
    return [{ clock, posts: postsOfClock(dossier, clock), reason }]
  })
}

/** Whether the work of this task is late by now and nobody has said why. */
export const isReasonAsked = (input: LateInput, task: string): boolean => {
  const clock = timedClock(input, task)
  return clock !== null && isLate(clock, input.now) && !breachOf(input.dossier, task)
}
