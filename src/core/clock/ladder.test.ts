// When word is given of a clock that runs out: cases worked by hand on the calendar of the tests.
import { describe, expect, test } from 'vitest'
import { type Climbed, isBreach, ladderOf, rungMoments } from './ladder.ts'
import { DEFAULT_LADDER, type Ladder, ladderSchema } from './ladder-schema.ts'
import { office, wib } from './office.fixture.ts'

const clockOf = (from: string, due: string, more: Partial<Climbed> = {}): Climbed => ({
  kind: 'step',
  startedAt: wib(from),
  pauses: [],
  dueAt: wib(due),
  ...more,
})

const moments = (clock: Climbed, ladder: Ladder = DEFAULT_LADDER): Record<string, string> =>
  Object.fromEntries(rungMoments(office, ladder, clock).map(({ rung, at }) => [rung.rung, at]))

describe('The ladder without anything special', () => {
  test('two hours on a Monday morning: warned after one and a half, late a minute after the due', () => {
    expect(moments(clockOf('2026-11-16 08.00', '2026-11-16 10.00'))).toEqual({
      peringatan: wib('2026-11-16 09.30'),
      terlewat: wib('2026-11-16 10.01'),
      eskalasi: wib('2026-11-17 10.00'),
      'eskalasi-lanjut': wib('2026-11-19 10.00'),
    })
  })

  test('five minutes: the warning comes with the fourth, never with a part of a minute', () => {
    expect(moments(clockOf('2026-11-16 08.00', '2026-11-16 08.05')).peringatan).toBe(wib('2026-11-16 08.04'))
  })

  test('a limit in days is warned of by its working minutes: three of four days', () => {
    expect(moments(clockOf('2026-11-16 07.30', '2026-11-20 07.30')).peringatan).toBe(wib('2026-11-18 16.00'))
  })
})

describe('The share is counted in working time', () => {
  test('across lunch: two hours from 11.00, the last quarter begins at 13.30', () => {
    expect(moments(clockOf('2026-11-16 11.00', '2026-11-16 14.00')).peringatan).toBe(wib('2026-11-16 13.30'))
  })

  test('across the Friday prayer and the week-end', () => {
    // 4 hours from Friday 15.00: 90 minutes that day, 150 on Monday; 180 are used on Monday at 09.00.
    expect(moments(clockOf('2026-11-20 15.00', '2026-11-23 10.00'))).toEqual({
      peringatan: wib('2026-11-23 09.00'),
      terlewat: wib('2026-11-23 10.01'),
      eskalasi: wib('2026-11-24 10.00'),
      'eskalasi-lanjut': wib('2026-11-26 10.00'),
    })
  })

  test('a start at night counts from the next opening', () => {
    expect(moments(clockOf('2026-11-16 20.00', '2026-11-17 09.30')).peringatan).toBe(wib('2026-11-17 09.00'))
  })

  test('what was waited for elsewhere does not count', () => {
    // 60 minutes before the pause, 60 after it: three quarters are used half an hour after it ended.
    const clock = clockOf('2026-11-16 08.00', '2026-11-18 10.00', {
      pauses: [{ from: wib('2026-11-16 09.00'), to: wib('2026-11-18 09.00') }],
    })
    expect(moments(clock).peringatan).toBe(wib('2026-11-18 09.30'))
  })

  test('a share that is used up when the pause begins is told at that minute', () => {
    const clock = clockOf('2026-11-16 08.00', '2026-11-18 09.30', {
      pauses: [{ from: wib('2026-11-16 09.30'), to: wib('2026-11-18 09.00') }],
    })
    expect(moments(clock).peringatan).toBe(wib('2026-11-16 09.30'))
  })

  test('a pause before the first working minute takes nothing away', () => {
    const clock = clockOf('2026-11-16 06.00', '2026-11-16 10.00', {
      pauses: [{ from: wib('2026-11-16 06.30'), to: wib('2026-11-16 08.00') }],
    })
    expect(moments(clock).peringatan).toBe(wib('2026-11-16 09.30'))
  })
})

describe('After the due the calendar counts', () => {
  test('a due on the day before Christmas leave: the working days after it are Monday and Wednesday', () => {
    expect(moments(clockOf('2026-12-23 08.00', '2026-12-23 10.00'))).toMatchObject({
      eskalasi: wib('2026-12-28 10.00'),
      'eskalasi-lanjut': wib('2026-12-30 10.00'),
    })
  })

  test('a due at closing on Thursday stands at the same hour on Friday, a half day ends it at noon', () => {
    expect(moments(clockOf('2026-11-19 08.00', '2026-11-19 16.00')).eskalasi).toBe(wib('2026-11-20 16.00'))
    expect(moments(clockOf('2026-12-30 08.00', '2026-12-30 16.00')).eskalasi).toBe(wib('2026-12-31 12.00'))
  })

  test('into the hours of Ramadan', () => {
    // Thursday 19 February 2026 is its first day: half past three in the afternoon is after closing there.
    expect(moments(clockOf('2026-02-18 08.00', '2026-02-18 15.30')).eskalasi).toBe(wib('2026-02-19 15.00'))
  })

  test('hours after the due are working hours', () => {
    const ladder = ladderSchema.parse([{ rung: 'segera', at: '2 jam', tell: ['superior'] }])
    expect(moments(clockOf('2026-11-16 08.00', '2026-11-16 15.00'), ladder).segera).toBe(wib('2026-11-17 08.30'))
  })
})

describe('Which ladder', () => {
  const rung = { at: 'due', tell: ['holder'] }

  test('a rung may belong to one kind of clock', () => {
    const ladder = ladderSchema.parse([
      { ...rung, rung: 'langkah', clock: 'step' },
      { ...rung, rung: 'janji', clock: 'promise' },
    ])
    const clock = clockOf('2026-11-16 08.00', '2026-11-16 10.00')
    expect(Object.keys(moments(clock, ladder))).toEqual(['langkah'])
    expect(Object.keys(moments({ ...clock, kind: 'promise' }, ladder))).toEqual(['janji'])
  })

  test('rungs come in the order of time, whatever the order in the file', () => {
    const ladder = [...DEFAULT_LADDER].reverse()
    const names = rungMoments(office, ladder, clockOf('2026-11-16 08.00', '2026-11-16 10.00'))
    expect(names.map((one) => one.rung.rung)).toEqual(['peringatan', 'terlewat', 'eskalasi', 'eskalasi-lanjut'])
  })

  test('a procedure with a ladder of its own climbs that one, also an empty one', () => {
    expect(ladderOf(DEFAULT_LADDER, {})).toBe(DEFAULT_LADDER)
    expect(ladderOf(DEFAULT_LADDER, { ladder: [] })).toEqual([])
  })

  test('a share warns; the due and what follows it are a breach', () => {
    expect(DEFAULT_LADDER.map(isBreach)).toEqual([false, true, true, true])
  })

  test.each(['0%', '100%', 'besok', '', '-1 hari', '75'])('"%s" is no moment', (at) => {
    expect(ladderSchema.safeParse([{ ...rung, rung: 'x', at }]).success).toBe(false)
  })

  test('two rungs of one name are refused', () => {
    expect(
      ladderSchema.safeParse([
        { ...rung, rung: 'x' },
        { ...rung, rung: 'x' },
      ]).success,
    ).toBe(false)
  })
})
