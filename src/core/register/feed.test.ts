import { describe, expect, test } from 'vitest'
import { DESK, waitingAt } from '../dossier/office.fixture.ts'
import { procedureFrom, trialOf } from '../dossier/trial.fixture.ts'
import { submitWith } from '../dossier/walk.fixture.ts'

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

  test('takes the rows of a table one by one, each by its own columns, and what the form says of all of them', () => {
    const procedure = procedureFrom(`
procedure: akses
edition: '1'
title: Akses
actors: { pemohon: { label: P, is: applicant }, staf: { label: S, post: staf } }
form:
  - group: isian
    label: Isian
    fields:
      - { field: ruang, type: text, label: Ruang }
      - field: orang
        type: table
        label: Orang
        columns:
          - { column: nama, label: Nama, required: true }
          - { column: tindakan, label: Tindakan, type: choice, options: [{ value: beri, label: Beri }, { value: cabut, label: Cabut }] }
steps: [{ step: ajukan, actor: pemohon, act: submit, activity: A }, { step: buat, actor: staf, act: do, activity: B }]
registers:
  - { register: akses, each: orang, key: nama, columns: [tindakan, ruang], retireWhen: { field: tindakan, is: cabut } }
`)
    const trial = trialOf(procedure, { posts: ['staf'] })
    const orang = [
      { nama: 'Petugas A', tindakan: 'beri' },
      { nama: 'Petugas B', tindakan: 'cabut' },
    ]
    submitWith(trial, { ruang: 'Server', orang })
    trial.finish('buat')
    expect(trial.dossier().items).toEqual([
      { register: 'akses', key: 'Petugas A', columns: { tindakan: 'beri', ruang: 'Server' }, retired: false },
      { register: 'akses', key: 'Petugas B', columns: { tindakan: 'cabut', ruang: 'Server' }, retired: true },
    ])
  })

  test('is an entry under its own number in a book of what happened', () => {
    const trial = waitingAt('end', `${DESK}registers:\n  - { register: buku, key: nomor-berkas, columns: [jenis] }\n`)
    const { items, number } = trial.dossier()
    expect(items.map(({ key, columns }) => [key, columns])).toEqual([[number, { jenis: 'hosting' }]])
    expect(number).not.toBe('')
  })

  test('leaves out what has no name', () => {
    expect(fedBy('  - { register: situs, key: alamat, columns: [] }\n')).toEqual([])
  })
})
