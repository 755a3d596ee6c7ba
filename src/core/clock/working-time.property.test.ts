// The clock against a second one that knows only minutes: it walks every single one of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { instantAt } from './instant.ts'
import { calendarOf } from './office.fixture.ts'
import { addWorkingTime, workingMinutesBetween } from './working-time.ts'

const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31)
const budget = { seed, numRuns: 60 }

const DAY = 1440
const names = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] // 1 January 1970 was a Thursday
const ramadan = { first: 20_480, last: 20_500 } // 27 January to 16 February 2026, as days since 1970

/** Pairs of minutes of the day, `to` not included. */
type Hours = [number, number][]
type Plan = { week: Hours[]; fasting: Hours[]; holidays: number[]; special: { day: number; hours: Hours }[] }

const hours = (least: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: least * 2, maxLength: 6 })
    .map((marks) => marks.sort((a, b) => a - b).map((it) => it * 5))
    .map((marks): Hours => marks.flatMap((to, i) => (i % 2 === 1 ? [[marks[i - 1] ?? 0, to]] : [])))

const someDay = fc.integer({ min: 20_454, max: 20_530 })

// Monday is always long, so that the slow clock comes to an end.
const week = fc.array(hours(0), { minLength: 7, maxLength: 7 }).map((days) =>
  days.with(4, [
    [480, 720],
    [780, 960],
  ]),
)

const plan: fc.Arbitrary<Plan> = fc.record({
  week,
  fasting: week,
  holidays: fc.uniqueArray(someDay, { maxLength: 15 }),
  special: fc.uniqueArray(fc.record({ day: someDay, hours: hours(1) }), { maxLength: 5, selector: (it) => it.day }),
})

/** Minutes since 1970 on the wall of the office; the seconds are there to be cut off. */
const moment = fc.record({
  minute: fc.integer({ min: 20_454 * DAY, max: 20_510 * DAY }),
  second: fc.integer({ min: 0, max: 59 }),
})

const atWall = (minute: number, second = 0): string => instantAt((minute - 7 * 60) * 60_000 + second * 1000)
const dayText = (day: number): string => new Date(day * DAY * 60_000).toISOString().slice(0, 10)
const clockText = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}.${twoDigits(minute % 60)}`
const twoDigits = (it: number): string => `${it}`.padStart(2, '0')
const hoursText = (list: Hours): string[] => list.map(([from, to]) => `${clockText(from)}-${clockText(to)}`)
const weekText = (days: Hours[]) => Object.fromEntries(days.map((it, i) => [names[i], hoursText(it)]))

const calendarFor = (it: Plan): Calendar =>
  calendarOf({
    zone: 'Asia/Jakarta',
    periods: [
      { label: 'normal', week: weekText(it.week) },
      { label: 'puasa', from: dayText(ramadan.first), to: dayText(ramadan.last), week: weekText(it.fasting) },
    ],
    holidays: it.holidays.map((day) => ({ on: dayText(day), name: 'Libur', kind: 'holiday' })),
    special: it.special.map(({ day, hours }) => ({ on: dayText(day), name: 'Khusus', hours: hoursText(hours) })),
  })

const hoursOf = (it: Plan, day: number): Hours => {
  const special = it.special.find((other) => other.day === day)
  if (special) return special.hours
  if (it.holidays.includes(day)) return []
  const days = day >= ramadan.first && day <= ramadan.last ? it.fasting : it.week
  return days[day % 7] ?? []
}

const isWorked = (it: Plan, minute: number): boolean =>
  hoursOf(it, Math.floor(minute / DAY)).some(([from, to]) => from <= minute % DAY && minute % DAY < to)

const nextWorked = (it: Plan, minute: number): number => {
  let at = minute
  while (!isWorked(it, at)) at += 1
  return at
}

const countBetween = (it: Plan, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at += 1) if (isWorked(it, at)) count += 1
  return count
}

const slowMinutesDue = (it: Plan, from: number, minutes: number): number => {
  let at = from
  for (let count = 0; count < minutes; at += 1) if (isWorked(it, at)) count += 1
  return at
}

const slowDaysDue = (it: Plan, from: number, amount: number): number => {
  const start = nextWorked(it, from)
  let day = Math.floor(start / DAY)
  for (let passed = 0; passed < amount; ) {
    day += 1
    if (countBetween(it, day * DAY, (day + 1) * DAY) > 0) passed += 1
  }
  const wanted = day * DAY + (start % DAY)
  const endsThere = wanted > day * DAY && isWorked(it, wanted - 1)
  if (endsThere) return wanted
  if (countBetween(it, wanted, (day + 1) * DAY) > 0) return nextWorked(it, wanted)
  let at = wanted
  while (!isWorked(it, at - 1)) at -= 1
  return at
}

describe(`by every calendar the clock says what walking minute by minute says (TEST_SEED=${seed})`, () => {
  test('for limits in minutes', () => {
    const limit = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(plan, moment, limit, (it, { minute, second }, amount) => {
        const found = addWorkingTime(calendarFor(it), atWall(minute, second), { amount, unit: 'minute' })
        expect(found.due).toBe(atWall(slowMinutesDue(it, minute, amount)))
        expect(found.workingMinutes).toBe(amount)
      }),
      budget,
    )
  })

  test('for limits in days', () => {
    fc.assert(
      fc.property(plan, moment, fc.integer({ min: 1, max: 12 }), (it, { minute, second }, amount) => {
        const found = addWorkingTime(calendarFor(it), atWall(minute, second), { amount, unit: 'day' })
        const due = slowDaysDue(it, minute, amount)
        expect(found.due).toBe(atWall(due))
        expect(found.workingMinutes).toBe(countBetween(it, minute, due))
      }),
      budget,
    )
  })

  test('for the working minutes between two moments', () => {
    fc.assert(
      fc.property(plan, moment, fc.integer({ min: 0, max: 20_000 }), (it, { minute, second }, length) => {
        const counted = workingMinutesBetween(calendarFor(it), atWall(minute, second), atWall(minute + length, second))
        expect(counted).toBe(countBetween(it, minute, minute + length))
      }),
      budget,
    )
  })
})

test('what lies between two moments of different years is what lies in its weeks', () => {
  const seven = 7 * DAY
  fc.assert(
    fc.property(
      plan,
      moment,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 0, max: seven - 1 }),
      (it, from, weeks, rest) => {
        const calendar = calendarFor(it)
        const to = from.minute + weeks * seven + rest
        let sum = 0
        for (let at = from.minute; at < to; at += seven)
          sum += workingMinutesBetween(calendar, atWall(at), atWall(Math.min(at + seven, to)))
        expect(workingMinutesBetween(calendarFor(it), atWall(from.minute), atWall(to))).toBe(sum)
      },
    ),
    budget,
  )
})
