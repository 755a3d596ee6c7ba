// Forks that come to no end: a strand that always goes back to where it began keeps its join waiting for ever.
import { expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const forked = (strands: string): string => `
procedure: contoh
edition: '1'
title: Contoh
actors:
  pemohon: { label: Pemohon, is: applicant }
  petugas: { label: Petugas, post: petugas }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
  - { step: bagi, actor: petugas, act: do, activity: Membagi, then: [kabar, ukur] }
  - { step: kabar, actor: petugas, act: do, activity: Mengabari, then: temu }
${strands}
  - { step: temu, actor: petugas, act: do, activity: Menemui, join: all, then: end }
`

const errorsOf = (yaml: string): string[] =>
  lintProcedure(yaml).flatMap(({ severity, sentence }) => (severity === 'error' ? [sentence.id] : []))

const question = (ya: string, tidak: string): string => `
  - step: ukur
    actor: petugas
    act: check
    activity: Mengukur
    decides:
      question: Baik?
      exits:
        - { answer: ya, label: Ya, to: ${ya} }
        - { answer: tidak, label: Tidak, to: ${tidak} }`

test('a strand that always goes back to its fork is told', () => {
  const back = '  - { step: ukur, actor: petugas, act: do, activity: Mengukur, then: bagi }'
  expect(errorsOf(forked(back))).toContainEqual(
    'Dari langkah "ukur" akhir tidak dapat dicapai: untaiannya selalu kembali ke percabangan, sehingga penggabungannya menunggu terus.',
  )
})

test('a strand that may go back, or on to the join, is sound', () => {
  expect(errorsOf(forked(question('temu', 'bagi')))).toEqual([])
})

test('a strand that always goes back is told also where another one ends the dossier by itself', () => {
  const yaml = forked('  - { step: ukur, actor: petugas, act: do, activity: Mengukur, then: bagi }')
  expect(errorsOf(yaml.replace('then: temu', 'then: end').replace('join: all, ', ''))).toContainEqual(
    'Untaian "ukur" selalu kembali ke percabangan "bagi": beri jalan ke penggabungan atau ke akhir.',
  )
  expect(errorsOf(forked(question('end', 'bagi')))).toEqual([])
})

test('a fork within a fork is judged by all its strands', () => {
  const inner = `${question('[dalam, temu]', 'bagi')}
  - { step: dalam, actor: petugas, act: do, activity: Mendalami, then: ukur }`
  expect(errorsOf(forked(inner)).join()).toContain('Dari langkah "dalam" akhir tidak dapat dicapai: untaian')
})

test('strands that meet without waiting for each other are told at the step where they meet', () => {
  const meeting = forked('  - { step: ukur, actor: petugas, act: do, activity: Mengukur }')
  expect(errorsOf(meeting)).toEqual([])
  expect(errorsOf(meeting.replace('join: all, ', ''))).toEqual([
    'Cabang-cabang dari langkah "bagi" bertemu di langkah "temu" tanpa saling menunggu; tulis "join: all" pada langkah "temu".',
  ])
  expect(errorsOf(meeting.replace('join: all, ', '').replace('[kabar, ukur]', '[temu, ukur]')).join()).toContain(
    'bertemu di langkah "temu"',
  )
  expect(errorsOf(forked(question('temu', 'end')).replace('join: all, ', '')).join()).toContain('"temu" tanpa')
})

test('a refusal that either strand may come to, and a step before the fork, are no meetings', () => {
  const refusing = (tidak: string) =>
    forked(question('temu', tidak)).replace(
      'act: do, activity: Mengabari, then: temu }',
      `act: check, activity: Mengabari, decides: { question: Baik?, exits: [{ answer: ya, label: Ya, to: temu }, { answer: tidak, label: Tidak, to: ${tidak} }] } }`,
    )
  const refusal = '  - { step: tolak, actor: petugas, act: do, activity: Menolak }'
  expect(errorsOf(`${refusing('tolak').trimEnd()}\n${refusal}\n`)).toEqual([])
  expect(errorsOf(refusing('ajukan'))).toEqual([])
})
