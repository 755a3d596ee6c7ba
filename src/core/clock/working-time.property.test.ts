// The clock against a second one that knows only minutes: it walks every single one of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFor } from './calendar-for.ts'
import { anyCalendar, anyMoment } from './calendars.fixture.ts'
import { type Deadline, dueOf } from './deadline.ts'
import { type Instant, instantAt } from './instant.ts'
import {
  type Minute,
  type SlowPause,
  slowDueAfterPauses,
  slowDueInDays,
  slowDueInMinutes,
  slowDueOutsidePauses,
  slowMinutesBetween,
  type Walked,
} from './slow-clock.fixture.ts'
import { addWorkingTime, dueAfter, workingMinutesBetween } from './working-time.ts'

const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31)
const budget = { seed, numRuns: Number(process.env.TEST_RUNS ?? 120) }

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

/** Often to a full half hour, so that a pause begins in the very minute in which a limit is used up. */
const anyGap = fc
  .tuple(fc.integer({ min: 0, max: 2500 }), fc.boolean())
  .map(([gap, isHalfHour]) => (isHalfHour ? gap - (gap % 30) : gap))

/** Gaps and lengths, one after another from the start on. */
const anyPauses = fc.array(fc.tuple(anyGap, fc.integer({ min: 1, max: 15_000 })), {
  minLength: 1,
  maxLength: 3,
})

const pausesFrom = (start: Minute, drawn: readonly [number, number][]): SlowPause[] => {
  let last = start
  return drawn.map(([gap, length]) => {
    const from = last + gap
    last = from + length
    return { from, to: last }
  })
}

const waiting = (pauses: readonly SlowPause[], second: number): Deadline['pauses'] =>
  pauses.map(({ from, to }) => ({ from: at(from, second), to: at(to, second), waitedFor: 'applicant' }))

describe(`a deadline that pauses is due when walking minute by minute says (TEST_SEED=${seed})`, () => {
  test('for limits in minutes, counted in two ways', () => {
    const limit = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(counted, anyMoment, limit, anyPauses, ({ fast, walked }, { minute, second }, amount, drawn) => {
        const pauses = pausesFrom(minute, drawn)
        const startedAt = at(minute, second)
        const limited: Deadline = {
          startedAt,
          limit: { amount, unit: 'minute' },
          pauses: waiting(pauses, second),
          extension: null,
        }
        const due = slowDueAfterPauses(walked, slowDueInMinutes(walked, minute, amount), pauses)
        expect(dueOf(fast, limited)).toBe(at(due))
        // A pause that begins as the last minute ends has used nothing up, yet puts the due off to when work goes on.
        const simply = slowDueOutsidePauses(walked, minute, amount, pauses)
        if (!pauses.some(({ from }) => from === simply)) expect(at(due)).toBe(at(simply))
      }),
      budget,
    )
  })

  test('for limits in days', () => {
    const limit = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(counted, anyMoment, limit, anyPauses, ({ fast, walked }, { minute, second }, amount, drawn) => {
        const pauses = pausesFrom(minute, drawn)
        const startedAt = at(minute, second)
        const limited: Deadline = {
          startedAt,
          limit: { amount, unit: 'day' },
          pauses: waiting(pauses, second),
          extension: null,
        }
        const due = slowDueAfterPauses(walked, slowDueInDays(walked, minute, amount), pauses)
        expect(dueOf(fast, limited)).toBe(at(due))
      }),
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
