import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GLYPHS, printable, printableDeep } from './printable.ts'

describe('Text that goes to print', () => {
  test('keeps what an office writes', () => {
    const usual = 'Rp1.000,00 – “Perbup” é ½ № 5\nbaris kedua #import [x] $a$ \\ * _ ` @ <a>'
    expect(printable(usual)).toBe(usual)
  })

  test('loses marks that turn the reading direction, so that a name reads as it is', () => {
    expect(printable('go.\u202elapec\u202c\u200f.id')).toBe('go.lapec.id')
  })

  test('shows a box where the font has nothing', () => {
    expect(printable('漢 \u{1f600} ع')).toBe('□ □ □')
  })

  test('piles no more than two marks on a letter', () => {
    expect(printable(`x${'\u0301\u0302'.repeat(50)}`)).toBe('x\u0301\u0302')
  })

  test('knows line ends of every system and no other control character', () => {
    expect(printable('a\r\nb\rc\u2028d\te\u0000f')).toBe('a\nb\nc\nd ef')
  })

  test('whatever comes in, only characters with a glyph go out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const character of printable(text)) {
          const code = character.codePointAt(0) ?? 0
          expect(
            character === '\n' ||
              character === '\u200b' ||
              GLYPHS.some(([first, last]) => first <= code && code <= last),
          ).toBe(true)
        }
      }),
    )
  })

  test('is cleaned wherever it stands in the data', () => {
    expect(printableDeep({ a: ['x\u202ey', 1, null, true], b: { c: '\u0007' } })).toEqual({
      a: ['xy', 1, null, true],
      b: { c: '' },
    })
  })
})
