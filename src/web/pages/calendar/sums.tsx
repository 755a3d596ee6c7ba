// What a week of each period has: its hours by weekday, and their sum.
import type { Calendar, Period } from '../../../core/clock/calendar.ts'
import { speakMinutes } from '../../../core/clock/speak.ts'
import { weekMinutes } from '../../../core/clock/year.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { isOfYear, spanWords } from './row-words.ts'

type WeeksProps = { visitor: Visitor; calendar: Calendar; year: number }

export const WeekSums = ({ visitor, calendar, year }: WeeksProps) => {
  const { text, language } = visitor
  const words = text.calendar
  const short = words.weekdays.split(' ')
  const columns: Column<Period>[] = [
    {
      key: 'period',
      label: words.period,
      head: true,
      render: (one) => (
        <>
          {one.label} {one.assumed && <Badge tone="warning">{words.assumed}</Badge>}
        </>
      ),
    },
    { key: 'when', label: words.when, render: (one) => spanWords(visitor, one) },
    ...short.map(
      (day, at): Column<Period> => ({
        key: day,
        label: day,
        align: 'end',
        render: (one) => hoursWord(weekMinutes(one)[at] ?? 0),
      }),
    ),
    {
      key: 'sum',
      label: words.weekSum,
      align: 'end',
      render: (one) =>
        speakMinutes(
          weekMinutes(one).reduce((total, it) => total + it, 0),
          language,
        ),
    },
  ]
  const periods = calendar.periods.filter((one) => isOfYear('periods', one, year))
  return (
    <Card title={words.weeks} flush>
      <Table caption={words.weeks} captionHidden columns={columns} rows={periods} rowKey={(one) => one.label} />
    </Card>
  )
}

/** `7.30`, as the clock of the office writes hours; a line where there are none. */
const hoursWord = (minutes: number): string =>
  minutes === 0 ? '–' : `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
