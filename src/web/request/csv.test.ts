import { expect, test } from 'vitest'
import { csvRow } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+62 291', "'+62 291"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =HYPERLINK("x")', `"' =HYPERLINK(""x"")"`],
  ['\t=1', "'\t=1"],
  ['a;b', '"a;b"'],
  ['dua\nbaris', '"dua\nbaris"'],
  ['arsip.demakkab.go.id', 'arsip.demakkab.go.id'],
  ['', ''],
])('what stands in a cell is text in every spreadsheet: %j', (text, cell) => {
  expect(csvRow([text, 'x'])).toBe(`${cell};x\r\n`)
})
