// Until when a recipient is asked to answer: the closing of the day that was named, by the calendar of their post.
import { type Instant, instantAt } from '../../clock/instant.ts'
import { workingDay } from '../../clock/working-day.ts'
import { type ClockOffice, calendarOf } from '../clocks.ts'
import type { Dossier, Task } from '../dossier.ts'
import { askedBy } from './tree.ts'

/** On a day without work the day itself ends it. Null where no day was named. */
export const answerDue = (office: ClockOffice, dossier: Dossier, task: Task): Instant | null => {
  const on = task.kind === 'attention' ? askedBy(dossier, task)?.dueOn : null
  if (!on) return null
  const calendar = calendarOf(office, task)
  const day = workingDay(calendar, on)
  return instantAt(day.stretches.at(-1)?.to ?? workingDay(calendar, day.next).midnight)
}
