// Moments as other programs and people write them.
import { describe, expect, test } from 'vitest'
import { cutToMinute, instantAt, isDay, readInstant, withOffset } from './instant.ts'

describe('reading a moment', () => {
  test.each([
    ['2026-11-20T09:30', '2026-11-20T02:30:00.000Z'],
    ['2026-11-20 09:30:15', '2026-11-20T02:30:15.000Z'],
    ['2026-11-20T09:30:00+08:00', '2026-11-20T01:30:00.000Z'],
    ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00.000Z'],
    ['2026-11-20', '2026-11-19T17:00:00.000Z'],
  ])('"%s" in a WIB office is %s', (text, at) => {
    expect(readInstant(text, 'Asia/Jakarta')).toBe(at)
  })

  test.each(['', 'kemarin', '2026-02-30T09:00', '2026-11-20T25:00', '20-11-2026', '2026-11-20T09:30[Asia/Tokyo]'])(
    '"%s" is no moment',
    (text) => {
      expect(readInstant(text, 'Asia/Jakarta')).toBeNull()
    },
  )
})

test('a day is one of the calendar, and of a time that people write about', () => {
  expect(['2026-11-20', '2028-02-29', '1945-08-17'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '0000-01-01', '1026-01-01', '9999-12-31', '2026-1-1', ''].some(isDay)).toBe(false)
})

describe('writing a moment', () => {
  test('for programs with the offset of the agency', () => {
    expect(withOffset('2026-11-20T02:30:00.000Z', 'Asia/Jakarta')).toBe('2026-11-20T09:30:00+07:00')
    expect(withOffset('2026-11-20T02:30:00.000Z', 'Asia/Jayapura')).toBe('2026-11-20T11:30:00+09:00')
  })

  test('cut to the minute it keeps three digits of milliseconds, so that text order is time order', () => {
    expect(instantAt(cutToMinute('2026-11-20T02:30:59.999Z'))).toBe('2026-11-20T02:30:00.000Z')
  })
})
