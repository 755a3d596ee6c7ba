// What the linter says of the promised time: what lets it pause, and how far it may be extended.
import { expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const file = (policy: string, promise = '3 hari'): string => `procedure: contoh
edition: '1'
title: Contoh
promise: ${promise}
actors:
  pemohon: { label: Pemohon, is: applicant }
  petugas: { label: Petugas, post: petugas }
form: [{ group: isian, label: Isian, fields: [{ field: url, type: url, label: Alamat }] }]
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [aduan] }
  - { step: pesan, actor: petugas, act: do, activity: Menunggu penyedia, needs: [aduan], makes: [hasil] }
  - { step: terima, actor: pemohon, act: receive, activity: Menerima, needs: [hasil], policy: true }
policy:
  ${policy}`

const said = (policy: string, promise?: string): string[] =>
  lintProcedure(file(policy, promise)).map(({ line, severity, sentence }) => `${line} ${severity}: ${sentence.en}`)

test.each([
  ['a pause at a step of the office', 'pauses: [{ step: pesan, for: third-party, label: Penyedia }]'],
  ['a pause at a step of the applicant', 'pauses: [{ step: terima, for: applicant }]'],
  ['an extension', "extension: { most: '2 hari', by: [pesan] }"],
])('%s is sound', (_, policy) => {
  expect(said(policy)).toEqual([])
})

test.each([
  ['an unknown step that pauses', 'pauses: [{ step: lupa, for: applicant }]', 'names a step "lupa"'],
  ['an unknown step that extends', 'extension: { most: 1 hari, by: [lupa] }', 'names a step "lupa"'],
  ['a pause written twice', 'pauses: [{ step: pesan, for: applicant }, { step: pesan, for: third-party }]', 'twice'],
  ['an extension without a length', 'extension: { most: sebentar }', 'cannot be read'],
])('%s is an error at its line', (_, policy, words) => {
  expect(said(policy)).toEqual([expect.stringMatching(new RegExp(`^14 error: .*${words}`))])
})

test('a step of the applicant that is said to wait for a third party is odd', () => {
  expect(said('pauses: [{ step: terima, for: third-party }]')).toEqual([expect.stringContaining('14 warning: ')])
})

test.each([
  ['pause', 'pauses: [{ step: pesan, for: third-party }]'],
  ['extend', 'extension: { most: 1 hari }'],
])('where nothing is promised there is nothing to %s', (verb, policy) => {
  expect(said(policy, '~')).toEqual([expect.stringContaining(`nothing to ${verb}`)])
})
