// A calendar file is accepted as it is, or refused with all its faults.
import { describe, expect, test } from 'vitest'
import { intervalOf, periodOn, readCalendar } from './calendar.ts'
import { office, officeData } from './office.fixture.ts'

const faultsOf = (changes: Record<string, unknown>): string[] => {
  const reading = readCalendar({ ...officeData, ...changes })
  return reading.ok ? [] : reading.faults.map((it) => `${it.path}: ${it.sentence.split(' / ').at(-1)}`)
}

const withMonday = (monday: string[]) => ({ periods: [...officeData.periods, { label: 'Lain', week: { monday } }] })

describe('reading a calendar', () => {
  test('a read calendar can be stored and read again', () => {
    const again = readCalendar(JSON.parse(JSON.stringify(office)))
    expect(again).toEqual({ ok: true, calendar: office })
  })

  test('holidays, special days and closures may be left out', () => {
    const { zone, periods } = officeData
    const none = { holidays: [], special: [], closures: [] }
    expect(readCalendar({ zone, periods })).toMatchObject({ ok: true, calendar: none })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown zone', { zone: 'Asia/Demak' }, 'zone: This is no time zone; an example is Asia/Jakarta.'],
    ['no period at all', { periods: [] }, 'periods: The calendar has no working hours at all.'],
    [
      'hours in another notation',
      withMonday(['7:30-12:00']),
      'periods.2.week.monday.0: Working hours are written like 07.30-12.00.',
    ],
    [
      'hours past midnight',
      withMonday(['20.00-24.30']),
      'periods.2.week.monday: Working hours must end after they begin, stand in order and not overlap.',
    ],
    [
      'hours that end before they begin',
      withMonday(['12.00-07.30']),
      'periods.2.week.monday: Working hours must end after they begin, stand in order and not overlap.',
    ],
    [
      'hours that overlap',
      withMonday(['07.30-12.00', '11.00-16.00']),
      'periods.2.week.monday: Working hours must end after they begin, stand in order and not overlap.',
    ],
    [
      'a period that ends before it begins',
      { periods: [...officeData.periods, { label: 'Lain', from: '2026-05-02', to: '2026-05-01', week: {} }] },
      'periods.2: The period ends before it begins.',
    ],
    [
      'a day that does not exist',
      { holidays: [{ on: '2026-02-30', name: 'Libur', kind: 'holiday' }] },
      'holidays.0.on: There is no such day; a day is written YYYY-MM-DD.',
    ],
    [
      'a kind of holiday that there is not',
      { holidays: [{ on: '2026-02-03', name: 'Libur', kind: 'sick' }] },
      'holidays.0.kind: The kind is holiday, collective-leave or closed.',
    ],
    [
      'a holiday without a name',
      { holidays: [{ on: '2026-02-03', name: ' ', kind: 'holiday' }] },
      'holidays.0.name: This must not be empty.',
    ],
    [
      'a holiday that stands twice',
      { holidays: [...officeData.holidays, { on: '2026-03-19', name: 'Nyepi', kind: 'holiday' }] },
      'holidays: A day stands here twice.',
    ],
    [
      'a special day without hours',
      { special: [{ on: '2026-02-03', name: 'Libur', hours: [] }] },
      'special.0.hours: A special day has working hours; a day off is a holiday.',
    ],
    [
      'an origin that there is not',
      { holidays: [{ on: '2026-02-03', name: 'Libur', kind: 'holiday', origin: 'x' }] },
      'holidays.0.origin: The origin is import or hand.',
    ],
    [
      'a closure that ends before it begins',
      { closures: [{ unit: 'aptika', name: 'Pindah ruang', from: '2026-05-02', to: '2026-05-01' }] },
      'closures.0: The closure ends before it begins.',
    ],
    [
      'a closure for years',
      { closures: [{ unit: 'aptika', name: 'Pindah ruang', from: '2026-05-02', to: '2036-05-01' }] },
      'closures.0: A closure lasts a year at most.',
    ],
    ['a word that no calendar knows', { libur: [] }, ': Unrecognized key: "libur"'],
  ])('%s is refused where it stands', (_title, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault])
  })

  test('all faults are told at once', () => {
    expect(faultsOf({ zone: 'x', holidays: [{ on: 'x', name: '', kind: 'x' }] })).toHaveLength(4)
  })

  test.each([null, 'x', [], 7])('%j is no calendar', (data) => {
    expect(readCalendar(data).ok).toBe(false)
  })
})

describe('the week that counts on a day', () => {
  test.each([
    ['2026-02-18', 'Hari kerja biasa'],
    ['2026-02-19', 'Ramadan 1447 H'],
    ['2026-03-20', 'Ramadan 1447 H'],
    ['2026-03-21', 'Hari kerja biasa'],
  ])('on %s is that of %s', (on, label) => {
    expect(periodOn(office, on)?.label).toBe(label)
  })

  test('is none before the first period begins', () => {
    const later = { ...office, periods: [{ label: 'Baru', from: '2027-01-01', week: {} }] }
    expect(periodOn(later, '2026-12-31')).toBeNull()
  })

  test('says its hours in minutes of the day', () => {
    expect(intervalOf('07.30-24.00')).toEqual({ from: 450, to: 1440 })
  })
})
