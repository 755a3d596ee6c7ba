// How wide a text is in the font of the papers, and where its lines break: so that every rendering breaks them alike.

export type Style = { size: number; bold?: boolean }

/** Breaks at spaces; a word wider than the column breaks after a sign of its own, else inside. @param width points */
export const wrap = (text: string, width: number, style: Style): string[] =>
  text.split('\n').flatMap((line) => wrapLine(line, width, style))

export const textWidth = (text: string, { size, bold = false }: Style): number => {
  const widths = bold ? BOLD : REGULAR
  let sum = 0
  for (const character of text) sum += widths[(character.codePointAt(0) ?? 0) - FIRST] ?? OTHERS[character] ?? UNKNOWN
  return (sum * size) / 1000
}

const wrapLine = (line: string, width: number, style: Style): string[] => {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ').flatMap((one) => piecesOf(one, width, style))) {
    const longer = current === '' ? word.text : `${current}${word.glued ? '' : ' '}${word.text}`
    if (current !== '' && textWidth(longer, style) > width) {
      lines.push(current)
      current = word.text
    } else current = longer
  }
  return [...lines, current]
}

/** `glued`: stands after its forerunner without a space. */
type Piece = { text: string; glued: boolean }

const piecesOf = (word: string, width: number, style: Style): Piece[] => {
  if (textWidth(word, style) <= width) return [{ text: word, glued: false }]
  const parts = word.match(/[^/.@_&-]+[/.@_&-]*|[/.@_&-]+/g) ?? [word]
  return parts.flatMap((part) => cut(part, width, style)).map((text, index) => ({ text, glued: index > 0 }))
}

const cut = (part: string, width: number, style: Style): string[] => {
  const pieces: string[] = []
  let current = ''
  for (const character of part) {
    if (current !== '' && textWidth(current + character, style) > width) {
      pieces.push(current)
      current = ''
    }
    current += character
  }
  return [...pieces, current]
}

/** Advance widths of Arimo (metric-compatible with Arial and Liberation Sans), in thousandths, from space to tilde. */
const FIRST = 0x20
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
]
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
]
/** Signs of our own: a space that does not break, a dash, the point of a list, many times. */
const OTHERS: Record<string, number> = { '\u00a0': 278, '\u2013': 556, '\u2022': 350, '\u00d7': 584 }
/** Whatever else an office writes is taken for a wide letter. */
const UNKNOWN = 722
