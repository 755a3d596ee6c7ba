// Between a row of a calendar and the fields of its form.
import { weekdays } from '../../../core/clock/calendar.ts'
import type { CalendarList, CalendarRow } from '../../../core/clock/edit-calendar.ts'
import { first, type Posted } from '../../request/body.ts'
import { line } from '../account/checks.ts'

/** As typed; what is wrong with it the schema of the calendar tells. */
export const rowOf = (list: CalendarList, form: Posted): Record<string, unknown> => {
  const text = (name: string): string => line(form, name)
  const given = (name: string): Record<string, string> => (text(name) === '' ? {} : { [name]: text(name) })
  switch (list) {
    case 'holidays':
      return { on: text('on'), name: text('name'), kind: text('kind'), ...given('decree'), origin: 'hand' }
    case 'special':
      return { on: text('on'), name: text('name'), hours: hoursOf(text('hours')), ...given('decree'), origin: 'hand' }
    case 'closures':
      return { unit: text('unit'), from: text('from'), to: text('to'), name: text('name'), ...given('decree') }
    case 'periods':
      return {
        label: text('label'),
        ...given('from'),
        ...given('to'),
        ...(first(form, 'assumed') === 'yes' ? { assumed: true } : {}),
        ...given('note'),
        week: Object.fromEntries(
          weekdays.map((day) => [day, hoursOf(text(`week.${day}`))] as const).filter(([, hours]) => hours.length > 0),
        ),
        origin: 'hand',
      }
  }
}

/** `07.30-12.00, 13:00 - 16:00` as its intervals. */
const hoursOf = (typed: string): string[] =>
  typed
    .replaceAll(':', '.')
    .replaceAll(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((one) => one !== '')

/** The fields as a row fills them. */
export const formOf = (row: CalendarRow | null): Posted => {
  const values: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(row ?? {})) {
    if (name === 'week') continue
    if (typeof value === 'string') values[name] = [value]
    if (value === true) values[name] = ['yes']
    if (Array.isArray(value)) values[name] = [value.join(', ')]
  }
  if (row && 'week' in row) for (const day of weekdays) values[`week.${day}`] = [(row.week[day] ?? []).join(', ')]
  return { values, files: [] }
}
