// `mipp clock due` on the calendars of the catalogue.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Calendar } from '../../core/clock/calendar.ts'
import { workingDay } from '../../core/clock/working-day.ts'
import { calendarOfAgency } from '../calendar-file.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import { clockDue } from './clock-due.ts'

const run = async (args: string[], env: Record<string, string> = {}) => {
  const out: string[] = []
  const err: string[] = []
  // Some folder inside the project: the command finds the catalogue from there.
  const io = { out: (it: string) => out.push(it), err: (it: string) => err.push(it), env, cwd: import.meta.dirname }
  const code = await clockDue.run(args, io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const ask = (from: string, time: string, ...more: string[]) => [
  '--agency',
  'demak',
  '--from',
  from,
  '--time',
  time,
  ...more,
]

describe('asking for a due date', () => {
  test('as data, with the offset of the agency', async () => {
    const { code, out, err } = await run(ask('2026-11-20T15:30', '2 jam', '--json'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      due: '2026-11-23T08:30:00+07:00',
      workingMinutes: 120,
      segments: [
        { from: '2026-11-20T15:30:00+07:00', to: '2026-11-20T16:30:00+07:00', minutes: 60 },
        { from: '2026-11-23T07:30:00+07:00', to: '2026-11-23T08:30:00+07:00', minutes: 60 },
      ],
      skipped: [
        { on: '2026-11-21', name: 'Sabtu' },
        { on: '2026-11-22', name: 'Minggu' },
      ],
    })
  })

  test('a moment with its own offset means the same everywhere', async () => {
    const { out } = await run(ask('2026-11-20T08:30:00Z', '2 jam', '--json'))
    expect(JSON.parse(out)).toMatchObject({ due: '2026-11-23T08:30:00+07:00' })
  })

  test('in words, with the names of the days skipped', async () => {
    const { code, out } = await run(ask('2026-03-17T14:00', '2 jam'))
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 8)).toEqual([
      'Batas waktu : 25 Maret 2026 08.30 WIB',
      'Dihitung    : 2 jam sejak 17 Maret 2026 14.00 WIB',
      'Jam kerja   : 2 jam',
      '  17 Maret 2026 14.00 WIB - 17 Maret 2026 15.00 WIB: 1 jam',
      '  25 Maret 2026 07.30 WIB - 25 Maret 2026 08.30 WIB: 1 jam',
      'Dilewati    :',
      '  Rabu, 18 Maret 2026: Cuti bersama Nyepi',
      '  Kamis, 19 Maret 2026: Hari Suci Nyepi',
    ])
  })
})

describe('a time that was paused', () => {
  const overWeekend = ['--paused', '2026-11-20T16:00/2026-11-23T10:00']

  test('goes on with what was left', async () => {
    const { out } = await run(ask('2026-11-20T15:00', '2 jam', '--json', ...overWeekend))
    expect(JSON.parse(out)).toMatchObject({
      due: '2026-11-23T11:00:00+07:00',
      workingMinutes: 120,
      pauses: [
        {
          from: '2026-11-20T16:00:00+07:00',
          to: '2026-11-23T10:00:00+07:00',
          dueBefore: '2026-11-23T08:00:00+07:00',
          keptMinutes: 60,
          dueAfter: '2026-11-23T11:00:00+07:00',
        },
      ],
    })
  })

  test('says so in words', async () => {
    const { out } = await run(ask('2026-11-20T15:00', '2 jam', ...overWeekend))
    expect(out).toContain('  20 November 2026 16.00 WIB - 23 November 2026 10.00 WIB: sisa 1 jam dikembalikan')
  })

  test('more than once, in any order, and is still waiting in the last', async () => {
    const twice = ['--paused', '2026-11-23T09:00/', ...overWeekend.with(1, '2026-11-20T16:00/2026-11-23T08:00')]
    const { out } = await run(ask('2026-11-20T15:00', '4 jam', '--json', ...twice))
    expect(JSON.parse(out)).toMatchObject({ due: null, pauses: [{ keptMinutes: 180 }, { keptMinutes: 120 }] })
  })

  test.each([
    ['no end is named', ['2026-11-20T16:00']],
    ['the end comes before the beginning', ['2026-11-20T16:00/2026-11-20T15:00']],
    ['a moment cannot be read', ['kemarin/besok']],
    ['two overlap', ['2026-11-20T10:00/2026-11-20T12:00', '2026-11-20T11:00/2026-11-20T13:00']],
    ['an open one is not the last', ['2026-11-20T10:00/', '2026-11-20T11:00/2026-11-20T13:00']],
  ])('is refused in a sentence when %s', async (_title, pauses) => {
    const { code, err } = await run(ask('2026-11-20T09:00', '1 jam', ...pauses.flatMap((it) => ['--paused', it])))
    expect(code).toBe(2)
    expect(err).toMatch(/is not FROM\/TO|must not overlap/)
  })
})

describe('a further calendar of the agency', () => {
  test('counts its own hours, and the holidays of the office', async () => {
    const { out } = await run(ask('2026-12-23T14:30', '2 jam', '--calendar', 'helpdesk', '--json'))
    // Wednesday closes at 15.00; 24 and 25 are days off of the office; Saturday opens at 07.30.
    expect(JSON.parse(out)).toMatchObject({
      due: '2026-12-26T09:00:00+07:00',
      skipped: [
        { on: '2026-12-24', name: 'Cuti bersama Natal' },
        { on: '2026-12-25', name: 'Hari Raya Natal' },
      ],
    })
  })

  test('that is not there is refused in a sentence', async () => {
    const { code, err } = await run(ask('2026-11-20', '1 jam', '--calendar', 'malam'))
    expect(code).toBe(1)
    expect(err).toContain('There is no calendar "malam"')
  })
})

describe('what is refused or used wrongly', () => {
  test.each<[string, string[], string]>([
    [
      'an unknown agency',
      ['--agency', 'semarang', '--from', '2026-11-20', '--time', '1 jam'],
      'The catalogue has no agency "semarang".',
    ],
    [
      'an agency that is a path',
      ['--agency', '../demak', '--from', '2026-11-20', '--time', '1 jam'],
      'The catalogue has no agency "../demak".',
    ],
    ['an unreadable time', ask('2026-11-20', 'sebentar'), 'The time "sebentar" cannot be read'],
    ['a time that sets no limit', ask('2026-11-20', 'tentative'), 'The time "tentative" sets no limit.'],
  ])('%s is refused in a sentence', async (_title, args, sentence) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(sentence)
  })

  test.each<[string, string[]]>([
    ['nothing', []],
    ['no time', ['--agency', 'demak', '--from', '2026-11-20']],
    ['an unknown option', ask('2026-11-20', '1 jam', '--istirahat', '2026-11-21')],
    ['a word too many', ask('2026-11-20', '1 jam', 'cepat')],
    ['a start that is no moment', ask('besok', '1 jam')],
  ])('%s is wrong use and shows the right one', async (_title, args) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('mipp clock due --agency A --from ISO')
  })
})

describe('another catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mipp-catalogue-'))
  const calendars = {
    salah: 'zone: Asia/Demak\nperiods: [{ label: Biasa, week: { monday: [7-12] } }]\n',
    rusak: 'zone: [\n',
    habis: 'zone: Asia/Makassar\nperiods: [{ label: Lama, to: 2020-12-31, week: { monday: [07.30-12.00] } }]\n',
  }
  for (const [agency, text] of Object.entries(calendars)) {
    mkdirSync(join(folder, agency))
    writeFileSync(join(folder, agency, 'calendar.yaml'), text)
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  const askThere = (agency: string) =>
    run(['--agency', agency, '--from', '2026-11-20', '--time', '1 jam'], { MIPP_CATALOGUE: folder })

  test('a faulty calendar is refused with every fault', async () => {
    const { code, err } = await askThere('salah')
    expect(code).toBe(1)
    expect(err).toContain('zone: Bukan zona waktu')
    expect(err).toContain('periods.0.week.monday.0: Jam kerja ditulis seperti 07.30-12.00.')
  })

  test('a file that is no YAML is refused with its line', async () => {
    expect(await askThere('rusak')).toMatchObject({ code: 1, err: expect.stringContaining('Not valid YAML') })
  })

  test('a calendar without working time ahead is refused in a sentence', async () => {
    const { code, err } = await askThere('habis')
    expect(code).toBe(1)
    expect(err).toContain('tidak memuat jam kerja dalam dua tahun setelah 2026-11-20')
  })

  test('stands under MIPP_ROOT when that is given', () => {
    expect(catalogueFolder({ env: { MIPP_ROOT: '/srv/mipp' }, cwd: '/' })).toBe('/srv/mipp/catalogue')
  })
})

describe('the calendars of the catalogue', () => {
  const read = async (agency: string): Promise<Calendar> => {
    const reading = await calendarOfAgency(catalogueFolder({ env: {}, cwd: import.meta.dirname }), agency)
    if (!reading?.ok) throw new Error(JSON.stringify(reading))
    return reading.calendar
  }

  const workingDays = (calendar: Calendar, year: number): number => {
    let count = 0
    for (
      let day = workingDay(calendar, `${year}-01-01`);
      day.on <= `${year}-12-31`;
      day = workingDay(calendar, day.next)
    )
      if (!day.off) count += 1
    return count
  }

  test.each(['demak', 'tulungagung'])('%s works 240 days in 2026 and 242 in 2027', async (agency) => {
    const calendar = await read(agency)
    expect([workingDays(calendar, 2026), workingDays(calendar, 2027)]).toEqual([240, 242])
  })

  test('every holiday names its decree', async () => {
    const { holidays } = await read('demak')
    expect(holidays.filter((it) => !it.decree?.startsWith('SKB 3 Menteri'))).toEqual([])
  })
})
