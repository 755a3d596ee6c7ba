// The picture of the time: a row for each one who was waited for, working time in full colour, the rest pale.
import type { Calendar } from '../../../core/clock/calendar.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { workBetween } from '../../../core/clock/working-time.ts'

export type Stay = { from: Instant; to: Instant; calendar: Calendar; dueAt: Instant | null }
export type PictureRow = { key: string; who: string; total: string; stays: readonly Stay[] }

type Props = {
  label: string
  rows: readonly PictureRow[]
  from: Instant
  to: Instant
  limit: Instant | null
  ends: [string, string]
}

export const WaitPicture = ({ label, rows, from, to, limit, ends }: Props) => {
  const axis = axisOf(from, to)
  return (
    <figure class="wait-picture" aria-label={label}>
      <ol class="wait-rows">
        {rows.map((row) => (
          <li key={row.key} class="wait-row">
            <p class="wait-row-head">
              <strong>{row.who}</strong>
              <span>{row.total}</span>
            </p>
            <svg
              class="wait-row-drawing"
              viewBox={`0 0 ${WIDTH} 20`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect class="wait-track" x="0" y="0" width={WIDTH} height="20" />
              {row.stays.map((stay) => (
                <Bar key={stay.from} stay={stay} axis={axis} />
              ))}
              {limit !== null && limit <= to && (
                <line class="wait-limit" x1={axis(limit)} x2={axis(limit)} y1="0" y2="20" />
              )}
            </svg>
          </li>
        ))}
      </ol>
      <p class="wait-ends">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </figure>
  )
}

const WIDTH = 1000

type Axis = (at: Instant) => number

const axisOf = (from: Instant, to: Instant): Axis => {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const length = Math.max(last - first, 60_000)
  return (at) => Math.round((Math.min(Math.max(Date.parse(at) - first, 0), length) / length) * WIDTH * 10) / 10
}

const Bar = ({ stay: { from, to, calendar, dueAt }, axis }: { stay: Stay; axis: Axis }) => (
  <>
    <rect class="wait-other" x={axis(from)} y="4" width={widthOf(axis, from, to)} height="12" />
    {workedIn(calendar, from, to).map((one) => (
      <rect
        key={one.from}
        class="wait-working"
        x={axis(one.from)}
        y="4"
        width={widthOf(axis, one.from, one.to)}
        height="12"
      />
    ))}
    {dueAt !== null && dueAt >= from && dueAt <= to && (
      <line class="wait-due" x1={axis(dueAt)} x2={axis(dueAt)} y1="0" y2="20" />
    )}
  </>
)

/** What is shorter than a line is still seen. */
const widthOf = (axis: Axis, from: Instant, to: Instant): number => Math.max(2, axis(to) - axis(from))

/** Of a stay that lasts for months the hours of each day could not be told apart. */
const workedIn = (calendar: Calendar, from: Instant, to: Instant): { from: Instant; to: Instant }[] =>
  Date.parse(to) - Date.parse(from) > MOST_DRAWN ? [{ from, to }] : workBetween(calendar, from, to).segments

const MOST_DRAWN = 62 * 86_400_000
