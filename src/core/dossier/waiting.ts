// The waiting ledger of a dossier: every minute booked to the one being waited for.
import { type BookedWait, bookWaiting, type Wait } from '../clock/ledger.ts'
import { type ClockInput, calendarOf } from './clocks.ts'
import type { Dossier, Task } from './dossier.ts'
import { type PausedFor, pauseFor } from './pauses.ts'

/** Posts by their keys; `system` is an outside system that does or looks at the work. */
export type WaitedFor = { kind: 'posts'; posts: readonly string[] } | { kind: PausedFor } | { kind: 'system' }

export type Booking = Omit<BookedWait, 'waitedFor'> & {
  task: string
  step: string
  waitedFor: WaitedFor
  /** A whole round of a step is measured by its standard; these are its parts in the order of time. */
  round: number
}

/**
 * In the order of time; of two strands each is booked in full. Working minutes count by the calendar of the post whose
 * step it is, those of a closed step by the calendar of today.
 */
export const bookedWaits = ({ procedure, dossier, office, now }: ClockInput): Booking[] =>
  dossier.tasks
    .filter((task) => task.kind === 'main' && task.closedAt !== task.openedAt)
    .flatMap((task) => {
      const parts = partsOf(dossier, task, ownWait(pauseFor(procedure, task), task))
      const booked = bookWaiting(calendarOf(office, task), parts.map(asWait), now)
      return booked.map(({ waitedFor: _, ...one }, at): Booking => {
        const waitedFor = parts[at]?.waitedFor ?? { kind: 'posts', posts: task.posts }
        return { ...one, waitedFor, task: task.task, step: task.step, round: task.round }
      })
    })
    .toSorted((a, b) => a.from.localeCompare(b.from))

/** The same text for the same ones who are waited for. */
export const waitKey = (one: WaitedFor): string => (one.kind === 'posts' ? one.posts.join(' ') : `*${one.kind}`)

type Part = Omit<Wait, 'waitedFor'> & { waitedFor: WaitedFor }

const asWait = ({ waitedFor, ...part }: Part): Wait => ({ ...part, waitedFor: waitKey(waitedFor) })

const ownWait = (paused: PausedFor | null, task: Task): WaitedFor => {
  if (paused) return { kind: paused }
  return task.forApplicant && task.posts.length === 0 ? { kind: 'applicant' } : { kind: 'posts', posts: task.posts }
}

/** Cut where an outside system began or ceased to be waited for, and where a draft lay with others for their initials. */
const partsOf = (dossier: Dossier, task: Task, own: WaitedFor): Part[] => {
  const asked = dossier.tasks.filter((one) => one.kind === 'initial' && one.parent === task.task)
  const marks = [...task.effects, ...asked.map(({ openedAt, closedAt }) => ({ from: openedAt, to: closedAt }))]
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    .filter((at) => at > task.openedAt && (task.closedAt === null || at < task.closedAt))
  const starts = [...new Set([task.openedAt, ...marks])].toSorted()
  const parts: Part[] = []
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? task.closedAt
    const waitedFor = waitedAt(task, asked, from) ?? own
    const last = parts.at(-1)
    if (last && waitKey(last.waitedFor) === waitKey(waitedFor)) last.to = to
    else parts.push({ from, to, waitedFor })
  }
  return parts
}

const waitedAt = (task: Task, asked: readonly Task[], at: string): WaitedFor | null => {
  const isOn = (from: string, to: string | null): boolean => from <= at && (to === null || to > at)
  if (task.effects.some(({ from, to }) => isOn(from, to))) return { kind: 'system' }
  const posts = asked.filter(({ openedAt, closedAt }) => isOn(openedAt, closedAt)).flatMap((one) => one.posts)
  return posts.length > 0 ? { kind: 'posts', posts: [...new Set(posts)] } : null
}
