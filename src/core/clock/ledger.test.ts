// Whom the office waited for, and for how long.
import { describe, expect, test } from 'vitest'
import { bookWaiting, standing, type Wait } from './ledger.ts'
import { office, wib } from './office.fixture.ts'
import type { TimeLimit } from './time-limit.ts'

const now = wib('2026-11-17 09.00')

const waits: Wait[] = [
  { waitedFor: 'pelaksana', from: wib('2026-11-16 09.00'), to: wib('2026-11-16 09.05') },
  { waitedFor: 'opd', from: wib('2026-11-16 09.05'), to: wib('2026-11-16 14.00') },
  { waitedFor: 'pelaksana', from: wib('2026-11-16 14.00'), to: wib('2026-11-16 15.00') },
  { waitedFor: 'kabid', from: wib('2026-11-16 15.00'), to: null },
  { waitedFor: 'sekretaris', from: wib('2026-11-16 15.30'), to: null },
]

describe('booking the waiting', () => {
  const booked = bookWaiting(office, waits, now)

  test('every wait has its working minutes, without the lunch break and the night', () => {
    expect(booked.map((it) => it.workingMinutes)).toEqual([5, 235, 60, 150, 120])
  })

  test('a wait that lasts is booked until now and stays open', () => {
    expect(booked[3]).toEqual({
      waitedFor: 'kabid',
      from: wib('2026-11-16 15.00'),
      to: null,
      workingMinutes: 150,
      // From 16.00 to 07.30.
      otherMinutes: 930,
    })
  })

  test('what was waited for over a holiday costs nobody anything', () => {
    const overChristmas = [{ waitedFor: 'opd', from: wib('2026-12-23 16.00'), to: wib('2026-12-28 07.30') }]
    expect(bookWaiting(office, overChristmas, now)[0]?.workingMinutes).toBe(0)
  })
})

describe('the time used against the standard time', () => {
  const twoHours: TimeLimit = { kind: 'fixed', amount: 2, unit: 'hour', printed: '2 jam' }
  const sevenDays: TimeLimit = { kind: 'fixed', amount: 7, unit: 'day', printed: '7 hari' }
  const due = wib('2026-11-16 11.30')

  test('on the minute of the due it is still in time, one later it is overdue', () => {
    expect(standing(twoHours, 120, due, wib('2026-11-16 11.30.59'))).toBe('in-time')
    expect(standing(twoHours, 121, due, wib('2026-11-16 11.31'))).toBe('overdue')
  })

  test('a due that was moved rules over the minutes used', () => {
    expect(standing(twoHours, 500, wib('2026-11-20 10.00'), now)).toBe('in-time')
  })

  test('without a due the minutes used are held against the budget', () => {
    expect(standing(twoHours, 120, null, now)).toBe('in-time')
    expect(standing(twoHours, 121, null, now)).toBe('overdue')
    expect(standing(sevenDays, 99_999, null, now)).toBe('in-time')
  })

  test.each<TimeLimit['kind']>(['untimed', 'tentative', 'event-bound'])('%s never becomes overdue', (kind) => {
    const limit: TimeLimit = kind === 'fixed' ? twoHours : { kind, printed: '' }
    expect(standing(limit, 99_999, due, now)).toBe('untimed')
  })
})
