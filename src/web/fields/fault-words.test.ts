// What the summary at the head of a form says about a fault: which field, row and column it means.
import { describe, expect, test } from 'vitest'
import { fieldGroup } from '../../core/procedure/field-schema.ts'
import { sentence } from '../../core/sentence.ts'
import { faultsByControl, shownFaults } from './fault-words.ts'

const form = [
  fieldGroup.parse({
    group: 'jalur',
    label: 'Jalur',
    fields: [
      { field: 'panjang', type: 'number', label: { id: 'Panjang rute', en: 'Length of the route' } },
      { field: 'setuju', type: 'consent', label: { id: 'Data ini benar.', en: 'This is true.' } },
      { field: 'pj', type: 'person', label: { id: 'Penanggung jawab', en: 'Person in charge' } },
      {
        field: 'tiang',
        type: 'table',
        label: { id: 'Tiang', en: 'Poles' },
        columns: [
          { column: 'nama', label: { id: 'Nama tiang', en: 'Name' } },
          { column: 'tinggi', label: { id: 'Tinggi', en: 'Height' } },
        ],
      },
    ],
  }),
]

describe('In the summary', () => {
  test.each([
    ['panjang', 'Tulis angka.', 'Panjang rute: Tulis angka.'],
    ['panjang', 'Panjang rute belum diisi.', 'Panjang rute belum diisi.'],
    ['setuju', 'Beri tanda setuju.', 'Data ini benar: Beri tanda setuju.'],
    ['pj.telepon', 'Tulis nomor telepon.', 'Penanggung jawab, Telepon: Tulis nomor telepon.'],
    ['pj.nama', 'Nama penanggung jawab belum diisi.', 'Nama penanggung jawab belum diisi.'],
    ['tiang', 'Paling banyak 3 baris.', 'Tiang: Paling banyak 3 baris.'],
    ['tiang.1.tinggi', 'Tulis angka.', 'Tiang, baris 2, Tinggi: Tulis angka.'],
    ['tiang.0.nama', 'Nama tiang belum diisi.', 'Tiang, baris 1: Nama tiang belum diisi.'],
    ['note', 'Tulis catatan.', 'Tulis catatan.'],
  ])('a fault of %s says once what it means: %s', (field, said, shown) => {
    expect(shownFaults({ form }, [{ field, sentence: sentence(said, said) }], 'id')).toEqual([
      { name: field, message: shown },
    ])
  })

  test('the row and the column are named in the language of the reader', () => {
    const faults = [{ field: 'tiang.1.tinggi', sentence: sentence('Tulis angka.', 'Write a number.') }]
    expect(shownFaults({ form }, faults, 'en')[0]?.message).toBe('Poles, row 2, Height: Write a number.')
  })

  test('only there: beside its field the sentence stands alone', () => {
    const faults = [{ field: 'panjang', sentence: sentence('Tulis angka.', 'Write a number.') }]
    expect(faultsByControl(faults, 'id')).toEqual({ panjang: 'Tulis angka.' })
  })
})
