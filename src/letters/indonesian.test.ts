import { describe, expect, test } from 'vitest'
import { counted, dayIn, inWords, longDate, longDateTime, shortDateTime, titleOf } from './indonesian.ts'

describe('Dates in letters', () => {
  test('are written with the Indonesian month and no leading zero', () => {
    expect(longDate('2026-02-01')).toBe('1 Februari 2026')
    expect(longDate('2026-08-17')).toBe('17 Agustus 2026')
  })

  test('show the clock of the office, not of the server', () => {
    expect(longDateTime('2026-11-20T17:05:00.000Z', 'Asia/Jakarta')).toBe('21 November 2026 pukul 00.05 WIB')
    expect(longDateTime('2026-11-20T01:05:00.000Z', 'Asia/Makassar')).toBe('20 November 2026 pukul 09.05 WITA')
    expect(shortDateTime('2026-11-20T01:05:00.000Z', 'Asia/Jayapura')).toBe('20/11/2026 10.05 WIT')
    expect(longDateTime('2026-11-20T01:05:00.000Z', 'UTC')).toContain('01.05 UTC+00:00')
    expect(dayIn('2026-12-31T17:00:00.000Z', 'Asia/Jakarta')).toBe('2027-01-01')
  })
})

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [11, 'sebelas'],
  [15, 'lima belas'],
  [20, 'dua puluh'],
  [100, 'seratus'],
  [118, 'seratus delapan belas'],
  [1000, 'seribu'],
  [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
  [11_000, 'sebelas ribu'],
  [100_011, 'seratus ribu sebelas'],
])('%i in words is "%s"', (number, words) => {
  expect(inWords(number)).toBe(words)
})

test('A number that has no words is a fault of the caller', () => {
  expect(() => inWords(-1)).toThrow(RangeError)
  expect(() => inWords(1.5)).toThrow(RangeError)
})

test('An acting officer is named by the capacity', () => {
  expect(titleOf('Kepala Dinas', 'plt')).toBe('Plt. Kepala Dinas')
  expect(titleOf('Kepala Dinas', 'definitive')).toBe('Kepala Dinas')
  expect(counted(2, 'berkas')).toBe('2 (dua) berkas')
})
