// The due time of a task in a few words: what is left, by how much it is late, or when it is due.
import type { Instant } from '../../../core/clock/instant.ts'
import { type Language, speakMinutes } from '../../../core/clock/speak.ts'
import { speakDue } from '../../../core/clock/speak-due.ts'
import { workingMinutesBetween } from '../../../core/clock/working-time.ts'
import type { TaskTime } from '../../story/steps.ts'
import type { Text } from '../../text/text.ts'
import { timeState } from '../../ui/time-bar.tsx'
import type { WorkItem } from '../../ui/work-list.tsx'

export type DueInput = { time: TaskTime; now: Instant; language: Language; text: Text }

export const dueWords = ({ time, now, language, text }: DueInput): WorkItem['due'] => {
  const { work } = text.office
  const { dueAt, usedMinutes, standardMinutes } = time
  if (dueAt === null || standardMinutes === null) return { state: 'open', text: work.untimed }
  if (time.standing === 'overdue')
    return {
      state: 'late',
      text: work.late(speakMinutes(workingMinutesBetween(time.calendar, dueAt, now), language)),
    }
  const due = work.due(speakDue(dueAt, language, { calendar: time.calendar, now }))
  if (timeState(usedMinutes, standardMinutes) === 'calm') return { state: 'calm', text: due }
  return { state: 'soon', text: work.left(speakMinutes(Math.max(0, standardMinutes - usedMinutes), language)) }
}
