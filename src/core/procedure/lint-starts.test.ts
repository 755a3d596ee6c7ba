// What the linter says about the beginning of a procedure.
import { expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const file = (starts: string, first = 'pemohon', more = ''): string => `procedure: contoh
edition: '1'
title: Contoh
starts: ${starts}
actors:
  pemohon: { label: Pemohon, is: applicant }
  petugas: { label: Petugas, post: petugas }
form: [{ group: isian, label: Isian, fields: [{ field: url, type: url, label: Alamat }] }]
steps:
  - { step: ajukan, actor: ${first}, act: submit, activity: Mengajukan, makes: [aduan] }
  - { step: buat, actor: petugas, act: do, activity: Membuat, time: 1 jam, needs: [aduan], makes: [hasil] }
${more}`

const errors = (source: string): string[] =>
  lintProcedure(source)
    .filter((fault) => fault.severity === 'error')
    .map(({ line, sentence }) => `${line}: ${sentence.id}`)

test.each([
  ['an account', '[{ by: client }]', 'pemohon'],
  ['anybody or a post', '[{ by: public }, { by: post }]', '[pemohon, petugas]'],
  ['a rule of the calendar', "[{ by: schedule, rule: 'FREQ=YEARLY', form: { url: 'https://{key}/' } }]", 'petugas'],
  ['a probe', '[{ by: monitor, probe: site-down, register: subdomain, every: 1 jam }]', 'petugas'],
])('a dossier may begin by %s', (_, starts, first) => {
  expect(errors(file(starts, first))).toEqual([])
})

test.each([
  ['an applicant who is not in the first step', '[{ by: client }]', 'petugas', 'memerlukan pemohon'],
  ['a post where only the applicant stands', '[{ by: post }]', 'pemohon', 'memerlukan jabatan'],
  ['a rule that nobody can read', '[{ by: schedule, rule: setiap tahun }]', 'petugas', 'tidak terbaca'],
  [
    'a probe that looks too often',
    '[{ by: monitor, probe: site-down, register: hosting, every: 1 menit }]',
    'petugas',
    'paling cepat 5 menit',
  ],
  [
    'a probe for words that has none',
    '[{ by: monitor, probe: site-words, register: hosting, every: 1 jam }]',
    'petugas',
    'memerlukan "words"',
  ],
  ['the same way twice', '[{ by: client }, { by: client }]', 'pemohon', 'ditulis dua kali'],
  [
    'a rule that fills an unknown field',
    "[{ by: schedule, rule: 'FREQ=YEARLY', form: { nama: x } }]",
    'petugas',
    'Isian "nama"',
  ],
])('says why not: %s', (_, starts, first, says) => {
  expect(errors(file(starts, first))).toEqual([expect.stringMatching(new RegExp(`^4: .*${says}`))])
})

test('nobody without an account is waited for', () => {
  const source = file(
    '[{ by: public }]',
    'pemohon',
    '  - { step: terima, actor: pemohon, act: receive, activity: Menerima, needs: [hasil] }\n',
  )
  expect(errors(source)).toEqual([expect.stringContaining('menunggu pemohon yang tidak dapat masuk')])
})
