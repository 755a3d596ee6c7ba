// One change of a calendar: what it becomes, what is told about it, and what is refused where.
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { type CalendarEdit, editCalendar } from './edit-calendar.ts'
import { office } from './office.fixture.ts'
import { workingDay } from './working-day.ts'

const edit = (it: CalendarEdit): { calendar: Calendar; change: unknown } => {
  const edited = editCalendar(office, it)
  if (!edited.ok) throw new Error(JSON.stringify(edited.faults))
  return edited
}

const faultsOf = (it: CalendarEdit): string[] => {
  const edited = editCalendar(office, it)
  return edited.ok ? [] : edited.faults.map(({ field, sentence }) => `${field}: ${sentence.en}`)
}

const pilkada = { on: '2026-11-18', name: 'Pilkada', kind: 'holiday', origin: 'hand' }

describe('a row of a calendar', () => {
  test('that is added takes its place among the days, and counts', () => {
    const { calendar, change } = edit({ list: 'holidays', at: null, row: pilkada })
    expect(calendar.holidays[7]).toEqual(pilkada)
    expect(change).toEqual({ list: 'holidays', before: null, after: pilkada })
    expect(workingDay(calendar, '2026-11-18').off?.name).toBe('Pilkada')
  })

  test('that is changed is told as it was and as it is', () => {
    const { change } = edit({ list: 'holidays', at: 1, row: { ...office.holidays[1], name: 'Hari Suci Nyepi' } })
    expect(change).toMatchObject({ before: { name: 'Nyepi' }, after: { name: 'Hari Suci Nyepi', on: '2026-03-19' } })
  })

  test('that is taken out counts no more', () => {
    const { calendar, change } = edit({ list: 'special', at: 0, row: null })
    expect(change).toMatchObject({ before: { name: 'Pengganti cuti bersama' }, after: null })
    expect(workingDay(calendar, '2026-12-05').off).not.toBeNull()
  })

  test('a changed period keeps its place, so that the same one wins', () => {
    const { calendar } = edit({ list: 'periods', at: 0, row: { ...office.periods[0], label: 'Jam biasa' } })
    expect(calendar.periods.map((one) => one.label)).toEqual(['Jam biasa', 'Ramadan 1447 H'])
  })

  test('leaves the calendar it came from as it was', () => {
    const before = JSON.stringify(office)
    edit({ list: 'holidays', at: null, row: pilkada })
    expect(JSON.stringify(office)).toBe(before)
  })
})

test.each<[string, CalendarEdit, string]>([
  [
    'a day that is a holiday already',
    { list: 'holidays', at: null, row: { ...pilkada, on: '2026-12-25' } },
    'on: That day is there already: "Natal". Change that row, or choose another day.',
  ],
  [
    'a day that there is not',
    { list: 'holidays', at: null, row: { ...pilkada, on: '2026-02-30' } },
    'on: There is no such day; a day is written YYYY-MM-DD.',
  ],
  ['no name', { list: 'holidays', at: null, row: { ...pilkada, name: '' } }, 'name: This must not be empty.'],
  [
    'a special day without hours',
    { list: 'special', at: null, row: { on: '2026-11-18', name: 'Setengah hari', hours: [] } },
    'hours: A special day has working hours; a day off is a holiday.',
  ],
  [
    'hours that nobody can read',
    { list: 'periods', at: null, row: { label: 'Lain', week: { monday: ['pagi'] } } },
    'week.monday: Working hours are written like 07.30-12.00.',
  ],
  [
    'a closure that ends before it begins',
    { list: 'closures', at: null, row: { unit: 'x', name: 'Tutup', from: '2026-05-02', to: '2026-05-01' } },
    ': The closure ends before it begins.',
  ],
  [
    'a row that is no longer there',
    { list: 'closures', at: 3, row: null },
    ': That row is no longer there. Open the calendar again and look.',
  ],
])('%s is refused at its field', (_title, it, fault) => {
  expect(faultsOf(it)).toEqual([fault])
})

test('the last hours of all cannot be taken out', () => {
  const bare = { ...office, periods: office.periods.slice(0, 1) }
  const edited = editCalendar(bare, { list: 'periods', at: 0, row: null })
  expect(edited.ok).toBe(false)
})
