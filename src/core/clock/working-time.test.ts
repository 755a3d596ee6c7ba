// Cases worked out by hand on the calendar of office.fixture.ts.
import { describe, expect, test } from 'vitest'
import { calendarOf, office, officeData, wib } from './office.fixture.ts'
import { parseTime } from './time-limit.ts'
import { addWorkingTime, type Due, NoWorkingTime, workingMinutesBetween } from './working-time.ts'

const dueOf = (from: string, time: string): Due => {
  const limit = parseTime(time)
  if (limit?.kind !== 'fixed') throw new Error(`no fixed time: ${time}`)
  return addWorkingTime(office, wib(from), limit)
}

const idulfitri = ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24']
const newYear = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2027-01-01', '2027-01-02', '2027-01-03']

describe('minutes and hours count working minutes only', () => {
  test.each<[string, string, string, string, string[]]>([
    ['the lunch break does not count', '2026-11-16 11.00', '2 jam', '2026-11-16 14.00', []],
    ['the Friday prayer does not count', '2026-11-20 11.00', '60 menit', '2026-11-20 13.30', []],
    ['the weekend is skipped', '2026-11-20 15.30', '2 jam', '2026-11-23 08.30', ['2026-11-21', '2026-11-22']],
    [
      '16.29 on a Friday leaves one minute',
      '2026-11-20 16.29',
      '5 menit',
      '2026-11-23 07.34',
      ['2026-11-21', '2026-11-22'],
    ],
    ['at closing to the minute the next day begins', '2026-11-19 16.00', '5 menit', '2026-11-20 07.35', []],
    ['what ends with the morning is due at noon', '2026-11-16 11.00', '60 menit', '2026-11-16 12.00', []],
    ['what ends with the day is due at closing', '2026-11-16 15.00', '1 jam', '2026-11-16 16.00', []],
    ['a start at noon waits for the afternoon', '2026-11-16 12.00', '10 menit', '2026-11-16 13.10', []],
    ['a start before opening waits for it', '2026-11-16 05.00', '30 menit', '2026-11-16 08.00', []],
    ['seconds are cut off', '2026-11-16 10.00.59', '1 menit', '2026-11-16 10.01', []],
    [
      'a start on a holiday',
      '2026-12-25 10.00',
      '30 menit',
      '2026-12-28 08.00',
      ['2026-12-25', '2026-12-26', '2026-12-27'],
    ],
    ['across Nyepi, Idulfitri and their collective leave', '2026-03-17 14.00', '2 jam', '2026-03-25 08.30', idulfitri],
    ['into the hours of Ramadan', '2026-02-18 15.00', '2 jam', '2026-02-19 09.00', []],
    ['a make-up Saturday is worked', '2026-12-04 16.00', '60 menit', '2026-12-05 08.00', []],
    [
      'a half day ends at noon',
      '2026-12-31 11.30',
      '60 menit',
      '2027-01-04 08.00',
      ['2027-01-01', '2027-01-02', '2027-01-03'],
    ],
    ['hours over several days', '2026-11-16 09.30', '20 jam', '2026-11-18 15.30', []],
  ])('%s', (_title, from, time, due, skipped) => {
    const found = dueOf(from, time)
    expect(found.due).toBe(wib(due))
    expect(found.skipped.map((it) => it.on)).toEqual(skipped)
    expect(found.workingMinutes).toBe(workingMinutesBetween(office, wib(from), found.due))
  })
})

describe('hari are counted by working days', () => {
  test.each<[string, string, string, string, number]>([
    ['the same clock time on the next working day', '2026-11-16 09.30', '1 hari', '2026-11-17 09.30', 450],
    ['7 hari over Christmas, New Year and Isra Mikraj', '2026-12-22 09.30', '7 hari', '2027-01-06 09.30', 2970],
    ['4 hari from 11.30 end when the Friday morning ends', '2026-11-16 11.30', '4 hari', '2026-11-20 11.30', 1800],
    ['a due in the break waits for the next opening', '2026-11-16 11.45', '4 hari', '2026-11-20 13.00', 1785],
    ['a due before opening waits for it', '2026-02-18 07.45', '1 hari', '2026-02-19 08.00', 435],
    ['a due after closing is due at closing', '2026-11-20 16.15', '1 hari', '2026-11-23 16.00', 465],
    ['a start on a Saturday counts from Monday morning', '2026-11-21 10.00', '1 hari', '2026-11-24 07.30', 450],
    ['a start at closing counts from the next morning', '2026-11-20 16.30', '1 hari', '2026-11-24 07.30', 450],
    ['a start in the break counts from its end', '2026-11-16 12.15', '1 hari', '2026-11-17 13.00', 450],
    ['a half day counts as a day', '2026-12-30 14.00', '1 hari', '2026-12-31 12.00', 390],
    ['a make-up Saturday counts as a day', '2026-12-04 10.00', '1 hari', '2026-12-05 10.00', 450],
  ])('%s', (_title, from, time, due, minutes) => {
    const found = dueOf(from, time)
    expect(found.due).toBe(wib(due))
    expect(found.workingMinutes).toBe(minutes)
  })
})

describe('a due date explains itself', () => {
  test('by the stretches of work it counted', () => {
    expect(dueOf('2026-11-20 11.00', '2 jam').segments).toEqual([
      { from: wib('2026-11-20 11.00'), to: wib('2026-11-20 11.30'), minutes: 30 },
      { from: wib('2026-11-20 13.00'), to: wib('2026-11-20 14.30'), minutes: 90 },
    ])
  })

  test('by the days it skipped and their names', () => {
    const { skipped } = dueOf('2026-12-22 09.30', '7 hari')
    expect(skipped.map((it) => it.on)).toEqual([...newYear, '2027-01-05'])
    expect(skipped.slice(0, 4)).toEqual([
      { on: '2026-12-24', name: 'Cuti bersama Natal', kind: 'collective-leave' },
      { on: '2026-12-25', name: 'Natal', kind: 'holiday' },
      { on: '2026-12-26', name: 'Sabtu', kind: 'no-hours' },
      { on: '2026-12-27', name: 'Minggu', kind: 'no-hours' },
    ])
  })

  test('a holiday on a weekend keeps its own name', () => {
    const names = dueOf('2026-03-17 14.00', '2 jam').skipped.map((it) => it.name)
    expect(names.slice(3, 5)).toEqual(['Idulfitri', 'Idulfitri'])
  })
})

describe('the working minutes between two moments', () => {
  test.each<[string, string, string, number]>([
    ['a whole Monday', '2026-11-16 00.00', '2026-11-17 00.00', 450],
    ['a whole usual week is 37 hours 30 minutes', '2026-11-16 00.00', '2026-11-23 00.00', 2250],
    ['a whole week of Ramadan is 32 hours 30 minutes', '2026-02-23 00.00', '2026-03-02 00.00', 1950],
    ['nothing over the weekend', '2026-11-20 16.30', '2026-11-23 07.30', 0],
    ['nothing backwards', '2026-11-17 10.00', '2026-11-16 10.00', 0],
    ['both ends are cut to the minute', '2026-11-16 10.00.40', '2026-11-16 10.02.10', 2],
  ])('%s', (_title, from, to, minutes) => {
    expect(workingMinutesBetween(office, wib(from), wib(to))).toBe(minutes)
  })
})

describe('a calendar of another kind', () => {
  test('that has run out says so instead of searching for ever', () => {
    const ended = calendarOf({ ...officeData, periods: [{ ...officeData.periods[0], to: '2026-12-31' }] })
    const ask = () => addWorkingTime(ended, wib('2027-02-01 10.00'), { amount: 1, unit: 'hour' })
    expect(ask).toThrow(NoWorkingTime)
    expect(ask).toThrow('no working hours within two years after 2027-02-01')
    expect(() => addWorkingTime(ended, wib('2026-12-30 10.00'), { amount: 9, unit: 'day' })).toThrow(NoWorkingTime)
  })

  test('that has run out still answers what ends with its last minute', () => {
    const ended = calendarOf({ ...officeData, periods: [{ ...officeData.periods[0], to: '2026-12-31' }] })
    expect(addWorkingTime(ended, wib('2026-12-31 11.00'), { amount: 1, unit: 'hour' }).due).toBe(
      wib('2026-12-31 12.00'),
    )
  })

  test('a desk that is open day and night works through midnight', () => {
    const always = calendarOf({
      zone: 'Asia/Jakarta',
      periods: [{ label: 'Piket', week: { monday: ['00.00-24.00'], tuesday: ['00.00-24.00'] } }],
    })
    const monday = wib('2026-11-16 23.30')
    expect(addWorkingTime(always, monday, { amount: 2, unit: 'hour' }).due).toBe(wib('2026-11-17 01.30'))
    const tuesday = addWorkingTime(always, wib('2026-11-17 23.30'), { amount: 30, unit: 'minute' })
    expect(tuesday).toMatchObject({ due: wib('2026-11-18 00.00'), skipped: [] })
  })

  test('where clocks are set, the wall is what counts', () => {
    const always = ['00.00-24.00']
    const week = { friday: always, saturday: always, sunday: always, monday: always }
    const berlin = calendarOf({ zone: 'Europe/Berlin', periods: [{ label: 'Piket', week }] })
    // Sunday 25 October 2026 has 25 hours there: 10.00 is 08.00 in UTC before, 09.00 after.
    expect(workingMinutesBetween(berlin, '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z')).toBe(25 * 60)
    const due = (from: string) => addWorkingTime(berlin, from, { amount: 2, unit: 'day' }).due
    expect(due('2026-10-23T08:00:00.000Z')).toBe('2026-10-25T09:00:00.000Z')
    expect(due('2026-10-24T08:00:00.000Z')).toBe('2026-10-26T09:00:00.000Z')
    // Sunday 00.30: Monday, then Friday, as the week of this calendar has it.
    expect(due('2026-10-24T22:30:00.000Z')).toBe('2026-10-29T23:30:00.000Z')
  })

  test('the zone of the agency counts, not that of the server', () => {
    const papua = calendarOf({ ...officeData, zone: 'Asia/Jayapura' })
    const found = addWorkingTime(papua, '2026-11-15T22:30:00.000Z', { amount: 1, unit: 'hour' })
    expect(found.due).toBe('2026-11-15T23:30:00.000Z')
  })
})
