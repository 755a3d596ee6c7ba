// What people read about time, in both languages.
import { describe, expect, test } from 'vitest'
import { wib } from './office.fixture.ts'
import { speakDate, speakDay, speakInstant, speakLimit, speakMinutes, speakPrinted, speakShort } from './speak.ts'
import { parseTime } from './time-limit.ts'

const zone = 'Asia/Jakarta'

describe('durations', () => {
  test.each([
    [135, '2 jam 15 menit', '2 h 15 min'],
    [60, '1 jam', '1 h'],
    [45, '45 menit', '45 min'],
    [0, '0 menit', '0 min'],
    [2250, '37 jam 30 menit', '37 h 30 min'],
  ])('%i working minutes', (minutes, id, en) => {
    expect([speakMinutes(minutes, 'id'), speakMinutes(minutes, 'en')]).toEqual([id, en])
  })

  test.each([
    ['5 Menit', '5 menit', '5 min'],
    ['2 Jam', '2 jam', '2 h'],
    ['1 hari', '1 hari kerja', '1 working day'],
    ['7 hari', '7 hari kerja', '7 working days'],
    ['-', 'tanpa batas waktu', 'no time limit'],
    ['Tentative', 'tentatif', 'tentative'],
    ['Selama Kegiatan vidcon', 'selama kegiatan', 'as long as the event'],
  ])('the standard time "%s"', (printed, id, en) => {
    const limit = parseTime(printed)
    expect(limit && [speakLimit(limit, 'id'), speakLimit(limit, 'en')]).toEqual([id, en])
  })
})

describe('moments', () => {
  test('in full with the name of the zone', () => {
    const at = wib('2026-11-20 07.30.45')
    expect(speakInstant(at, 'id', zone)).toBe('20 November 2026 07.30 WIB')
    expect(speakInstant(at, 'en', zone)).toBe('20 November 2026 07:30 WIB')
    expect(speakInstant(at, 'id', 'Asia/Makassar')).toBe('20 November 2026 08.30 WITA')
    expect(speakInstant(wib('2026-08-17 23.30'), 'id', 'Asia/Jayapura')).toBe('18 Agustus 2026 01.30 WIT')
  })

  test.each([
    ['2026-11-20 14.00', 'hari ini 14.00', 'today 14:00'],
    ['2026-11-21 00.00', 'besok 00.00', 'tomorrow 00:00'],
    ['2026-11-19 23.59', 'kemarin 23.59', 'yesterday 23:59'],
    ['2026-11-25 07.30', 'Rab, 25 Nov 07.30', 'Wed 25 Nov 07:30'],
    ['2027-01-06 09.30', '6 Jan 2027 09.30', '6 Jan 2027 09:30'],
  ])('%s, short on 20 November', (at, id, en) => {
    const here = { zone, now: wib('2026-11-20 00.10') }
    expect([speakShort(wib(at), 'id', here), speakShort(wib(at), 'en', here)]).toEqual([id, en])
  })

  test('a day as it stands on paper', () => {
    expect(speakDate('2026-11-20', 'id')).toBe('20 November 2026')
    expect(speakDate('2026-11-20', 'en')).toBe('20 November 2026')
  })

  test('a printed date as far as it is printed: a day, a month or a year', () => {
    expect(speakPrinted('2025-05-02', 'id')).toBe('2 Mei 2025')
    expect(speakPrinted('2025-05', 'id')).toBe('Mei 2025')
    expect(speakPrinted('2025-05', 'en')).toBe('May 2025')
    expect(speakPrinted('2025', 'id')).toBe('2025')
  })

  test('a day with its weekday', () => {
    expect(speakDay('2026-11-20', 'id')).toBe('Jumat, 20 November 2026')
    expect(speakDay('2026-11-20', 'en')).toBe('Friday, 20 November 2026')
  })
})
