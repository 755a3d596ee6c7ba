// Makes any text safe to print: every character that is left has a glyph in the font of the papers.

/**
 * Invisible and reordering characters go (a letter must not show `moc.live` where `evil.com` stands),
 * and what the font lacks becomes a box.
 */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t|(?!\u00a0)\p{Zs}/gu, ' ')
    .replace(/(?!\n)\p{Cc}|\p{Cf}|[\ufe00-\ufe0f]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[^\n]/gu, (character) => (hasGlyph(character) ? character : MISSING))

/** The same for all texts inside a value; keys are ours and stay as they are. */
export const printableDeep = (value: unknown): unknown => {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(printableDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableDeep(inner)]))
}

const MISSING = '\u25a1'

/** First and last code point of what Arimo draws, regular and bold; a test prints every one. */
export const GLYPHS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x52f],
  [0x5d0, 0x5ea],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x2071],
  [0x2074, 0x208e],
  [0x20a0, 0x20be],
  [0x2100, 0x214f],
  [0x2190, 0x2195],
  [0x2212, 0x2212],
  [0x221a, 0x221a],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25a0, 0x25a1],
  [0x25cf, 0x25cf],
  [0xfffd, 0xfffd],
]

const hasGlyph = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return GLYPHS.some(([first, last]) => first <= code && code <= last)
}
