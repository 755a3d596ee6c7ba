// A table in a letter: nobody has to guess what a figure in it means.
import { expect, test } from 'vitest'
import { fieldSchema } from '../core/procedure/field-schema.ts'
import { answerOf } from './values.ts'

const places = fieldSchema.parse({
  field: 'lokasi',
  type: 'table',
  label: 'Lokasi',
  columns: [
    { column: 'gedung', label: 'Gedung' },
    { column: 'titik', label: 'Jumlah titik', type: 'number' },
    { column: 'siap', label: 'Siap', type: 'date' },
    {
      column: 'jenis',
      label: 'Jenis',
      type: 'choice',
      options: [
        { value: 'fo', label: 'Fiber optik' },
        { value: 'utp', label: 'UTP' },
      ],
    },
  ],
})

test('one row is one line, with the names of the columns', () => {
  const row = { gedung: 'Balai Desa', titik: '4', siap: '2026-11-20', jenis: 'fo' }
  expect(answerOf(places, { lokasi: [row] })).toBe(
    'Balai Desa; Jumlah titik: 4; Siap: 20 November 2026; Jenis: Fiber optik',
  )
})

test('several rows are numbered, and what was left empty is left out', () => {
  const rows = [{ gedung: 'Balai Desa' }, { gedung: 'Puskesmas', titik: '2' }]
  expect(answerOf(places, { lokasi: rows })).toBe('1. Balai Desa\n2. Puskesmas; Jumlah titik: 2')
})
