// One month as a table of weeks: each day by its number and, where it is not usual, by a letter and its name.

import { speakMinutes } from '../../../core/clock/speak.ts'
import type { DayState, YearDay, YearMonth } from '../../../core/clock/year.ts'
import type { Visitor } from '../../visitor.ts'
import { monthName } from './month-name.ts'

type Props = { visitor: Visitor; year: number; month: YearMonth }

export const MonthTable = ({ visitor, year, month }: Props) => {
  const words = visitor.text.calendar
  const long = words.weekdaysLong.split(' ')
  const named = month.days.filter((one) => one.name !== null)
  return (
    <section class="month">
      <table class="month-table">
        <caption class="month-name">{monthName(year, month.month, visitor.language)}</caption>
        <thead>
          <tr>
            {words.weekdays.split(' ').map((short, at) => (
              <th key={short} scope="col">
                <abbr title={long[at]}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, at) => (
            <tr key={at}>
              {week.map((day, place) =>
                day === null ? (
                  <td key={place} class="day-none" />
                ) : (
                  <DayCell key={day.on} visitor={visitor} day={day} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="month-sum">
        {words.monthSum(String(month.workingDays), speakMinutes(month.minutes, visitor.language))}
      </p>
      {named.length > 0 && (
        <ul class="month-names">
          {named.map((day) => (
            <li key={day.on}>
              <strong>{Number(day.on.slice(8))}</strong> {day.name} <DayLetter visitor={visitor} state={day.state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const DayCell = ({ visitor, day }: { visitor: Visitor; day: YearDay }) => (
  <td class={`day day-${day.state}`} title={titleOf(visitor, day)}>
    {Number(day.on.slice(8))}
    <DayLetter visitor={visitor} state={day.state} />
  </td>
)

/** The letter of the legend, with its meaning for whoever listens. */
export const DayLetter = ({ visitor, state }: { visitor: Visitor; state: DayState }) => {
  const { letters, states } = visitor.text.calendar
  if (letters[state] === '') return null
  return (
    <span class="day-letter">
      <span aria-hidden="true">{letters[state]}</span>
      <span class="visually-hidden"> {states[state]}</span>
    </span>
  )
}

const titleOf = ({ text, language }: Visitor, { state, name, minutes }: YearDay): string =>
  [name ?? text.calendar.states[state], ...(minutes > 0 ? [speakMinutes(minutes, language)] : [])].join(', ')

const weeksOf = ({ lead, days }: YearMonth): (YearDay | null)[][] => {
  const cells = [...Array.from({ length: lead }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7))
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)])
}
