// Deadlines that pause and are extended, worked out by hand on the calendar of office.fixture.ts.
import { describe, expect, test } from 'vitest'
import { type Deadline, dueOf, explainDeadline } from './deadline.ts'
import { office, wib } from './office.fixture.ts'
import { parseTime } from './time-limit.ts'

type Parts = { from: string; limit: string; pauses?: [string, string | null][]; extended?: [string, string] }

const amountOf = (text: string) => {
  const limit = parseTime(text)
  if (limit?.kind !== 'fixed') throw new Error(`no fixed time: ${text}`)
  return { amount: limit.amount, unit: limit.unit }
}

const deadline = ({ from, limit, pauses = [], extended }: Parts): Deadline => ({
  startedAt: wib(from),
  limit: amountOf(limit),
  pauses: pauses.map(([start, end]) => ({
    from: wib(start),
    to: end === null ? null : wib(end),
    waitedFor: 'applicant',
  })),
  extension: extended ? { ...amountOf(extended[1]), at: wib(extended[0]) } : null,
})

describe('a pause keeps the working minutes that were left and gives them back', () => {
  test.each<[string, Parts, string]>([
    [
      'for a limit in hours',
      { from: '2026-11-16 08.00', limit: '2 jam', pauses: [['2026-11-16 09.00', '2026-11-16 14.00']] },
      '2026-11-16 15.00',
    ],
    [
      'over a week-end',
      { from: '2026-11-20 15.00', limit: '2 jam', pauses: [['2026-11-20 16.00', '2026-11-23 10.00']] },
      '2026-11-23 11.00',
    ],
    [
      // 2 jam 30 menit until 16.00 and 7 jam 30 menit on each of the next two days are left, 2 jam on the last.
      'for a limit in days: what was left to the due of then',
      { from: '2026-11-16 09.30', limit: '3 hari', pauses: [['2026-11-16 13.30', '2026-11-17 13.30']] },
      '2026-11-20 09.30',
    ],
    [
      // 450 minutes a day before, 390 a day in Ramadan: of 900 kept, two days of 390 and 120 minutes of the third.
      'into Ramadan a limit in days becomes a little longer',
      { from: '2026-02-16 07.30', limit: '3 hari', pauses: [['2026-02-17 07.30', '2026-02-19 08.00']] },
      '2026-02-23 10.00',
    ],
    [
      'twice',
      {
        from: '2026-11-16 08.00',
        limit: '2 jam',
        pauses: [
          ['2026-11-16 08.30', '2026-11-16 09.30'],
          ['2026-11-16 10.00', '2026-11-16 11.00'],
        ],
      },
      '2026-11-16 12.00',
    ],
    [
      'what was used up exactly when it began is due when work goes on',
      { from: '2026-11-20 15.30', limit: '60 menit', pauses: [['2026-11-20 16.30', '2026-11-21 10.00']] },
      '2026-11-23 07.30',
    ],
  ])('%s', (_title, parts, due) => {
    expect(dueOf(office, deadline(parts))).toBe(wib(due))
  })

  test('what was overdue before it stays overdue since the same moment', () => {
    const late = deadline({ from: '2026-11-16 08.00', limit: '1 jam', pauses: [['2026-11-16 10.00', null]] })
    expect(dueOf(office, late)).toBe(wib('2026-11-16 09.00'))
    expect(explainDeadline(office, late).pauses).toMatchObject([{ isOverdue: true, keptMinutes: 0 }])
  })

  test('while it lasts there is no due, but what is left is known', () => {
    const paused = deadline({ from: '2026-11-16 08.00', limit: '2 jam', pauses: [['2026-11-16 09.30', null]] })
    const explained = explainDeadline(office, paused)
    expect(explained.due).toBeNull()
    expect(explained.pauses).toMatchObject([{ keptMinutes: 30, before: wib('2026-11-16 10.00'), after: null }])
    expect(explained.workingMinutes).toBe(90)
  })

  test('one that lies in the night moves nothing', () => {
    const parts: Parts = { from: '2026-11-16 11.45', limit: '4 hari' }
    const paused = deadline({ ...parts, pauses: [['2026-11-17 20.00', '2026-11-17 21.00']] })
    expect(dueOf(office, paused)).toBe(dueOf(office, deadline(parts)))
  })
})

describe('an extension counts from the due that held when it was granted', () => {
  test.each<[string, Parts, string]>([
    [
      'in working days',
      { from: '2026-11-16 09.30', limit: '2 hari', extended: ['2026-11-17 10.00', '3 hari'] },
      '2026-11-23 09.30',
    ],
    [
      'a pause after it keeps what was left of both',
      {
        from: '2026-11-16 08.00',
        limit: '1 jam',
        extended: ['2026-11-16 08.30', '1 jam'],
        pauses: [['2026-11-16 09.00', '2026-11-16 13.00']],
      },
      '2026-11-16 14.00',
    ],
    [
      'granted during a pause it counts from its end',
      {
        from: '2026-11-16 08.00',
        limit: '1 jam',
        extended: ['2026-11-16 10.00', '1 jam'],
        pauses: [['2026-11-16 08.30', '2026-11-16 13.00']],
      },
      '2026-11-16 14.30',
    ],
  ])('%s', (_title, parts, due) => {
    expect(dueOf(office, deadline(parts))).toBe(wib(due))
  })
})

describe('a deadline explains itself', () => {
  test('by the stretches that counted, without the pause', () => {
    const explained = explainDeadline(
      office,
      deadline({ from: '2026-11-16 11.00', limit: '3 jam', pauses: [['2026-11-16 13.30', '2026-11-17 08.00']] }),
    )
    expect(explained.segments).toEqual([
      { from: wib('2026-11-16 11.00'), to: wib('2026-11-16 12.00'), minutes: 60 },
      { from: wib('2026-11-16 13.00'), to: wib('2026-11-16 13.30'), minutes: 30 },
      { from: wib('2026-11-17 08.00'), to: wib('2026-11-17 09.30'), minutes: 90 },
    ])
    expect(explained.pauses).toMatchObject([{ keptMinutes: 90, after: wib('2026-11-17 09.30') }])
  })

  test('by the days skipped, each once and none of those that passed in a pause', () => {
    const explained = explainDeadline(
      office,
      deadline({ from: '2026-12-23 15.00', limit: '9 jam', pauses: [['2026-12-28 08.00', '2027-01-04 08.00']] }),
    )
    expect(explained.skipped.map((day) => [day.on, day.name])).toEqual([
      ['2026-12-24', 'Cuti bersama Natal'],
      ['2026-12-25', 'Natal'],
      ['2026-12-26', 'Sabtu'],
      ['2026-12-27', 'Minggu'],
      ['2027-01-05', 'Isra Mikraj'],
    ])
  })

  test('by the extension and what it moved', () => {
    const explained = explainDeadline(
      office,
      deadline({ from: '2026-11-16 09.30', limit: '2 hari', extended: ['2026-11-17 10.00', '3 hari'] }),
    )
    expect(explained.extension).toEqual({
      amount: 3,
      unit: 'day',
      at: wib('2026-11-17 10.00'),
      before: wib('2026-11-18 09.30'),
      after: wib('2026-11-23 09.30'),
    })
  })
})
