// The page after the official sheet: what the office added, and what is odd about the source. Plainly not the sheet itself.
import { wrap } from './measure.ts'
import { type Cell, heightOf, INSET, MARGIN, PAPER, type Page } from './picture.ts'
import type { Sheet } from './sheet.ts'

const WIDTH = PAPER.width - 2 * MARGIN.x
const BODY = 9

export const additionPages = (sheet: Sheet, undrawn: readonly string[]): Page[] => {
  const { words } = sheet
  const notes = undrawn.length > 0 ? [{ title: words.remarks, lines: [words.undrawn(undrawn.join('; '))] }] : []
  const sections = [...sheet.additions, ...notes]
  if (sections.length === 0) return []
  const blocks: Block[] = [
    { lines: [words.additions], size: 13, bold: true, gap: 4 },
    { lines: wrap(words.additionsLead, WIDTH - 2 * INSET.x, { size: BODY }), size: BODY, bold: false, gap: 8 },
    ...sections.flatMap(({ title, lines }): Block[] => [
      { lines: [title], size: 10, bold: true, gap: 3 },
      ...lines.map(
        (line, at): Block => ({ lines: bullet(line), size: BODY, bold: false, gap: at === lines.length - 1 ? 9 : 2.5 }),
      ),
    ]),
  ]
  return paged(blocks)
}

type Block = { lines: string[]; size: number; bold: boolean; gap: number }

const bullet = (text: string): string[] =>
  wrap(text, WIDTH - 2 * INSET.x - 12, { size: BODY }).map((line, at) =>
    at === 0 ? `\u2022 ${line}` : `\u00a0\u00a0\u00a0${line}`,
  )

const paged = (blocks: readonly Block[]): Page[] => {
  const bottom = PAPER.height - MARGIN.bottom
  const pages: Cell[][] = [[]]
  let y = MARGIN.top
  for (const [at, block] of blocks.entries()) {
    const h = heightOf(block.lines.length, block.size) + 2
    const next = blocks[at + 1]
    // A title never stands alone at the foot of a page.
    const needed = h + (block.bold && next ? heightOf(next.lines.length, next.size) + block.gap : 0)
    if (y + needed > bottom && y > MARGIN.top) {
      pages.push([])
      y = MARGIN.top
    }
    pages.at(-1)?.push(textCell(block, y, h))
    y += h + block.gap
  }
  return pages.map((texts) => ({ kind: 'additions', tables: [], texts, symbols: [], connectors: [] }))
}

const textCell = ({ lines, size, bold }: Block, y: number, h: number): Cell => ({
  x: MARGIN.x,
  y: y - INSET.y,
  w: WIDTH,
  h,
  lines,
  size,
  bold,
  align: 'left',
  valign: 'top',
  frame: false,
  shade: false,
  role: bold ? 'head' : 'text',
})
