// What a rule or a probe writes into the form, and what it finds on a page.
import { expect, test } from 'vitest'
import { filledStart, startName, wordsFound } from './automatic.ts'

test('the form is filled with the item and what was found, also inside a table; what nobody knows stays empty', () => {
  const form = {
    alamat: 'https://{key}/',
    uraian: 'Ditemukan {found} pada {day} {entah}',
    url: [{ url: 'https://{key}/' }],
  }
  expect(filledStart(form, { key: 'arsip.kab.go.id', found: 'slot', day: '2026-11-21' })).toEqual({
    alamat: 'https://arsip.kab.go.id/',
    uraian: 'Ditemukan slot pada 2026-11-21 ',
    url: [{ url: 'https://arsip.kab.go.id/' }],
  })
})

test('a rule is remembered by its words, and so is a probe by what it looks at', () => {
  expect(startName({ by: 'schedule', rule: 'FREQ=YEARLY', each: 'aplikasi', form: {} })).toBe(
    'schedule FREQ=YEARLY aplikasi',
  )
  expect(
    startName({ by: 'monitor', probe: 'site-down', register: 'hosting', every: '1 jam', words: [], form: {} }),
  ).toBe('monitor site-down hosting')
})

test('words are found whatever their case and the breaks between them', () => {
  expect(wordsFound('<title>SLOT\n  Gacor</title>', ['slot gacor', 'togel'])).toEqual(['slot gacor'])
  expect(wordsFound('<p>Arsip daerah</p>', ['slot gacor'])).toEqual([])
})
