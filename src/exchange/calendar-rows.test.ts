// Files of holidays as offices have them.
import { describe, expect, test } from 'vitest'
import { readCalendarFile, readCalendarText } from './calendar-rows.ts'

const rowsOf = (text: string) => {
  const read = readCalendarText(text)
  if (!read.ok) throw new Error(read.reason.en)
  return read.rows
}

const nyepi = { on: '2027-03-08', name: 'Hari Suci Nyepi', kind: 'holiday', decree: 'SKB 3 Menteri' }

describe('a table', () => {
  test.each([
    ['with semicolons', 'tanggal;nama;jenis;keputusan\n2027-03-08;Hari Suci Nyepi;libur;SKB 3 Menteri\n'],
    [
      'with commas, quotes and the lines of Windows',
      'date,name,kind,decree\r\n2027-03-08,"Hari Suci Nyepi",holiday,"SKB 3 Menteri"',
    ],
    [
      'with the dates of a spreadsheet',
      '\uFEFFTanggal\tNama\tJenis\tKeputusan\n8/3/2027\tHari Suci Nyepi\t\tSKB 3 Menteri',
    ],
    [
      'with its columns in another order',
      'keputusan;jenis;nama;tanggal;asal\nSKB 3 Menteri;Libur nasional;Hari Suci Nyepi;08-03-2027;import',
    ],
  ])('%s is read', (_title, text) => {
    expect(rowsOf(text)).toEqual([{ line: 2, list: 'holidays', row: nyepi }])
  })

  test('tells leave, closing and days with hours of their own apart', () => {
    const text = `tanggal;nama;jenis;jam
2027-03-09;Cuti bersama;Cuti Bersama;
2027-03-10;Pindah kantor;tutup;

2027-12-31;Setengah hari;;07:30-12:00
2027-12-18;Pengganti;;"07.30-12.00, 13.00-16.00"`
    expect(rowsOf(text).map(({ line, list, row }) => [line, list, row.kind ?? row.hours])).toEqual([
      [2, 'holidays', 'collective-leave'],
      [3, 'holidays', 'closed'],
      [5, 'special', ['07.30-12.00']],
      [6, 'special', ['07.30-12.00', '13.00-16.00']],
    ])
  })

  test('keeps a quoted line break and a doubled quote, and still counts its lines', () => {
    const rows = rowsOf('tanggal;nama\n2027-01-01;"Tahun ""Baru""\n2027"\n2027-01-02;Lain')
    expect(rows.map(({ line, row }) => [line, row.name])).toEqual([
      [2, 'Tahun "Baru"\n2027'],
      [4, 'Lain'],
    ])
  })

  test('leaves what it does not understand for the judge', () => {
    expect(rowsOf('tanggal;nama;jenis\nbesok;Libur;lainnya')[0]?.row).toEqual({
      on: 'besok',
      name: 'Libur',
      kind: 'lainnya',
    })
  })
})

describe('JSON', () => {
  test('as the calendar is exported is read, without its word about where a row came from', () => {
    const data = { zone: 'Asia/Jakarta', holidays: [{ ...nyepi, origin: 'hand' }], special: [], periods: [] }
    expect(rowsOf(JSON.stringify(data))).toEqual([{ line: 1, list: 'holidays', row: nyepi }])
  })

  test('as a plain list of public sources is read', () => {
    const data = [{ date: '2027-03-08', name: 'Hari Suci Nyepi', is_national_holiday: true }]
    expect(rowsOf(JSON.stringify(data))[0]?.row).toEqual({ on: '2027-03-08', name: 'Hari Suci Nyepi', kind: 'holiday' })
  })

  test.each([['[1, null, "x"]'], ['{"holidays": [1, null]}']])('%s has rows that the judge refuses', (text) => {
    expect(rowsOf(text).every((one) => Object.keys(one.row).length === 0)).toBe(true)
  })
})

test.each([
  ['nothing', '', 'not a single day'],
  ['heads alone', 'tanggal;nama\n', 'not a single day'],
  ['no heads', '2027-01-01;Tahun Baru\n', 'heads of the columns'],
  ['broken JSON', '{"holidays": [', 'begins like JSON'],
  ['too many lines', `tanggal;nama\n${'2027-01-01;x\n'.repeat(2001)}`, 'more than 2000 rows'],
])('%s is refused in a sentence', (_title, text, words) => {
  const read = readCalendarText(text)
  expect(read.ok ? '' : read.reason.en).toContain(words)
})

test('bytes that are no text are refused in a sentence', () => {
  const read = readCalendarFile(Uint8Array.from([0xff, 0xd8, 0x00, 0x10]))
  expect(read.ok ? '' : read.reason.en).toContain('is no text')
})
