import { describe, expect, test } from 'vitest'
import { classificationsSchema } from '../paper/classification.ts'
import { codesByProcedure, retentionState, rulesOn } from './retention.ts'

const LIST = classificationsSchema.parse([
  { code: '500.12.2', title: 'Domain', active: 2, inactive: 3, fate: 'musnah', procedures: ['subdomain-hosting'] },
  { code: '500.12.3', title: 'Jaringan', active: 1, inactive: 4, fate: 'permanen' },
  { code: '500.12.5', title: 'SPBE', active: 0, inactive: 1, fate: 'dinilai-kembali' },
  { code: '000.1', title: 'Tanpa jadwal' },
])
const on = (today: string) => rulesOn(LIST, today, 'Asia/Jakarta')
const stateOf = (today: string, endedAt: string, code = '500.12.2', isHeld = false) =>
  retentionState({ endedAt, rule: on(today).find((one) => one.code === code), isHeld })

/** Half past eight in the morning of 1 March 2020 in Jakarta. */
const ENDED = '2020-03-01T01:30:00.000Z'

describe('An ended dossier', () => {
  test('is active for its years, inactive for the next, and due on the very day after', () => {
    expect(stateOf('2022-02-28', ENDED)).toBe('active')
    expect(stateOf('2022-03-01', ENDED)).toBe('inactive')
    expect(stateOf('2025-02-28', ENDED)).toBe('inactive')
    expect(stateOf('2025-03-01', ENDED)).toBe('due')
  })

  test('counts by the days of the office, not of Greenwich', () => {
    const lateAtNight = '2020-02-29T17:30:00.000Z'
    expect(stateOf('2025-02-28', lateAtNight)).toBe('inactive')
    expect(stateOf('2025-03-01', lateAtNight)).toBe('due')
  })

  test('that ended on a leap day is kept to the end of February', () => {
    expect(stateOf('2025-02-27', '2020-02-29T02:00:00.000Z')).toBe('inactive')
    expect(stateOf('2025-03-01', '2020-02-29T02:00:00.000Z')).toBe('due')
  })

  test('is never due where its fate is the archive, a review, a hold, or unknown', () => {
    expect(stateOf('2099-01-01', ENDED, '500.12.3')).toBe('permanent')
    expect(stateOf('2099-01-01', ENDED, '500.12.5')).toBe('review')
    expect(stateOf('2099-01-01', ENDED, '500.12.2', true)).toBe('held')
    expect(stateOf('2099-01-01', ENDED, '000.1')).toBe('unclassified')
    expect(stateOf('2099-01-01', ENDED, '999')).toBe('unclassified')
  })
})

test('a procedure has the code that names it', () => {
  expect(codesByProcedure(LIST)).toEqual({ 'subdomain-hosting': '500.12.2' })
})

test('a schedule says all of its years and its fate, or nothing', () => {
  const half = [{ code: '1', title: 'Setengah', active: 2 }]
  expect(classificationsSchema.safeParse(half).success).toBe(false)
  const twice = [
    { code: '1', title: 'Satu', procedures: ['a'] },
    { code: '2', title: 'Dua', procedures: ['a'] },
  ]
  expect(classificationsSchema.safeParse(twice).success).toBe(false)
})
