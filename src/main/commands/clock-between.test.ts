// `mipp clock between` on the calendars of the catalogue.
import { describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'

const ask = (from: string, to: string, ...more: string[]) =>
  mipp(['clock', 'between', '--agency', 'demak', '--from', from, '--to', to, ...more], {})

describe('asking for the working time between two moments', () => {
  test.each([
    ['a whole usual week', '2026-11-16', '2026-11-23', 2250],
    ['the week of Idulfitri', '2026-03-16', '2026-03-23', 780],
    ['over a week-end', '2026-11-20T16:00', '2026-11-23T08:00', 60],
    ['backwards', '2026-11-23', '2026-11-20', 0],
  ])('%s', async (_title, from, to, workingMinutes) => {
    const { code, out } = await ask(from, to, '--json')
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, workingMinutes })
  })

  test('says the moments with the offset of the agency', async () => {
    const { out } = await ask('2026-11-20T08:30:00Z', '2026-11-20T16:00', '--json')
    expect(JSON.parse(out)).toEqual({
      from: '2026-11-20T15:30:00+07:00',
      to: '2026-11-20T16:00:00+07:00',
      workingMinutes: 30,
    })
  })

  test('in words', async () => {
    const { out } = await ask('2026-11-20T11:00', '2026-11-20T13:15')
    expect(out).toBe('45 menit: 20 November 2026 11.00 WIB - 20 November 2026 13.15 WIB')
  })

  test('by another calendar of the agency', async () => {
    expect((await ask('2026-11-21', '2026-11-22', '--calendar', 'helpdesk')).out).toMatch(/^5 jam: /)
    expect((await ask('2026-11-21', '2026-11-22')).out).toMatch(/^0 menit: /)
  })

  test.each<[string, string[], string]>([
    ['an unknown calendar', ['--calendar', 'malam'], 'There is no calendar "malam"'],
    ['a path in place of a calendar', ['--calendar', '../calendar'], 'There is no calendar'],
  ])('%s is refused in a sentence', async (_title, more, sentence) => {
    const { code, err } = await ask('2026-11-21', '2026-11-22', ...more)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(sentence) })
  })

  test('an end that is no moment is wrong use and shows the right one', async () => {
    const { code, err } = await ask('2026-11-21', 'besok')
    expect(code).toBe(2)
    expect(err).toContain('--to "besok" is not an ISO moment')
    expect(err).toContain('mipp clock between --agency A')
  })
})
