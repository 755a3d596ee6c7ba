// Who is waited for in a step and since when; and its standard time against the time used. Alike for officers and applicants.
import type { Instant } from '../../core/clock/instant.ts'
import { speakLimit, speakMinutes, speakShort } from '../../core/clock/speak.ts'
import { addWorkingTime } from '../../core/clock/working-time.ts'
import type { Wait } from '../story/waiting.ts'
import type { Fact } from '../ui/definition.tsx'
import { TimeBar } from '../ui/time-bar.tsx'
import type { Visitor } from '../visitor.ts'
import { dueWords } from './work/due.ts'

/** What the time bar says is not said twice. */
export const waitFacts = ({ agency, language, now, text }: Visitor, wait: Wait, isYou = false): Fact[] => {
  const words = text.office.dossier.waiting
  const { zone } = agency.agency
  return [
    { label: words.who, value: isYou ? words.you : wait.who },
    { label: words.since, value: speakShort(wait.since, language, { zone, now }) },
    ...(wait.standardMinutes === null ? [{ label: words.standard, value: speakLimit(wait.limit, language) }] : []),
  ]
}

export const StepTime = ({ visitor, wait }: { visitor: Visitor; wait: Wait }) => {
  if (wait.standardMinutes === null) return null
  const { agency, language, now, text } = visitor
  const words = text.office.dossier.time
  const opens = opensAt(visitor)
  return (
    <>
      <TimeBar
        label={words.label}
        usedMinutes={wait.usedMinutes}
        standardMinutes={wait.standardMinutes}
        used={words.used(speakMinutes(wait.usedMinutes, language))}
        standard={words.standard(speakLimit(wait.limit, language))}
        remark={dueWords({ time: wait, now, language, text }).text}
      />
      {opens !== null && (
        <p class="field-hint">{words.closed(speakShort(opens, language, { zone: agency.agency.zone, now }))}</p>
      )}
    </>
  )
}

/** When the office opens next, or null while it is open: a clock that stands still must say so. */
const opensAt = ({ agency, now }: Visitor): Instant | null => {
  const [first] = addWorkingTime(agency.calendar, now, { amount: 1, unit: 'minute' }).segments
  return first && first.from > now ? first.from : null
}
