// The rows of the monitoring form: what is proposed, and in which words planned stands beside actual.
import { expect, test } from 'vitest'
import { type Measured, monitoringRows } from './sop-monitoring.ts'

const measured = (more: Partial<Measured>): Measured => ({
  title: 'Permohonan Subdomain dan Hosting',
  promise: '7 hari',
  finished: 42,
  limited: 42,
  inTime: 41,
  meanMinutes: 1440,
  mostMinutes: 3370,
  ...more,
})

test('most in time goes well; limit and real time stand side by side', () => {
  expect(monitoringRows([measured({})])).toEqual([
    {
      prosedur: 'Permohonan Subdomain dan Hosting',
      baik: '√',
      'tidak-baik': '',
      catatan:
        '42 berkas selesai, 41 dari 42 tepat waktu (98%). Batas 7 hari; nyata rata-rata 24 jam kerja, terlama 56,2 jam kerja.',
      tindakan: '',
    },
  ])
})

test('less than nine in ten does not; the assessor writes what has to be done', () => {
  const [row] = monitoringRows([measured({ finished: 10, limited: 10, inTime: 8, meanMinutes: 48, mostMinutes: 119 })])
  expect(row).toMatchObject({ baik: '', 'tidak-baik': '√', tindakan: '' })
  expect(row?.catatan).toContain('nyata rata-rata 48 menit kerja, terlama 119 menit kerja')
})

test('what nobody used, and what has no limit, is not judged', () => {
  const rows = monitoringRows([
    measured({ finished: 0, limited: 0, inTime: 0 }),
    measured({ promise: null, finished: 3, limited: 0, inTime: 0 }),
  ])
  expect(rows.map((row) => [row.baik, row['tidak-baik']])).toEqual([
    ['', ''],
    ['', ''],
  ])
  expect(rows[0]?.catatan).toBe('Belum ada berkas selesai pada periode ini. Batas 7 hari.')
  expect(rows[1]?.catatan).toContain('3 berkas selesai. Batas waktu tidak tercetak')
})
