// Due dates as people read them: the end of a working day is told as such, not as the opening of the next.
import { describe, expect, test } from 'vitest'
import { calendarOf, office, wib } from './office.fixture.ts'
import { speakDue, speakDueInFull, toldDue } from './speak-due.ts'

const now = wib('2026-11-18 09.00')

describe('a due in words', () => {
  test.each([
    ['in the middle of a day', '2026-11-20 10.15', 'Jum, 20 Nov 10.15'],
    ['at closing', '2026-11-20 16.30', 'Jum, 20 Nov 16.30 (akhir hari kerja)'],
    [
      'at the opening of a Monday, which is no more than Friday',
      '2026-11-23 07.30',
      'Jum, 20 Nov 16.30 (akhir hari kerja)',
    ],
    ['at the opening after Christmas', '2026-12-28 07.30', 'Rab, 23 Des 16.00 (akhir hari kerja)'],
    ['when the morning ends', '2026-11-20 11.30', 'Jum, 20 Nov 11.30'],
    ['when the afternoon begins', '2026-11-20 13.00', 'Jum, 20 Nov 13.00'],
    ['at the closing of a half day', '2026-12-31 12.00', 'Kam, 31 Des 12.00 (akhir hari kerja)'],
  ])('%s', (_, due, said) => {
    expect(speakDue(wib(due), 'id', { calendar: office, now })).toBe(said)
  })

  test('in full and in English', () => {
    expect(speakDueInFull(wib('2026-11-23 07.30'), 'en', office)).toBe(
      '20 November 2026 16:30 WIB (end of the working day)',
    )
  })
})

test('a desk that is open day and night has no end of the day', () => {
  const hours = ['00.00-24.00']
  const week = {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }
  const always = calendarOf({ zone: 'Asia/Jakarta', periods: [{ label: 'Piket', week }] })
  expect(toldDue(always, wib('2026-11-20 00.00'))).toEqual({ at: wib('2026-11-20 00.00'), isClosing: false })
})

test('before the first day of a calendar there is nothing to tell instead', () => {
  const young = calendarOf({
    zone: 'Asia/Jakarta',
    periods: [{ label: 'Baru', from: '2026-11-20', week: { friday: ['07.30-12.00'] } }],
  })
  expect(toldDue(young, wib('2026-11-20 07.30')).at).toBe(wib('2026-11-20 07.30'))
})
