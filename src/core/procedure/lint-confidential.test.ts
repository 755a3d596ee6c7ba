// What is confidential must not be named where everybody reads it.
import { describe, expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const file = (more: string, field = 'pelapor'): string => `
procedure: aduan
edition: '1'
title: Aduan
actors:
  pemohon: { label: Pemohon, is: applicant }
  loket: { label: Loket, post: loket }
form:
  - group: isian
    label: Isian
    fields:
      - { field: ${field}, type: text, label: Pelapor, confidential: true }
      - { field: isi, type: text, label: Isi }
${more}
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [aduan] }
  - { step: catat, actor: loket, act: enter, activity: Mencatat, needs: [aduan], time: 5 menit }
`

const errors = (source: string): string[] =>
  lintProcedure(source)
    .filter(({ severity }) => severity === 'error')
    .map(({ sentence }) => sentence.id)

describe('a confidential field', () => {
  test.each([
    ["subject: 'Aduan {pelapor}'", 'tertulis dalam hal berkas'],
    ['summary: [pelapor]', 'tampil dalam ringkasan'],
    ['registers: [{ register: aduan, key: pelapor, columns: [isi] }]', 'tercatat dalam register'],
    ['registers: [{ register: aduan, key: isi, columns: [pelapor] }]', 'tercatat dalam register'],
  ])('is an error where %s', (more, said) => {
    expect(errors(file(more)).join()).toContain(said)
  })

  test('is an error as the number of the letter, which stands in the book', () => {
    expect(errors(file('', 'nomor-surat')).join()).toContain('tercetak dalam buku agenda')
  })

  test('and any other has a name that no page uses for itself', () => {
    expect(errors(file('', 'note')).join()).toContain('dipakai halaman sendiri')
  })

  test('is none where only the form asks for it', () => {
    expect(errors(file("subject: 'Aduan {isi}'"))).toEqual([])
  })
})
