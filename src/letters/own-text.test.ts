// The text of one letter, written by whoever drafts it: in the language of templates, and never a reason to lose a number.
import { expect, test } from 'vitest'
import { waitingAt } from '../core/dossier/office.fixture.ts'
import { fillLetter, type LetterInput, letterDocument } from './from-dossier.ts'

const trial = waitingAt('terima')
const { agency, calendar } = trial.living

const TEMPLATE = `---
letter: balasan
title: Surat Balasan
subject: Balasan
fields:
  - { field: titik, type: table, label: Titik, columns: [{ column: lokasi, label: Lokasi }] }
  - { field: sandi, type: text, label: Sandi, confidential: true }
---
Isi naskah kantor.
`

const input = (text?: string): LetterInput => {
  const [letter] = trial.dossier().letters
  if (!letter) throw new Error('No letter was written')
  const values = { titik: [{ lokasi: 'Balai Desa' }, { lokasi: 'Puskesmas' }], sandi: 'RAHASIA-123' }
  return {
    agency: { agency, calendar, letters: { balasan: TEMPLATE } },
    procedure: trial.procedure,
    dossier: trial.dossier(),
    letter: { ...letter, draft: { note: '', values, ...(text === undefined ? {} : { text }) } },
    client: { client: 'pt', name: 'PT Contoh Jaringan', head: 'Direktur', address: 'Semarang' },
    by: { kind: 'post', person: 'k', post: 'kepala', capacity: 'definitive' },
    publicUrl: 'https://mipp.example',
    at: '2026-11-20T02:00:00.000Z',
  }
}

const printed = (text?: string): string => JSON.stringify(letterDocument(input(text)))

test('stands in the place of the text of its template, with the answers of this letter', () => {
  expect(printed()).toContain('Isi naskah kantor.')
  const own = printed('Titik yang diukur:\n\n[ulang titik]\n1. {lokasi}\n[selesai]')
  expect(own).toContain('Balai Desa')
  expect(own).not.toContain('Isi naskah kantor.')
})

test('tells how many attachments are written in it, for the book of outgoing letters', () => {
  const counted = (text: string) => letterDocument(input(text))
  expect(counted('Isi surat.')).toMatchObject({ attachments: 0 })
  expect(counted('Isi surat.\n\n[lampiran Daftar Titik]\nSatu\n\n[lampiran Denah]\nDua')).toMatchObject({
    attachments: 2,
  })
})

test.each(['Lokasi {Nama Tempat} sudah siap', '[jika titik terisi]\nTidak ditutup', 'Isi {tidak-ada}'])(
  'that cannot be read is told to whoever writes it, and printed as it was typed: %s',
  (text) => {
    const filled = fillLetter(input(text))
    expect(filled.ok ? [] : filled.faults.map(({ line }) => line)).toEqual([1])
    for (const line of text.split('\n')) expect(printed(text)).toContain(line)
  },
)

test('never prints what is confidential, by whatever name it is asked for', () => {
  for (const text of ['{sandi}', '[isi formulir]', 'Sandi : {sandi}', '[jika sandi terisi]\n{sandi}\n[selesai]'])
    expect(printed(text)).not.toContain('RAHASIA-123')
})

test('a company is addressed by its name, an agency by its head alone', () => {
  const asked = input()
  const company = JSON.stringify(letterDocument({ ...asked, dossier: { ...asked.dossier, asker: 'company' } }))
  expect(company).toContain('"names":["Direktur PT Contoh Jaringan"]')
  expect(printed()).toContain('"names":["Direktur"]')
})
