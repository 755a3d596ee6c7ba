// Files that are no procedure, by mistake or on purpose: each gets its sentence, at its line, soon.
import { describe, expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const GOOD = `procedure: contoh
edition: '1'
title: Contoh
actors:
  pemohon: { label: Pemohon, is: applicant }
  petugas: { label: Petugas, post: petugas }
steps:
  - step: ajukan
    actor: pemohon
    act: submit
    activity: Mengajukan
    makes: [surat]
  - step: periksa
    actor: petugas
    act: check
    activity: Memeriksa
    needs: [surat]
    makes: [hasil]
    decides:
      question: { id: 'Lengkap?', en: 'Complete?' }
      exits:
        - { answer: ya, label: Ya, to: end }
        - { answer: tidak, label: Tidak, to: ajukan }
  - step: simpan
    actor: petugas
    act: do
    activity: Menyimpan
    needs: [hasil]
`

const changed = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`There is no "${from}"`)
  return GOOD.replace(from, to)
}

type Case = [title: string, source: string, line: number, id: string, en: string]

const MISTAKES: Case[] = [
  [
    'a line indented too far',
    changed('    act: check', '     act: check'),
    15,
    'bukan YAML yang benar',
    'Not valid YAML',
  ],
  ['a line indented too little', changed('    act: check', '   act: check'), 15, 'jorokan baris', 'not indented like'],
  ['a line indented by a tab', changed('    act: check', '\tact: check'), 15, 'jorokan memakai tab', 'use spaces'],
  [
    'a key with a slip',
    changed('activity: Memeriksa', 'activty: x'),
    16,
    'Maksud Anda "activity"?',
    'Did you mean "activity"?',
  ],
  [
    'a key nobody knows',
    changed('title: Contoh', 'title: x\nzzz: 1'),
    4,
    'Kunci "zzz" tidak dikenal.',
    'Unknown key "zzz".',
  ],
  [
    'a slip deep in a text of two languages',
    changed("en: 'Complete?'", "eng: 'x'"),
    20,
    'Maksud Anda "en"?',
    'mean "en"?',
  ],
  [
    'a slip in the exit of a question',
    changed('label: Ya, to: end', 'label: Ya, too: end'),
    22,
    'Maksud Anda "to"?',
    'mean "to"?',
  ],
  ['a slip in a lane', changed('post: petugas', 'psot: petugas'), 6, 'Maksud Anda "post"?', 'mean "post"?'],
  ['an exit to nowhere', changed('to: ajukan', 'to: mana'), 19, '"mana" tidak ada', 'no step "mana"'],
  [
    'a question with one exit',
    changed('        - { answer: tidak, label: Tidak, to: ajukan }\n', ''),
    21,
    'decides.exits pada langkah "periksa" perlu sedikitnya 2',
    'decides.exits in step "periksa" needs 2 at least',
  ],
  [
    'a cycle that nobody can leave',
    changed('to: end', 'to: simpan').replace('    needs: [hasil]\n', '    then: periksa\n'),
    8,
    'akhir tidak dapat dicapai',
    'end cannot be reached',
  ],
  [
    'a key written twice',
    changed('    act: check', '    act: check\n    act: do'),
    16,
    '"act" ditulis dua kali',
    '"act" is written twice',
  ],
  ['two procedures in one file', `${GOOD}---\n${GOOD}`, 29, 'lebih dari satu prosedur', 'more than one procedure'],
  [
    'a bracket that stays open',
    changed('makes: [surat]', 'makes: [surat'),
    13,
    'bukan YAML yang benar',
    'Not valid YAML',
  ],
  ['a bracket too many', changed('makes: [surat]', 'makes: [surat]]'), 12, 'Kurung "]" menutup', 'never opened'],
  ['a colon within a text', changed('activity: Memeriksa', 'activity: Periksa: isi'), 16, 'titik dua', 'colon'],
  ['a text that is not closed', changed('title: Contoh', "title: 'Contoh"), 3, 'tanda petik', 'quote'],
  ['a list instead of a procedure', '- a\n- b\n', 1, 'tidak memuat prosedur', 'holds no procedure'],
  ['nothing at all', '', 1, 'tidak memuat prosedur', 'holds no procedure'],
  ['a key that is a list', `? [a, b]\n: 1\n${GOOD}`, 1, 'satu kata', 'one word'],
]

const ATTACKS: Case[] = [
  ['more than 512 kB', `${GOOD}# ${'x'.repeat(512 * 1024)}`, 1, 'lebih besar dari 512 kB', 'larger than 512 kB'],
  ['letters that take more bytes than they count', `# ${'本'.repeat(200_000)}`, 1, 'lebih besar dari', 'larger than'],
  ['a hundred thousand brackets', `a: 1\nb: ${'['.repeat(100_000)}`, 2, 'bersarang lebih dari 30', 'more than 30'],
  ['a hundred thousand hyphens', '- '.repeat(100_000), 1, 'bersarang lebih dari 30', 'more than 30'],
  ['a hundred thousand closing brackets', ']'.repeat(100_000), 1, 'menutup sesuatu', 'never opened'],
  ['a hundred thousand anchors', '&a '.repeat(100_000), 1, 'terlalu banyak rujukan', 'too many aliases'],
  [
    'forty thousand keys',
    Array.from({ length: 40_000 }, (_, at) => `k${at}:`).join('\n'),
    30001,
    'terlalu banyak kunci',
    'too many keys',
  ],
  [
    'eight thousand unknown keys',
    `${GOOD}${Array.from({ length: 8_000 }, (_, at) => `k${at}: 1`).join('\n')}`,
    29,
    'Kunci "k0" tidak dikenal',
    'Unknown key "k0"',
  ],
  ['aliases that multiply', bomb(), 1, 'terlalu banyak rujukan', 'too many aliases'],
  ['an alias of itself', `a: &a [*a]\n${GOOD}`, 1, 'Kunci "a" tidak dikenal', 'Unknown key "a"'],
  ['a tag of a program', changed('title: Contoh', 'title: !!js/function "x"'), 3, 'Penanda jenis', 'tag'],
  ['a tag of its own', changed('title: Contoh', 'title: !<x> y'), 3, 'Penanda jenis', 'tag'],
  ['another version of YAML', `%YAML 1.1\n---\n${GOOD}`, 1, 'dimulai dengan "%"', 'begins with "%"'],
  [
    'a key that objects have',
    changed('title: Contoh', 'title: x\n__proto__: { y: 1 }'),
    4,
    '"__proto__" tidak boleh',
    'must not be used',
  ],
  [
    'a lane that objects have',
    changed('  pemohon:', '  __proto__: { label: x }\n  pemohon:'),
    5,
    '"__proto__"',
    'must not be used',
  ],
  [
    'an actor named like one',
    changed('actor: petugas\n    act: check', 'actor: constructor\n    act: check'),
    14,
    'actor pada langkah "periksa" harus nama pelaksana',
    'actor in step "periksa" must be the name of an actor',
  ],
  ['a character that is none', changed('Contoh\nactors', 'Con\u0000toh\nactors'), 3, 'U+0000', 'U+0000'],
  [
    'a character that is written as none',
    changed('title: Contoh', 'title: "Con\\0toh"'),
    3,
    'karakter kendali',
    'control character',
  ],
  ['half a character', changed('Contoh\nactors', 'Con\ud800toh\nactors'), 3, 'U+D800', 'U+D800'],
]

/** Small enough for the count of aliases, far too large once written out. */
function bomb(): string {
  const names = 'abcdefghij'
  return `${[...names].map((name, at) => `${name}: &${name} [${at === 0 ? 'x' : `*${names[at - 1]},`.repeat(8)}]`).join('\n')}\n`
}

describe('a file that is no procedure', () => {
  test('differs from this one, in which only the last step is never reached', () => {
    expect(lintProcedure(GOOD).filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ line: 24 }),
    ])
  })

  test.each(MISTAKES)('by mistake: %s', (_, source, line, id, en) => expectFault(source, { line, id, en }))

  test.each(ATTACKS)('on purpose: %s', (_, source, line, id, en) => expectFault(source, { line, id, en }))

  test.each(MISTAKES.slice(0, 4))('with the line ends of Windows: %s', (_, source, line, id, en) =>
    expectFault(`\ufeff${source.replaceAll('\n', '\r\n')}`, { line, id, en }),
  )

  test('never brings more than fifty faults at once', () => {
    const source = `${GOOD}${Array.from({ length: 8_000 }, (_, at) => `k${at}: 1`).join('\n')}`
    expect(lintProcedure(source)).toHaveLength(50)
  })
})

const expectFault = (source: string, { line, id, en }: { line: number; id: string; en: string }): void => {
  const faults = lintProcedure(source)
  const found = faults.find(({ sentence }) => sentence.id.includes(id))
  expect(found ?? faults).toMatchObject({ line, severity: 'error' })
  expect(found?.sentence.en).toContain(en)
}
