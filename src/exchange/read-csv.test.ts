import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRow } from '../web/request/csv.ts'
import { readCsv } from './read-csv.ts'

describe('a table is read as a spreadsheet saved it', () => {
  test.each<[string, string, string[][]]>([
    [
      'with semicolons',
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with commas in quoted headings',
      '"a,b,c";d\n1;2',
      [
        ['a,b,c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'with a mark of its byte order',
      '\uFEFFa;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with a line that names the separator',
      'sep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with quotes and line ends in cells',
      'a;b\n"x ""y""";"p\nq"\n',
      [
        ['a', 'b'],
        ['x "y"', 'p\nq'],
      ],
    ],
    ['with a formula made harmless', "a\n'=1+1\n", [['a'], ['=1+1']]],
    [
      'with empty lines and lines of separators',
      'a;b\n\n;\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['with a quote that never closes', 'a;b\n"1;2', [['a', 'b'], ['1;2']]],
    ['with nothing in it', '', []],
  ])('%s', (_, text, rows) => {
    expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows)
  })

  test('and each row knows its line in the file', () => {
    expect(readCsv('a;b\n"x\ny";1\n\nz;2').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('and what was written comes back, whatever stood in it', () => {
    const cell = fc
      .string()
      .map((text) => text.trim())
      .filter((text) => !/^'[\s\u00a0]*[=+\-@]/.test(text) && text === text.trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = [['judul', 'isi'], ...rows].map(csvRow).join('')
        const written = rows.filter((row) => row.some((one) => one !== ''))
        expect(
          readCsv(text)
            .slice(1)
            .map(({ cells }) => cells),
        ).toEqual(written)
      }),
    )
  })
})
