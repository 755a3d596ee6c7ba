// Due dates worked out by hand with a wall calendar, on the working calendar that Demak ships for 2026 and 2027.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Calendar } from './calendar.ts'
import { dueOf as dueOfDeadline } from './deadline.ts'
import { readInstant } from './instant.ts'
import { calendarOf, wib } from './office.fixture.ts'
import { parseTime } from './time-limit.ts'
import { addWorkingTime, type Due } from './working-time.ts'

// Mon-Thu 07.30-12.00 and 13.00-16.00, Fri 07.30-11.30 and 13.00-16.30: 450 minutes each day.
// Ramadan (19 Feb to 20 Mar 2026, 8 Feb to 9 Mar 2027): Mon-Thu 08.00-12.00 and 12.30-15.00, Fri 08.00-11.30 and 12.30-15.30.
const shipped = calendarOf(
  parse(readFileSync(new URL('../../../catalogue/demak/calendar.yaml', import.meta.url), 'utf8')),
)

/** Special days are each office's own; these two are made for the table: Saturday 5 December, Thursday 31 December. */
const demak: Calendar = {
  ...shipped,
  special: [
    { on: '2026-12-05', name: 'Pengganti cuti bersama', hours: ['07.30-12.00', '13.00-16.00'] },
    { on: '2026-12-31', name: 'Setengah hari', hours: ['07.30-12.00'] },
  ],
}

const dueOf = (from: string, time: string, calendar = demak): Due => {
  const limit = parseTime(time)
  if (limit?.kind !== 'fixed') throw new Error(`no fixed time: ${time}`)
  return addWorkingTime(calendar, wib(from), limit)
}

type Case = [title: string, from: string, time: string, due: string]

const table: [string, Case[]][] = [
  [
    'minutes and hours',
    [
      // Tuesday: 60 until noon, 60 from 13.00.
      ['across lunch', '2026-11-17 11.00', '2 jam', '2026-11-17 14.00'],
      // Friday: 45 until 11.30, 45 from 13.00.
      ['across the Friday prayer', '2026-11-20 10.45', '90 menit', '2026-11-20 13.45'],
      // Friday: 30 until 16.30; Monday 07.30 and 30.
      ['across a week-end', '2026-11-20 16.00', '1 jam', '2026-11-23 08.00'],
      // Tuesday 17 March, Ramadan, closes 15.00: 60. 18 leave, 19 Nyepi, 20 leave, 21-22 Idulfitri, 23-24 leave. Wednesday 25, usual hours.
      ['across Nyepi and Idulfitri 2026 with their leave', '2026-03-17 14.00', '2 jam', '2026-03-25 08.30'],
      // Friday 5 March, Ramadan, closes 15.30: 60. 6-7 week-end, 8 Nyepi, 9 leave, 10-11 Idulfitri, 12 leave, 13-14, 15 leave. Tuesday 16.
      ['across Nyepi and Idulfitri 2027 with their leave', '2027-03-05 14.30', '90 menit', '2027-03-16 08.00'],
      // Wednesday: 30 until 16.00; Thursday opens at 08.00.
      ['into the hours of Ramadan 2026', '2026-02-18 15.30', '1 jam', '2026-02-19 08.30'],
      // Thursday 4: 15 until 16.00. 5 leave, 6 Imlek, 7 Sunday. Monday 8 is the first day of Ramadan, from 08.00.
      ['into the hours of Ramadan 2027', '2027-02-04 15.45', '30 menit', '2027-02-08 08.15'],
      // Friday 4: 30 until 16.30; the Saturday opens at 07.30.
      ['a make-up Saturday', '2026-12-04 16.00', '1 jam', '2026-12-05 08.00'],
      // Thursday 31: 30 until noon. 1 January, week-end. Monday 4.
      ['a half day', '2026-12-31 11.30', '1 jam', '2027-01-04 08.00'],
      // One minute on Friday, four on Monday.
      ['a start at 16.29 on a Friday', '2026-11-20 16.29', '5 menit', '2026-11-23 07.34'],
      // The last minute of the week, used up when it ends.
      ['one minute from 16.29 on a Friday', '2026-11-20 16.29', '1 menit', '2026-11-20 16.30'],
      // Closing is no working minute: all five on Friday.
      ['a start at closing to the minute', '2026-11-19 16.00', '5 menit', '2026-11-20 07.35'],
      // Friday 25 Christmas, week-end. Monday 28.
      ['a start on a holiday', '2026-12-25 10.00', '30 menit', '2026-12-28 08.00'],
    ],
  ],
  [
    'days',
    [
      // Wed 23 (1). 24 leave, 25 Christmas, 26-27. Mon 28 (2), 29 (3), 30 (4), 31 (5). 1 January, 2-3. Mon 4 (6). 5 Isra Mikraj. Wed 6 (7).
      ['7 hari over New Year', '2026-12-22 09.30', '7 hari', '2027-01-06 09.30'],
      // Tue, Wed, Thu, Fri: its morning ends at 11.30, and a due may stand there.
      ['4 hari from 11.30 that end on a Friday', '2026-11-16 11.30', '4 hari', '2026-11-20 11.30'],
      // Wed, Thu, Fri, Mon.
      ['4 hari from 11.30 over a week-end', '2026-11-17 11.30', '4 hari', '2026-11-23 11.30'],
      // Wednesday 25 March (1), Thursday 26 (2).
      ['across Nyepi and Idulfitri', '2026-03-17 10.00', '2 hari', '2026-03-26 10.00'],
      // Thursday in Ramadan closes at 15.00.
      ['into the hours of Ramadan, after closing', '2026-02-18 15.30', '1 hari', '2026-02-19 15.00'],
      // Thursday in Ramadan opens at 08.00.
      ['into the hours of Ramadan, before opening', '2026-02-18 07.40', '1 hari', '2026-02-19 08.00'],
      // 12.10 is in the break, so it starts at 12.30; at 12.30 on Wednesday 25 March the usual lunch lasts until 13.00.
      ['out of the hours of Ramadan', '2026-03-17 12.10', '1 hari', '2026-03-25 13.00'],
      // The Saturday counts.
      ['onto a make-up Saturday', '2026-12-04 10.00', '1 hari', '2026-12-05 10.00'],
      // The half day counts, and has closed at noon.
      ['onto a half day', '2026-12-30 14.00', '1 hari', '2026-12-31 12.00'],
      // Monday closes at 16.00.
      ['from 16.29 on a Friday', '2026-11-20 16.29', '1 hari', '2026-11-23 16.00'],
      // Starts on Friday at 07.30.
      ['from closing to the minute', '2026-11-19 16.00', '1 hari', '2026-11-23 07.30'],
      // Starts on Monday 28 at 07.30.
      ['from a holiday', '2026-12-25 10.00', '1 hari', '2026-12-29 07.30'],
    ],
  ],
]

describe.each(table)('%s by hand', (_kind, cases) => {
  test.each(cases)('%s: %s and %s is %s', (_title, from, time, due) => {
    expect(dueOf(from, time).due).toBe(wib(due))
  })
})

describe('pauses by hand', () => {
  test.each<[string, string, string, [string, string], string]>([
    // Friday 15.00: one of two hours used at 16.00. Monday 10.00 and the other hour.
    ['over a week-end', '2026-11-20 15.00', '2 jam', ['2026-11-20 16.00', '2026-11-23 10.00'], '2026-11-23 11.00'],
    // Wednesday 18: 30 used, 210 left. Thursday 19, Ramadan, from 09.00: 180 until noon, 30 from 12.30.
    [
      'into Ramadan, in hours',
      '2026-02-18 15.00',
      '4 jam',
      ['2026-02-18 15.30', '2026-02-19 09.00'],
      '2026-02-19 13.00',
    ],
    // 2 hari from Fri 13 Feb 10.00: Wed 18 (1), Thu 19 (2) 10.00. Paused Fri 13.00: kept Fri 13.00-16.30 210, Wed 450, Thu 08.00-10.00 120 = 780.
    // Resumed Mon 23 Feb 08.00: 390 that day, 390 on Tuesday, which closes at 15.00.
    [
      'into Ramadan, in days: a little longer',
      '2026-02-13 10.00',
      '2 hari',
      ['2026-02-13 13.00', '2026-02-23 08.00'],
      '2026-02-24 15.00',
    ],
    // 1 jam from Mon 10.00 is due at 11.00; the pause at 13.00 comes too late.
    [
      'after the due changes nothing',
      '2026-11-16 10.00',
      '1 jam',
      ['2026-11-16 13.00', '2026-11-18 13.00'],
      '2026-11-16 11.00',
    ],
  ])('%s', (_title, from, time, [pausedAt, resumedAt], due) => {
    const limit = parseTime(time)
    if (limit?.kind !== 'fixed') throw new Error(`no fixed time: ${time}`)
    const pauses = [{ from: wib(pausedAt), to: wib(resumedAt), waitedFor: 'applicant' }]
    expect(dueOfDeadline(demak, { startedAt: wib(from), limit, pauses, extension: null })).toBe(wib(due))
  })
})

test('a calendar that changes while the time runs counts anew from the same start', () => {
  // Monday 30 November: Tue, Wed, Thu, Fri 4 December. With a holiday on Thursday 3: Tue, Wed, Fri, Mon 7.
  const changed: Calendar = {
    ...demak,
    holidays: [...demak.holidays, { on: '2026-12-03', name: 'Pilkades serentak', kind: 'holiday' }],
    special: demak.special.filter((it) => it.on !== '2026-12-05'),
  }
  expect(dueOf('2026-11-30 10.00', '4 hari').due).toBe(wib('2026-12-04 10.00'))
  const after = dueOf('2026-11-30 10.00', '4 hari', changed)
  expect(after.due).toBe(wib('2026-12-07 10.00'))
  expect(after.skipped.map((it) => it.name)).toEqual(['Pilkades serentak', 'Sabtu', 'Minggu'])
})

// 11.00 to 14.00 on the wall of each: 07.00, 06.00 and 05.00 in UTC.
test.each([
  ['WIB', 'Asia/Jakarta', '2026-11-17T07:00:00.000Z'],
  ['WIB', 'Asia/Pontianak', '2026-11-17T07:00:00.000Z'],
  ['WITA', 'Asia/Makassar', '2026-11-17T06:00:00.000Z'],
  ['WIT', 'Asia/Jayapura', '2026-11-17T05:00:00.000Z'],
])('by the clock of %s in %s two hours from 11.00 end at 14.00', (_name, zone, due) => {
  const from = readInstant('2026-11-17T11:00', zone) ?? ''
  expect(addWorkingTime({ ...demak, zone }, from, { amount: 2, unit: 'hour' }).due).toBe(due)
})
