// The due time of a task in a few words: what is left, by how much it is late, or when it is due.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { type Language, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { workingMinutesBetween } from '../../../core/clock/working-time.ts'
import type { TaskTime } from '../../story/steps.ts'
import type { Text } from '../../text/text.ts'
import { timeState } from '../../ui/time-bar.tsx'
import type { WorkItem } from '../../ui/work-list.tsx'

export type DueInput = { time: TaskTime; agency: AgencyData; now: Instant; language: Language; text: Text }

export const dueWords = ({ time, agency, now, language, text }: DueInput): WorkItem['due'] => {
  const { work } = text.office
  const { dueAt, usedMinutes, standardMinutes } = time
  if (dueAt === null || standardMinutes === null) return { state: 'open', text: work.untimed }
  if (time.standing === 'overdue')
    return {
      state: 'late',
      text: work.late(speakMinutes(workingMinutesBetween(agency.calendar, dueAt, now), language)),
    }
  const due = work.due(speakShort(dueAt, language, { zone: agency.agency.zone, now }))
  if (timeState(usedMinutes, standardMinutes) === 'calm') return { state: 'calm', text: due }
  return { state: 'soon', text: work.left(speakMinutes(Math.max(0, standardMinutes - usedMinutes), language)) }
}
