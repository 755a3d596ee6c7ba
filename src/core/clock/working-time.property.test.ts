// The clock against a second one that knows only minutes: it walks every single one of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFor } from './calendar-for.ts'
import { anyCalendar, anyMoment } from './calendars.fixture.ts'
import { type Instant, instantAt } from './instant.ts'
import { type Minute, slowDueInDays, slowDueInMinutes, slowMinutesBetween, type Walked } from './slow-clock.fixture.ts'
import { addWorkingTime, dueAfter, workingMinutesBetween } from './working-time.ts'

const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31)
const budget = { seed, numRuns: Number(process.env.TEST_RUNS ?? 60) }

const at = (minute: Minute, second = 0): Instant => instantAt(minute * 60_000 + second * 1000)

/** The calendar as the office counts by it, and as its closed unit does; the slow clock reads what was written. */
const counted = fc.tuple(anyCalendar, fc.boolean()).map(([calendar, isClosedUnit]) => {
  const units = [{ unit: 'dinas' }, { unit: 'tertutup', superior: 'dinas' }]
  const office = { agency: { units, posts: [] }, calendar }
  const walked: Walked = { calendar, closedUnits: isClosedUnit ? ['tertutup'] : [] }
  return { fast: calendarFor(office, { unit: isClosedUnit ? 'tertutup' : 'dinas' }), walked }
})

describe(`by every calendar the clock says what walking minute by minute says (TEST_SEED=${seed})`, () => {
  test.each(['minute', 'hour'] as const)('for limits in %ss', (unit) => {
    const inUnit = unit === 'hour' ? 60 : 1
    const limit = fc.integer({ min: 1, max: 1980 / inUnit })
    fc.assert(
      fc.property(counted, anyMoment, limit, ({ fast, walked }, { minute, second }, amount) => {
        const found = addWorkingTime(fast, at(minute, second), { amount, unit })
        expect(found.due).toBe(at(slowDueInMinutes(walked, minute, amount * inUnit)))
        expect(found.workingMinutes).toBe(amount * inUnit)
        expect(dueAfter(fast, at(minute, second), { amount, unit })).toBe(found.due)
      }),
      budget,
    )
  })

  test('for limits in days', () => {
    fc.assert(
      fc.property(
        counted,
        anyMoment,
        fc.integer({ min: 1, max: 12 }),
        ({ fast, walked }, { minute, second }, amount) => {
          const found = addWorkingTime(fast, at(minute, second), { amount, unit: 'day' })
          const due = slowDueInDays(walked, minute, amount)
          expect(found.due).toBe(at(due))
          expect(found.workingMinutes).toBe(slowMinutesBetween(walked, minute, due))
        },
      ),
      budget,
    )
  })

  test('for the working minutes between two moments', () => {
    fc.assert(
      fc.property(
        counted,
        anyMoment,
        fc.integer({ min: 0, max: 60_000 }),
        ({ fast, walked }, { minute, second }, length) => {
          const found = workingMinutesBetween(fast, at(minute, second), at(minute + length, second))
          expect(found).toBe(slowMinutesBetween(walked, minute, minute + length))
        },
      ),
      budget,
    )
  })
})

test('what lies between two moments of different years is what lies in its weeks', () => {
  const seven = 7 * 1440
  fc.assert(
    fc.property(
      anyCalendar,
      anyMoment,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 0, max: seven - 1 }),
      (calendar, from, weeks, rest) => {
        const to = from.minute + weeks * seven + rest
        let sum = 0
        for (let here = from.minute; here < to; here += seven)
          sum += workingMinutesBetween(calendar, at(here), at(Math.min(here + seven, to)))
        expect(workingMinutesBetween({ ...calendar }, at(from.minute), at(to))).toBe(sum)
      },
    ),
    // Years of days are worked out anew in each run.
    { ...budget, numRuns: Math.ceil(budget.numRuns / 4) },
  )
})
