import { describe, expect, test } from 'vitest'
import { marked, type Sought, snippet, wordsIn } from './where.ts'
import { meantNumber, typedWords, wordsOfText } from './words.ts'

const sought = (typed: string, stems: Record<string, string> = {}): Sought[] =>
  typedWords(typed).map((word) => ({ word, stem: stems[word.letters] ?? null }))
const shown = (pieces: { text: string; isMarked: boolean }[]): string =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

test('the words of a text are each there once, numbers also without leading zeros', () => {
  expect(wordsOfText('Nomor 045/077/2026, nomor 077', 'É x')).toEqual([
    'nomor',
    '045',
    '45',
    '077',
    '77',
    '2026',
    'é',
    'x',
  ])
  expect(wordsOfText(Array.from({ length: 200_000 }, (_, at) => `kata${at}`).join(' ')).length).toBeLessThan(40_000)
})

test('letters among digits are taken for the digits that they look like, other words are left alone', () => {
  expect(['2o26', 'l2', 'io', '2026', 'e5x', 'lois'].map(meantNumber)).toEqual(['2026', '12', null, null, null, null])
})

describe('What was looked for is marked', () => {
  test.each([
    ['arsip', {}, 'Dinas Arsip dan Kearsipan', 'Dinas [Arsip] dan Kearsipan'],
    ['ars', {}, 'Dinas Arsip', 'Dinas [Arsip]'],
    [
      'pelayanan',
      { pelayanan: 'layan' },
      'layanan dilayani melayani layangan',
      '[layanan] [dilayani] [melayani] layangan',
    ],
    ['45/77/2O26', {}, 'Nomor 045/0077/2026', 'Nomor [045/0077/2026]'],
    ['<b>', {}, 'a <b> c', 'a <[b]> c'],
  ])('%s in a text', (typed, stems, text, expected) => {
    expect(shown(marked(text, sought(typed, stems)))).toBe(expected)
  })

  test('by the words around the place that has most of them', () => {
    const text = `rapat ${'kata lain '.repeat(60)} rapat anggaran ${'dan lagi '.repeat(60)}`
    const found = shown(snippet(text, sought('rapat anggaran')))
    expect(found).toMatch(/^… .*\[rapat\] \[anggaran\] .* …$/)
    expect(found.length).toBeLessThan(260)
    expect(snippet('tidak ada', sought('rapat'))).toEqual([])
    expect(wordsIn(text, sought('rapat anggaran biaya'))).toBe(2)
  })
})
