import { describe, expect, test } from 'vitest'
import { DESK, waitingAt } from '../dossier/office.fixture.ts'

const fedBy = (registers: string) =>
  waitingAt('end', `${DESK}registers:\n${registers}`)
    .dossier()
    .items.map(({ register, key, columns, retired }) => [register, key, columns, retired])

describe('a finished dossier', () => {
  test('feeds the registers whose condition holds, by the answers of its form', () => {
    expect(
      fedBy(`  - { register: situs, key: nama, columns: [jenis, kontak, alamat] }
  - { register: alamat, key: nama, columns: [alamat], when: { field: jenis, is: alamat } }
`),
    ).toEqual([
      [
        'situs',
        'arsip.demakkab.go.id',
        {
          jenis: 'hosting',
          kontak: 'Pengelola Laman, Pengelola, laman@arsip.example, 0291 000000',
          alamat: '',
        },
        false,
      ],
    ])
  })

  test('retires what its request takes away', () => {
    expect(
      fedBy('  - { register: situs, key: nama, columns: [], retireWhen: { field: jenis, is: hosting } }\n'),
    ).toEqual([['situs', 'arsip.demakkab.go.id', {}, true]])
  })

  test('writes a thing into a register once, by the last rule that says so', () => {
    expect(
      fedBy(`  - { register: situs, key: nama, columns: [] }
  - { register: situs, key: nama, columns: [jenis], when: { field: jenis, is: hosting } }
`),
    ).toEqual([['situs', 'arsip.demakkab.go.id', { jenis: 'hosting' }, false]])
  })

  test('leaves out what has no name', () => {
    expect(fedBy('  - { register: situs, key: alamat, columns: [] }\n')).toEqual([])
  })
})
