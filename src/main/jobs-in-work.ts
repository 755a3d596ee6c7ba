// Which of the jobs that this worker has taken it knows of: it is at them, or has just ended them.
import type { WorkerEvents } from 'graphile-worker'

/** One taking of a job: each counts one attempt. */
export type Taken = { id: string; attempts: number }

export type JobsInWork = {
  /** @param locked all that the queue has down as taken by this worker @returns those that it knows nothing of */
  strangersIn: <T extends Taken>(locked: readonly T[]) => T[]
}

/** Must stand before the queue begins. A job that has ended stays known until the queue has written that down. */
export const followJobs = (events: WorkerEvents): JobsInWork => {
  const known = new Set<string>()
  const ended = new Set<string>()
  events.on('job:start', ({ job }) => known.add(takingOf(job)))
  events.on('job:complete', ({ job }) => ended.add(takingOf(job)))
  return {
    strangersIn: (locked) => {
      const standing = new Set(locked.map(takingOf))
      for (const taking of ended) {
        if (standing.has(taking)) continue
        ended.delete(taking)
        known.delete(taking)
      }
      return locked.filter((job) => !known.has(takingOf(job)))
    },
  }
}

export const takingOf = ({ id, attempts }: Taken): string => `${id}:${attempts}`
