// Which calendar a post or a unit counts by.
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { type CalendarOffice, calendarFor } from './calendar-for.ts'
import { calendarOf, officeData, office as utama, wib } from './office.fixture.ts'
import { workingDay } from './working-day.ts'
import { addWorkingTime } from './working-time.ts'

const helpdesk = calendarOf({
  ...officeData,
  periods: officeData.periods.map((it) => ({ ...it, week: { ...it.week, saturday: ['08.00-12.00'] } })),
  holidays: [],
})

const closing = { unit: 'infrastruktur', from: '2026-12-03', to: '2026-12-05', name: 'Ruang kebanjiran' }

const units = [
  { unit: 'dinas' },
  { unit: 'infrastruktur', superior: 'dinas', calendar: null },
  { unit: 'jaringan', superior: 'infrastruktur' },
  { unit: 'layanan', superior: 'dinas', calendar: 'helpdesk' },
  { unit: 'loket', superior: 'layanan' },
  { unit: 'lama', superior: 'layanan', calendar: 'tidak-ada' },
  { unit: 'kanan', superior: 'kiri' },
  { unit: 'kiri', superior: 'kanan' },
]
const posts = [
  { post: 'teknisi', unit: 'jaringan' },
  { post: 'petugas-loket', unit: 'loket' },
  { post: 'kepala', unit: 'dinas' },
]

const living = (calendar: Calendar = utama, more: Calendar = helpdesk): CalendarOffice => ({
  agency: { units, posts },
  calendar,
  calendars: { utama: calendar, helpdesk: more },
})

describe('a post counts by the calendar', () => {
  const it = living()
  test.each<[string, Parameters<typeof calendarFor>[1], Calendar]>([
    ['of the office, where no unit names another', 'teknisi', utama],
    ['of the unit above its own', 'petugas-loket', helpdesk],
    ['of the office, where the post is not there', 'siapa', utama],
    ['of the office, where nobody is named', null, utama],
    ['of its unit', { unit: 'layanan' }, helpdesk],
    ['of the unit above, where its own names one that is not there', { unit: 'lama' }, helpdesk],
    ['of the office, where the units stand in a circle', { unit: 'kiri' }, utama],
  ])('%s', (_title, who, calendar) => {
    expect(calendarFor(it, who)).toBe(calendar)
  })

  test('which is the one of the office, where it has no others', () => {
    expect(calendarFor({ agency: { units, posts }, calendar: utama }, 'petugas-loket')).toBe(utama)
  })
})

describe('a unit that is closed', () => {
  const closed = living({ ...utama, closures: [closing] })
  const dueOf = (post: string) =>
    addWorkingTime(calendarFor(closed, post), wib('2026-12-02 15.00'), { amount: 2, unit: 'hour' })

  test('and all below it do not work on those days, by the name of the closure', () => {
    const { due, skipped } = dueOf('teknisi')
    expect(due).toBe(wib('2026-12-07 08.30'))
    expect(skipped.slice(0, 2)).toEqual([
      { on: '2026-12-03', name: 'Ruang kebanjiran', kind: 'closed' },
      { on: '2026-12-04', name: 'Ruang kebanjiran', kind: 'closed' },
    ])
  })

  test('does not work on a make-up day either', () => {
    expect(workingDay(utama, '2026-12-05').off).toBeNull()
    expect(workingDay(calendarFor(closed, 'teknisi'), '2026-12-05').off?.kind).toBe('closed')
  })

  test('closes nobody else', () => {
    expect(dueOf('kepala').due).toBe(wib('2026-12-03 08.30'))
    expect(dueOf('petugas-loket').due).toBe(wib('2026-12-03 08.30'))
  })

  test('is closed also when another calendar says so', () => {
    const other = living(utama, { ...helpdesk, closures: [closing] })
    expect(workingDay(calendarFor(other, 'teknisi'), '2026-12-03').off?.name).toBe('Ruang kebanjiran')
  })

  test('keeps the name of a holiday on those days', () => {
    const christmas = living({ ...utama, closures: [{ ...closing, from: '2026-12-23', to: '2026-12-28' }] })
    const names = ['2026-12-23', '2026-12-25'].map((on) => workingDay(calendarFor(christmas, 'teknisi'), on).off?.name)
    expect(names).toEqual(['Ruang kebanjiran', 'Natal'])
  })
})

describe('a calendar that follows the one of the office', () => {
  const day = (holidays: Calendar['holidays'] = [], special: Calendar['special'] = []) => {
    const it = living(utama, { ...helpdesk, follows: 'utama', holidays, special })
    return (on: string) => workingDay(calendarFor(it, 'petugas-loket'), on).off?.name ?? null
  }

  test('has its holidays', () => {
    expect(workingDay(calendarFor(living(), 'petugas-loket'), '2026-12-25').off).toBeNull()
    expect(day()('2026-12-25')).toBe('Natal')
  })

  test('names a day off in its own words, and works when it says so itself', () => {
    const said = day(
      [{ on: '2026-12-25', name: 'Tutup', kind: 'closed' }],
      [{ on: '2027-01-01', name: 'Piket', hours: ['08.00-12.00'] }],
    )
    expect(['2026-12-25', '2027-01-01', '2027-01-05'].map(said)).toEqual(['Tutup', null, 'Isra Mikraj'])
  })

  test('does not take over its special days', () => {
    expect(day()('2026-12-05')).toBeNull()
    expect(
      workingDay(
        calendarFor(living(utama, { ...helpdesk, follows: 'utama', special: [] }), { unit: 'loket' }),
        '2026-12-05',
      ),
    ).toMatchObject({
      stretches: [{ from: Date.parse('2026-12-05T01:00:00Z'), to: Date.parse('2026-12-05T05:00:00Z') }],
    })
  })
})

describe('what was worked out', () => {
  test('is kept as long as the office stays as it is', () => {
    const it = living({ ...utama, closures: [closing] })
    expect(calendarFor(it, 'teknisi')).toBe(calendarFor({ ...it }, { unit: 'jaringan' }))
  })

  test('is worked out anew when the calendars have changed', () => {
    const before = living({ ...utama, closures: [closing] })
    const after = living({ ...utama, closures: [] })
    expect(workingDay(calendarFor(before, 'teknisi'), '2026-12-03').off).not.toBeNull()
    expect(workingDay(calendarFor(after, 'teknisi'), '2026-12-03').off).toBeNull()
  })

  test('is worked out anew when the units have changed', () => {
    const before = living()
    expect(calendarFor(before, 'teknisi')).toBe(utama)
    const moved = units.map((one) => (one.unit === 'jaringan' ? { ...one, calendar: 'helpdesk' } : one))
    expect(calendarFor({ ...before, agency: { units: moved, posts } }, 'teknisi')).toBe(helpdesk)
  })
})
