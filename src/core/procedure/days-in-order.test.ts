// Days of a form that have to lie on one side of each other, or of today.
import { describe, expect, test } from 'vitest'
import { procedureFrom } from '../dossier/trial.fixture.ts'
import { type Form, formFaults } from './form.ts'
import { lintProcedure } from './lint.ts'

const file = (first: string): string => `procedure: kegiatan
edition: '1'
title: Kegiatan
actors: { opd: { label: OPD, is: applicant }, staf: { label: Staf, post: staf } }
form:
  - group: isian
    label: Isian
    fields:
      - { field: surat, type: date, label: Tanggal surat, notAfter: ${first} }
      - { field: mulai, type: date, label: Tanggal mulai, notBefore: surat }
      - { field: selesai, type: date, label: Tanggal selesai, notBefore: mulai }
steps:
  - { step: ajukan, actor: opd, act: submit, activity: Mengajukan, makes: [surat] }
  - { step: kerja, actor: staf, act: do, activity: Mengerjakan, needs: [surat], makes: [hasil] }
remarks: [{ step: kerja, says: Hasil tidak dipakai langkah lain }]
`

const PROCEDURE = procedureFrom(file('hari-ini'))
const says = (form: Form, today?: string): string[] =>
  formFaults(PROCEDURE, form, { zone: 'kab.go.id', reserved: [], ...(today ? { today } : {}) }).map(
    (one) => one.sentence.id,
  )

describe('days in order', () => {
  test('may be the same day, and are not judged where the other one is empty', () => {
    expect(says({ surat: '2026-11-20', mulai: '2026-11-20', selesai: '2026-11-20' }, '2026-11-20')).toEqual([])
    expect(says({ selesai: '2020-01-01' }, '2026-11-20')).toEqual([])
    expect(says({ surat: '2031-01-01' })).toEqual([])
  })

  test('that are not in order are told with both names', () => {
    expect(says({ mulai: '2027-02-01', selesai: '2027-01-01' })).toEqual([
      'Tanggal selesai tidak boleh sebelum tanggal mulai.',
    ])
    expect(says({ surat: '2026-11-21' }, '2026-11-20')).toEqual(['Tanggal surat tidak boleh sesudah hari ini.'])
  })

  test('have to name a field of a date, or today', () => {
    expect(lintProcedure(file('hari-ini')).filter((one) => one.severity === 'error')).toEqual([])
    const [fault] = lintProcedure(file('kemarin')).filter((one) => one.severity === 'error')
    expect([fault?.line, fault?.sentence.id]).toEqual([9, expect.stringContaining('bukan isian tanggal')])
  })
})
