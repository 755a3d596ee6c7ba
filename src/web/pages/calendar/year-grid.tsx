// Twelve months side by side with what their marks mean, and the choice among the calendars of the office.
import { speakMinutes } from '../../../core/clock/speak.ts'
import type { DayState, Year } from '../../../core/clock/year.ts'
import type { StoredCalendar } from '../../../store/calendars.ts'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'
import { yearPath } from './address.ts'
import { DayLetter, MonthTable } from './month-table.tsx'

const STATES: readonly DayState[] = [
  'work',
  'off',
  'holiday',
  'collective-leave',
  'closed',
  'make-up',
  'half',
  'own-hours',
]

export const YearGrid = ({ visitor, year }: { visitor: Visitor; year: Year }) => {
  const words = visitor.text.calendar
  return (
    <Card
      title={words.months}
      aside={words.yearSum(String(year.workingDays), speakMinutes(year.minutes, visitor.language))}
    >
      <ul class="day-legend" aria-label={words.legend}>
        {STATES.map((state) => (
          <li key={state}>
            <span class={`day day-sample day-${state}`} aria-hidden="true">
              {state === 'work' || state === 'off' ? '12' : <DayLetter visitor={visitor} state={state} />}
            </span>
            {words.states[state]}
          </li>
        ))}
      </ul>
      <div class="months">
        {year.months.map((month) => (
          <MonthTable key={month.month} visitor={visitor} year={year.year} month={month} />
        ))}
      </div>
    </Card>
  )
}

type Props = { visitor: Visitor; calendars: readonly StoredCalendar[]; own: StoredCalendar; year: number }

export const Chooser = ({ visitor, calendars, own, year }: Props) =>
  calendars.length < 2 ? null : (
    <nav class="button-row" aria-label={visitor.text.calendar.choose}>
      {calendars.map((one) => (
        <a
          key={one.calendar}
          class={`button button-${one.calendar === own.calendar ? 'secondary' : 'quiet'}`}
          href={yearPath(one.calendar, year)}
          aria-current={one.calendar === own.calendar ? 'page' : undefined}
        >
          {one.label}
        </a>
      ))}
    </nav>
  )
