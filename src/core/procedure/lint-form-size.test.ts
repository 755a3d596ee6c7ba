// A form that no server would take when it is full is found before anybody fills it in.
import { expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'
import { MOST_CONTROLS } from './lint-form-size.ts'

const file = (rows: number): string => `
procedure: pendataan
edition: '1'
title: Pendataan
actors:
  pemohon: { label: Pemohon, is: applicant }
  loket: { label: Loket, post: loket }
form:
  - group: isian
    label: Isian
    fields:
      - { field: isi, type: text, label: Isi }
  - group: data
    label: Data
    at: data
    fields:
      - { field: daftar, type: table, label: Daftar, rows: ${rows}, columns: [{ column: nama, label: Nama }, { column: unit, label: Unit }] }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [aduan] }
  - { step: data, actor: loket, act: do, activity: Mendata, needs: [aduan], time: 5 menit }
`

const errors = (source: string) => lintProcedure(source).filter(({ severity }) => severity === 'error')

test('a table whose rows can all be sent at once is fine', () => {
  expect(errors(file(MOST_CONTROLS / 2))).toEqual([])
})

test('one that can grow beyond is told with its place and what to do', () => {
  const [fault, ...more] = errors(file(MOST_CONTROLS / 2 + 1))
  expect(more).toEqual([])
  expect(fault).toMatchObject({ line: 13 })
  expect(fault?.sentence.id).toContain('"data" dapat mencapai 1002 kotak')
  expect(fault?.sentence.id).toContain('Kurangi baris tabel')
})
