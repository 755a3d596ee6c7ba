// A letter that goes back to whoever drafted it with a remark: beside the path, asked for initials, or from step to step.
import { type Dossier, type Task, taskNamed } from '../dossier/dossier.ts'
import type { Event } from '../dossier/events.ts'

type SentBack = Extract<Event, { type: 'letter-sent-back' }>
type StepOpened = Extract<Event, { type: 'step-opened' }>

/** Where its writer goes on with it: a task that was opened for that, or the step that has asked for initials. */
export const writersTask = (dossier: Dossier, { task }: SentBack, batch: readonly Event[]): string => {
  const opened = batch.find((other) => isForWriter(other))
  return opened && 'task' in opened && opened.task !== null ? opened.task : (taskNamed(dossier, task)?.parent ?? task)
}

export const isForWriter = (event: Event): boolean => event.type === 'side-task-opened' && event.purpose === 'write'

/** Opened once more for a post whose draft waits for its number, by somebody who wrote down why. */
export const isLetterBack = (dossier: Dossier, event: StepOpened): boolean =>
  event.round > 1 &&
  stepRemark(dossier, event) !== '' &&
  dossier.letters.some(
    ({ beside, number, versions }) =>
      beside === null &&
      number === null &&
      versions.some(({ by }) => by.kind === 'post' && event.posts.includes(by.post)),
  )

/** What was written with it; null for an event that sends no letter back. */
export const backRemark = (dossier: Dossier, event: Event): string | null => {
  if (event.type === 'letter-sent-back') return event.remark
  return event.type === 'step-opened' ? stepRemark(dossier, event) : null
}

/** Of the step that was left at the same moment: its reason to return, or its note beside an answer that leads back. */
const stepRemark = ({ tasks, returns }: Dossier, { at, step }: StepOpened): string => {
  const left = tasks.findLast((task) => task.kind === 'main' && task.closedAt === at && task.step !== step)
  return left ? (returns.findLast((one) => one.at === at && one.to === step)?.reason ?? noteOf(left)) : ''
}

const noteOf = ({ outcome, note }: Task): string => (outcome === 'finished' ? note : '')
