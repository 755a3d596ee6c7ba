// Whatever somebody types as a template or as an answer: it is read or refused with a line, it ends, and nothing of it is run.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_PARTS } from './budget.ts'
import { fillTemplate } from './fill.ts'
import { readTemplate, readText } from './read.ts'
import { sampleWords } from './sample.ts'
import type { FilledBlock } from './template.ts'

const seed = Number(process.env.MIPP_TEST_SEED ?? 20_261_122)
const numRuns = Number(process.env.MIPP_TEST_RUNS ?? 300)

const PIECES = [
  '[jika a = b]',
  '[atau jika a bukan c dan d terisi]',
  '[selain itu]',
  '[selesai]',
  '[ulang t]',
  '[ulang]',
  '[jika',
  '[lampiran {a}]',
  '[halaman baru]',
  '[isi formulir]',
  '[apa]',
  '| a | {a} |',
  '|---|--:|',
  '| {no} | {x} |',
  '|',
  '# {a}',
  '### x',
  '- {a}',
  '1. x',
  '   a. y',
  '---',
  'Label : {a}',
  'Label :',
  '  lanjut',
  '{a}',
  '{A b}',
  '{',
  '}',
  '**',
  '\\',
  '\\{',
  '\\[',
  ' : ',
  '#set page(width: 1pt)',
  '$x$',
  '#panic()',
  '<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '\u202e',
  '\ud800',
  '\0',
  '',
  ' ',
  '\r',
  '\t',
]

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((list) => list.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

const value = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 60 }))
const row = value.map((x) => ({ words: { x }, values: { x } }))

const HEAD = '---\nletter: uji\ntitle: Uji\nsubject: Uji\n---\n'

test('any text is read or refused with its line, and what is filled in stands there as it was typed', () => {
  fc.assert(
    fc.property(text, value, fc.array(row, { maxLength: 30 }), (body, a, rows) => {
      const read = readTemplate(HEAD + body)
      const lines = (HEAD + body).split(/\r\n?|\n/).length
      if (!read.ok) {
        expect(read.faults.length).toBeGreaterThan(0)
        for (const fault of read.faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1)
          expect(fault.line).toBeLessThanOrEqual(lines)
          expect(fault.sentence.id.length * fault.sentence.en.length).toBeGreaterThan(100)
        }
        return
      }
      const filled = fillTemplate(read.template, {
        words: { ...sampleWords(), a, d: a, x: a },
        values: { a },
        tables: { t: rows },
      })
      if (!filled.ok) expect(filled.faults.every((fault) => fault.line > 0 && fault.line <= lines)).toBe(true)
      else expect(partsOf(filled.letter.blocks)).toBeLessThanOrEqual(2 * MOST_PARTS)
    }),
    { seed, numRuns },
  )
})

test('an answer in a letter is the same text as in the form, whatever signs it has', () => {
  const template = readTemplate(`${HEAD}Isi : {a}`)
  fc.assert(
    fc.property(value, (a) => {
      const filled = template.ok && fillTemplate(template.template, { words: { a }, values: {}, tables: {} })
      if (a.trim() === '') return
      expect(filled).toMatchObject({ ok: true, letter: { blocks: [{ rows: [{ value: [{ text: a }] }] }] } })
    }),
    { seed, numRuns },
  )
})

test('the text of one letter alone is read or refused as well', () => {
  fc.assert(
    fc.property(text, (body) => {
      const read = readText(body)
      expect(read.ok || read.faults.length > 0).toBe(true)
    }),
    { seed, numRuns },
  )
})

test('the largest text that is taken, of the signs that cost most, is read at once', () => {
  for (const sign of ['{', '[', '\\', '*', '|', '**', '{a}', ' : ', '[jika a = b]\n', '| a |\n', '- x\n', '{a', 'a '])
    expect(readText(sign.repeat(Math.floor(100_000 / sign.length))).ok).toBeTypeOf('boolean')
})

const partsOf = (blocks: readonly FilledBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' || block.kind === 'facts' ? block.rows.length : 1), 0)
