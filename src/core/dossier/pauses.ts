// When the promise of a dossier stands still: while its path waits only for the applicant or a third party, by its policy.
import type { Pause } from '../clock/deadline.ts'
import type { Instant } from '../clock/instant.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Dossier, Task } from './dossier.ts'

export type PausedFor = 'applicant' | 'third-party'

/**
 * Derived from the tasks that stood open, never typed: paused while every open task of the path is a pausing one. With
 * forks one strand at work in the office is enough to let the clock run on.
 */
export const pausesOf = (procedure: Procedure, { tasks, endedAt }: Pick<Dossier, 'tasks' | 'endedAt'>): Pause[] => {
  const path = tasks.filter((task) => task.kind === 'main' && task.closedAt !== task.openedAt)
  const marks = [
    ...new Set(path.flatMap(({ openedAt, closedAt }) => (closedAt ? [openedAt, closedAt] : [openedAt]))),
  ].toSorted()
  const pauses: Pause[] = []
  for (const [index, from] of marks.entries()) {
    const waitedFor = pausedAt(procedure, path, from)
    if (waitedFor === null) continue
    const to = marks[index + 1] ?? endedAt
    const last = pauses.at(-1)
    if (last?.to === from && last.waitedFor === waitedFor) last.to = to
    else pauses.push({ from, to, waitedFor })
  }
  return pauses
}

/** For whom the promise would wait while this task stands open; null where it goes on. */
export const pauseFor = (
  procedure: Procedure,
  task: Pick<Task, 'step' | 'posts' | 'forApplicant' | 'backTo'>,
): PausedFor | null => {
  const declared = procedure.policy.pauses.find(({ step }) => step === task.step)
  if (declared) return declared.for
  const isReturned = task.forApplicant && task.posts.length === 0 && task.backTo !== null
  return isReturned && procedure.policy.return?.pauses === true ? 'applicant' : null
}

const pausedAt = (procedure: Procedure, path: readonly Task[], at: Instant): PausedFor | null => {
  const open = path.filter(({ openedAt, closedAt }) => openedAt <= at && (closedAt === null || closedAt > at))
  const waits = open.map((task) => pauseFor(procedure, task))
  if (waits.length === 0 || waits.includes(null)) return null
  return waits.includes('applicant') ? 'applicant' : 'third-party'
}
