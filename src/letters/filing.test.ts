// The code and the grade that the text of a kind of letter brings to its letters.
import { expect, test } from 'vitest'
import { filingOf, securityLine } from './filing.ts'

const text = (front: string) => `---\nletter: undangan\ntitle: Undangan\n${front}---\nIsi.\n`

test.each([
  ['', { classification: undefined, security: 'biasa' }],
  ["classification: '005'\nsecurity: Sangat Rahasia\n", { classification: '005', security: 'sangat-rahasia' }],
  ['security: Segera\n', { classification: undefined, security: undefined }],
])('are read where they are said: %s', (front, filed) => {
  expect(filingOf(text(front))).toEqual(filed)
})

test('are nothing where the text cannot be read', () => {
  expect(filingOf('tanpa kepala')).toEqual({})
})

test.each([
  ['Biasa', 'biasa', 'Biasa'],
  ['Biasa', 'sangat-rahasia', 'Sangat Rahasia'],
  ['Rahasia', 'biasa', 'Biasa'],
  ['Segera', 'biasa', 'Segera'],
  ['Segera', 'rahasia', 'Rahasia, Segera'],
] as const)('a text that says %s, of a letter that is %s, has the line Sifat: %s', (line, security, printed) => {
  expect(securityLine(line, security)).toBe(printed)
})
