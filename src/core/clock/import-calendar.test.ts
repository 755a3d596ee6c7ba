// What a file of holidays does to a calendar: imported rows give way to it, what was made by hand never does.
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { type FileRow, planImport } from './import-calendar.ts'
import { calendarOf, officeData } from './office.fixture.ts'

const holiday = (on: string, name: string, more: object = {}) => ({ on, name, kind: 'holiday', ...more })

const calendar: Calendar = calendarOf({
  ...officeData,
  holidays: [
    holiday('2026-12-24', 'Cuti bersama Natal', { kind: 'collective-leave' }),
    holiday('2026-12-25', 'Natal'),
    holiday('2027-01-01', 'Tahun Baru', { origin: 'import' }),
    holiday('2027-03-10', 'Idulfitri', { origin: 'import' }),
    holiday('2027-03-12', 'Kirab budaya', { origin: 'hand' }),
  ],
  special: [{ on: '2027-03-13', name: 'Pengganti', hours: ['07.30-12.00'], origin: 'import' }],
})

const file = (...rows: [list: FileRow['list'], row: Record<string, unknown>][]): FileRow[] =>
  rows.map(([list, row], at) => ({ line: at + 2, list, row }))

const plan = (...rows: Parameters<typeof file>) => planImport(calendar, file(...rows))
const told = (it: ReturnType<typeof planImport>) => it.lines.map(({ state, key }) => `${state} ${key}`)

describe('a file of holidays', () => {
  const it = plan(
    ['holidays', holiday('2027-01-01', 'Tahun Baru')],
    ['holidays', holiday('2027-03-11', 'Idulfitri hari kedua')],
    ['holidays', holiday('2027-03-12', 'Cuti bersama Idulfitri', { kind: 'collective-leave' })],
    ['holidays', holiday('2027-02-30', 'Salah')],
    ['holidays', holiday('2027-08-17', '')],
    ['holidays', holiday('2027-03-11', 'Dua kali')],
  )

  test('says line by line what is new, as it is, removed and refused', () => {
    expect(told(it)).toEqual([
      'refused 2027-02-30',
      'refused 2027-03-11',
      'refused 2027-03-12',
      'refused 2027-08-17',
      'same 2027-01-01',
      'removed 2027-03-10',
      'new 2027-03-11',
    ])
  })

  test('says why a line is refused', () => {
    expect(it.lines.slice(0, 4).map((one) => one.why[0]?.en)).toEqual([
      'There is no such day; a day is written YYYY-MM-DD.',
      'Stands in an earlier line of this file already.',
      'This day was entered by hand, so it is not replaced. Remove that entry first if the file is right.',
      'This must not be empty.',
    ])
  })

  test('makes a calendar in which what was made by hand and other years stand as they were', () => {
    expect(it.calendar.holidays.map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2026-12-24 Cuti bersama Natal',
      '2026-12-25 Natal',
      '2027-01-01 Tahun Baru',
      '2027-03-11 Idulfitri hari kedua',
      '2027-03-12 Kirab budaya',
    ])
    expect(it.calendar.special).toEqual(calendar.special)
  })

  test('tells only what really changes', () => {
    expect(it.changes).toMatchObject([
      { before: { on: '2027-03-10' }, after: null },
      { before: null, after: { on: '2027-03-11', origin: 'import' } },
    ])
  })
})

test('what an import brought is replaced by the next one of that year', () => {
  const it = plan(['holidays', holiday('2026-12-25', 'Hari Raya Natal')])
  expect(told(it)).toEqual(['removed 2026-12-24', 'changed 2026-12-25'])
  expect(it.calendar.holidays.filter((one) => one.on.startsWith('2026'))).toEqual([
    holiday('2026-12-25', 'Hari Raya Natal', { origin: 'import' }),
  ])
})

test('a file of which every line is refused removes nothing', () => {
  const it = plan(['holidays', holiday('2027-03-12', 'Lain')], ['holidays', holiday('2027', 'Salah')])
  expect(it.changes).toEqual([])
  expect(it.calendar).toEqual(calendar)
})

test('periods are added or changed by their names, and never removed', () => {
  const ramadan = { label: 'Ramadan 1448 H', from: '2027-02-08', to: '2027-03-09', week: { monday: ['08.00-12.00'] } }
  const it = plan(['periods', ramadan], ['periods', { ...officeData.periods[1], to: '2026-03-19' }])
  expect(told(it)).toEqual(['changed Ramadan 1447 H', 'new Ramadan 1448 H'])
  expect(it.calendar.periods.map((one) => one.label)).toEqual(['Hari kerja biasa', 'Ramadan 1447 H', 'Ramadan 1448 H'])
})

test('a calendar brought in again changes nothing', () => {
  const rows = (['holidays', 'special', 'periods'] as const).flatMap((list) =>
    calendar[list].map(({ origin: _, ...row }, at): FileRow => ({ line: at + 1, list, row })),
  )
  expect(planImport(calendar, rows).changes).toEqual([])
})
