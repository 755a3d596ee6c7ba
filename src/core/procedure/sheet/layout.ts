// Draws the whole sheet: the identity, the flowchart on as many pages as it needs, and the office's additions after it.
import { additionPages } from './addition-pages.ts'
import { flowPages } from './flow-pages.ts'
import { identityPages } from './identity-page.ts'
import { wrap } from './measure.ts'
import { type Cell, MARGIN, PAPER, type Page, type Picture } from './picture.ts'
import type { Sheet } from './sheet.ts'

export const layOut = (sheet: Sheet): Picture => {
  const identity = identityPages(sheet)
  const flow = flowPages(sheet, identity.length + 1)
  const additions = additionPages(sheet, flow.undrawn)
  const pages = [...identity, ...flow.pages, ...additions]
  return {
    ...PAPER,
    title: sheet.title,
    pages: pages.map((page, at) => ({
      ...page,
      texts: [...page.texts, ...footOf(sheet, { page: at + 1, pages: pages.length }), ...legendOf(sheet, page)],
    })),
  }
}

const FOOT = 7

const footOf = (sheet: Sheet, { page, pages }: { page: number; pages: number }): Cell[] => {
  const y = PAPER.height - MARGIN.bottom + 8
  const half = (PAPER.width - 2 * MARGIN.x) / 2
  const name = [sheet.number, sheet.title].filter((part) => part !== '').join(' \u2013 ')
  return [
    plain(wrap(name, half * 1.6, { size: FOOT })[0] ?? '', { x: MARGIN.x, y, w: half * 1.6, h: 12 }),
    { ...plain(sheet.words.pageOf(page, pages), { x: PAPER.width - MARGIN.x - 90, y, w: 90, h: 12 }), align: 'center' },
  ]
}

/** Only where something on the page is drawn with a broken line. */
const legendOf = ({ words }: Sheet, { kind, symbols, connectors }: Page): Cell[] => {
  if (kind !== 'flow' || ![...symbols, ...connectors].some(({ dashed }) => dashed)) return []
  const w = PAPER.width - 2 * MARGIN.x
  return [plain(words.inferred, { x: MARGIN.x, y: PAPER.height - MARGIN.bottom - 7, w, h: 12 })]
}

export const plain = (text: string, box: { x: number; y: number; w: number; h: number }): Cell => ({
  ...box,
  lines: [text],
  size: FOOT,
  bold: false,
  align: 'left',
  valign: 'top',
  frame: false,
  shade: false,
  role: 'text',
})
