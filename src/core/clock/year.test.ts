// A year for people to look at, on the calendar of office.fixture.ts.
import { describe, expect, test } from 'vitest'
import { calendarOf, office, officeData } from './office.fixture.ts'
import { weekMinutes, yearOf, yearsWithoutHolidays } from './year.ts'

const year = yearOf(office, 2026)
const dayOf = (on: string) => year.months[Number(on.slice(5, 7)) - 1]?.days.find((one) => one.on === on)

test.each([
  ['a Monday', '2026-11-16', { state: 'work', minutes: 450, name: null }],
  ['a Saturday', '2026-11-21', { state: 'off', minutes: 0, name: null }],
  ['a holiday', '2026-12-25', { state: 'holiday', minutes: 0, name: 'Natal' }],
  ['collective leave', '2026-12-24', { state: 'collective-leave', name: 'Cuti bersama Natal' }],
  ['a make-up Saturday', '2026-12-05', { state: 'make-up', minutes: 450, name: 'Pengganti cuti bersama' }],
  ['a half day', '2026-12-31', { state: 'half', minutes: 270, name: 'Setengah hari' }],
  ['a day of Ramadan', '2026-02-23', { state: 'work', minutes: 390 }],
])('%s is shown as what it is', (_title, on, day) => {
  expect(dayOf(on)).toMatchObject(day)
})

test('longer hours on a working day are hours of its own', () => {
  const long = calendarOf({ ...officeData, special: [{ on: '2026-11-16', name: 'Lembur', hours: ['07.00-18.00'] }] })
  expect(yearOf(long, 2026).months[10]?.days[15]?.state).toBe('own-hours')
})

test('months begin at their weekday and add up to the year', () => {
  // 1 November 2026 is a Sunday, 1 February a Sunday too; 2026 has 261 weekdays, 8 of the holidays fall on them, one make-up day.
  expect(year.months.map((one) => one.days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  expect(year.months[10]?.lead).toBe(6)
  expect(year.workingDays).toBe(261 - 7 + 1)
  expect(year.months.reduce((sum, one) => sum + one.minutes, 0)).toBe(year.minutes)
})

test('a week says its hours by weekday', () => {
  expect(weekMinutes({ week: officeData.periods[1]?.week ?? {} })).toEqual([390, 390, 390, 390, 390, 0, 0])
})

describe('that a year has no holidays yet is told', () => {
  test.each([
    ['not of the next year before the decree can be out', '2026-09-30', ['2026-01-01'], []],
    ['of the next year from October on', '2026-10-01', ['2026-01-01'], [2027]],
    ['of the year that runs at any time', '2026-01-02', ['2025-12-25'], [2026]],
    ['no more when they are there', '2026-11-21', ['2026-01-01', '2027-01-01'], []],
  ])('%s', (_title, today, days, missing) => {
    const holidays = days.map((on) => ({ on, name: 'Libur', kind: 'holiday' as const }))
    expect(yearsWithoutHolidays({ holidays }, today)).toEqual(missing)
  })
})
