// Every time that the source SOPs print, and some that none does.
import { describe, expect, test } from 'vitest'
import { budgetMinutes, parseTime, type TimeUnit } from './time-limit.ts'

describe('the time cell of an SOP', () => {
  test.each<[string, number, TimeUnit]>([
    ['5 Menit', 5, 'minute'],
    ['10 menit', 10, 'minute'],
    ['60  Menit ', 60, 'minute'],
    ['30menit', 30, 'minute'],
    ['1 jam', 1, 'hour'],
    ['6 Jam', 6, 'hour'],
    ['1 Hari', 1, 'day'],
    ['7 hari', 7, 'day'],
    ['3 hari kerja', 3, 'day'],
  ])('"%s" is a fixed time', (printed, amount, unit) => {
    expect(parseTime(printed)).toEqual({ kind: 'fixed', amount, unit, printed })
  })

  test.each(['', '-', '10', ' - '])('"%s" sets no time', (printed) => {
    expect(parseTime(printed)).toEqual({ kind: 'untimed', printed })
  })

  test('an empty cell of the file sets no time', () => {
    expect(parseTime(null)).toEqual({ kind: 'untimed', printed: '' })
  })

  test.each(['Tentative', 'tentative', 'tentatif'])('"%s" is tentative', (printed) => {
    expect(parseTime(printed)).toEqual({ kind: 'tentative', printed })
  })

  test('"Selama Kegiatan vidcon" lasts as long as the event', () => {
    const printed = 'Selama Kegiatan vidcon'
    expect(parseTime(printed)).toEqual({ kind: 'event-bound', printed })
  })

  test.each([
    'sebentar',
    '0 menit',
    '1,5 jam',
    '-3 hari',
    '2 minggu',
    '1 jam 30 menit',
    '5 Menit kira-kira',
    '99999 hari',
    'selama',
  ])('"%s" is left to the linter', (printed) => {
    expect(parseTime(printed)).toBeNull()
  })

  test('only minutes and hours are a number of minutes', () => {
    expect(budgetMinutes({ amount: 45, unit: 'minute' })).toBe(45)
    expect(budgetMinutes({ amount: 2, unit: 'hour' })).toBe(120)
    expect(budgetMinutes({ amount: 7, unit: 'day' })).toBeNull()
  })
})
