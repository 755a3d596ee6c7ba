import { expect, test } from 'vitest'
import { fillNumberPattern } from './number-pattern.ts'

test.each([
  ['500.12/{seq}/DINKOMINFO/{romanMonth}/{year}', 11, '500.12/{seq}/DINKOMINFO/XI/2026'],
  ['MIPP/{year}/{seq4}', 1, 'MIPP/2026/{seq4}'],
  ['{seq}/{month}/{year}/{year}', 3, '{seq}/03/2026/2026'],
  ['{romanMonth}', 9, 'IX'],
  ['{lain}', 9, '{lain}'],
])('a number pattern takes the day into "%s" and leaves the number for the commit', (pattern, month, filled) => {
  expect(fillNumberPattern(pattern, { year: 2026, month })).toBe(filled)
})
