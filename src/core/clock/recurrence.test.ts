// Days on which a rule of the calendar falls, counted by hand.
import { describe, expect, test } from 'vitest'
import { daysOf, nextDay, ruleFault } from './recurrence.ts'

describe('a rule of the calendar', () => {
  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1', '2026-01-01', '2027-12-31', ['2026-02-01', '2027-02-01']],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-11-01', '2027-01-31', ['2026-11-02', '2026-12-07', '2027-01-04']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-02-01', '2026-03-31', ['2026-02-28', '2026-03-31']],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-16', '2026-11-22', ['2026-11-16', '2026-11-19']],
    ['FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1', '2026-01-01', '2026-12-31', ['2026-01-01', '2026-07-01']],
    ['FREQ=YEARLY', '2026-01-02', '2027-01-01', ['2027-01-01']],
  ])('%s falls from %s to %s on %j', (rule, from, to, days) => {
    expect(daysOf(rule, from, to)).toEqual(days)
  })

  test('counts both ends, and nothing between an end that lies before its beginning', () => {
    expect(daysOf('FREQ=DAILY', '2026-11-20', '2026-11-21')).toEqual(['2026-11-20', '2026-11-21'])
    expect(daysOf('FREQ=DAILY', '2026-11-21', '2026-11-20')).toEqual([])
  })

  test('says when it falls next, also after a leap day', () => {
    expect(nextDay('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-11-21')).toBe('2028-02-29')
    expect(nextDay('FREQ=DAILY', '2026-11-21')).toBe('2026-11-21')
  })

  test.each([
    ['setiap tahun', 'tidak terbaca'],
    ['FREQ=HOURLY', 'tidak terbaca'],
    ['FREQ=YEARLY;BYMONTH=13', 'tidak terbaca'],
    ['FREQ=YEARLY;UNTIL=20270101T000000Z', 'tidak terbaca'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'tidak jatuh'],
  ])('is refused with a sentence: %s', (rule, says) => {
    expect(ruleFault(rule)?.id).toContain(says)
  })

  test('is taken when it falls on some day', () => {
    expect(ruleFault('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1')).toBeNull()
  })
})
