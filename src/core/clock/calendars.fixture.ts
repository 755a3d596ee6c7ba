// Calendars drawn by chance: zones, overlapping periods, broken days, holidays, half days and make-up days, closures.
import fc from 'fast-check'
import type { Calendar } from './calendar.ts'
import { calendarOf } from './office.fixture.ts'

/** Days since 1970: 1 January to 17 March 2026. */
const FIRST = 20_454
const LAST = 20_530

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`

/** Some begin at midnight, some end with it, some touch the next; many at full half hours, where moments fall on their ends. */
const hours = (least: number): fc.Arbitrary<string[]> =>
  fc
    .constantFrom(30, 30, 5)
    .chain((step) =>
      fc.tuple(
        fc
          .uniqueArray(fc.integer({ min: 0, max: 1440 / step }), { minLength: least * 2, maxLength: 8 })
          .map((marks) => marks.map((it) => it * step)),
        fc.boolean(),
      ),
    )
    .map(([marks, areTouching]) => {
      const at = marks.sort((a, b) => a - b)
      const pairs = areTouching
        ? at.slice(1).map((to, i) => [at[i] ?? 0, to])
        : at.flatMap((to, i) => (i % 2 === 1 ? [[at[i - 1] ?? 0, to]] : []))
      return pairs.map(([from = 0, to = 0]) => `${clockText(from)}-${clockText(to)}`)
    })

// One long Monday in every week, so that the slow clock comes to an end.
const week = fc
  .array(hours(0), { minLength: 6, maxLength: 6 })
  .map((days) =>
    Object.fromEntries([['08.00-12.00', '13.00-16.00'], ...days].map((list, i) => [WEEKDAYS[i] ?? '', list])),
  )

const day = fc.integer({ min: FIRST, max: LAST })
const span = fc.tuple(day, fc.integer({ min: 0, max: 25 })).map(([first, length]) => ({
  from: dayText(first),
  to: dayText(first + length),
}))

const period = fc.record({ label: fc.constant('Masa'), week, days: fc.option(span, { nil: undefined }) })

/** The unit `tertutup` has the closures of these calendars. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'),
    usual: week,
    others: fc.array(period, { maxLength: 3 }),
    holidays: fc.uniqueArray(
      fc.record({
        on: day.map(dayText),
        name: fc.constant('Libur'),
        kind: fc.constantFrom('holiday', 'collective-leave'),
      }),
      { maxLength: 15, selector: (it) => it.on },
    ),
    special: fc.uniqueArray(fc.record({ on: day.map(dayText), name: fc.constant('Khusus'), hours: hours(1) }), {
      maxLength: 6,
      selector: (it) => it.on,
    }),
    closures: fc.array(
      span.map((it) => ({ ...it, unit: 'tertutup', name: 'Tutup' })),
      { maxLength: 2 },
    ),
  })
  .map(({ zone, usual, others, ...rest }) =>
    calendarOf({
      zone,
      periods: [
        { label: 'Biasa', week: usual },
        ...others.map(({ label, week: its, days }) => ({ label, week: its, ...days })),
      ],
      ...rest,
    }),
  )

/** A minute since 1970 within these weeks, often a full half hour, and seconds that the clock has to cut off. */
export const anyMoment = fc.record({
  minute: fc
    .tuple(fc.integer({ min: FIRST * 1440, max: (FIRST + 56) * 1440 }), fc.boolean())
    .map(([minute, isHalfHour]) => (isHalfHour ? minute - (minute % 30) : minute)),
  second: fc.integer({ min: 0, max: 59 }),
})
