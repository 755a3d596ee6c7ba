// The drawn sheet of an SOP for the printer: the same places, with its tables as real tables.
import { textWidth } from '../core/procedure/sheet/measure.ts'
import {
  baselines,
  type Cell,
  type Connector,
  LABEL_SIZE,
  labelBaselines,
  type Page,
  type Picture,
  type Point,
  type Shape,
} from '../core/procedure/sheet/picture.ts'
import { arrowHead, cornersOf, shortened } from '../core/procedure/sheet/shapes.ts'
import type { Sheet } from '../core/procedure/sheet/sheet.ts'
import { type TypstDocument, typstDocument } from './document.ts'

/** @param arms SVG of the agency's arms; null for the neutral shield */
export const sopSheetDocument = (sheet: Sheet, picture: Picture, arms: string | null): TypstDocument =>
  typstDocument({
    template: 'sop-sheet',
    paper: 'a4',
    title: [sheet.words.title, sheet.title].join(': '),
    author: sheet.facts.office,
    keywords: [sheet.number, sheet.edition].filter((word) => word !== ''),
    createdAt: dated(sheet),
    images: arms === null ? {} : { arms },
    body: { width: picture.width, height: picture.height, pages: picture.pages.map(pageOf) },
  })

/** The same edition gives the same bytes, whenever it is printed: so the file bears the date that is printed on it. */
const dated = ({ datedOn }: Sheet): string => {
  const [year = '1970', month = '01', day = '01'] = (datedOn ?? '').split('-').filter((part) => part !== '')
  return `${year}-${month}-${day}T00:00:00Z`
}

const pageOf = (page: Page) => ({
  kind: page.kind,
  tables: page.tables.map(tableOf),
  texts: [...page.texts.flatMap(wordsOf), ...page.connectors.flatMap(labelWords), ...page.symbols.flatMap(letterOf)],
  grounds: page.connectors.flatMap(({ label }) => (label ? [{ x: label.x, y: label.y, w: label.w, h: label.h }] : [])),
  lines: page.connectors.map(lineOf),
  symbols: page.symbols.map(symbolOf),
  arms: page.arms ?? null,
})

/** Columns and rows from the edges of the cells; places inside a cell are from its own corner. */
const tableOf = (cells: readonly Cell[]) => {
  const xs = edges(cells.flatMap(({ x, w }) => [x, x + w]))
  const ys = edges(cells.flatMap(({ y, h }) => [y, y + h]))
  const below = Math.min(...cells.filter(({ role }) => role !== 'head').map(({ y }) => y))
  return {
    x: xs[0] ?? 0,
    y: ys[0] ?? 0,
    columns: gaps(xs),
    rows: gaps(ys),
    heads: Math.max(0, indexIn(ys, below)),
    cells: cells.map((cell) => ({
      column: indexIn(xs, cell.x),
      row: indexIn(ys, cell.y),
      columns: indexIn(xs, cell.x + cell.w) - indexIn(xs, cell.x),
      rows: indexIn(ys, cell.y + cell.h) - indexIn(ys, cell.y),
      shade: cell.shade,
      alt: cell.alt ?? '',
      w: cell.w,
      h: cell.h,
      words: wordsOf(cell).map((word) => ({ ...word, x: word.x - cell.x, y: word.y - cell.y })),
    })),
  }
}

const edges = (numbers: readonly number[]): number[] =>
  numbers.toSorted((a, b) => a - b).filter((one, at, all) => at === 0 || one - (all[at - 1] ?? 0) > 0.05)

const gaps = (numbers: readonly number[]): number[] => numbers.slice(1).map((one, at) => one - (numbers[at] ?? 0))

const indexIn = (numbers: readonly number[], wanted: number): number =>
  numbers.findIndex((one) => Math.abs(one - wanted) <= 0.06)

type Word = Point & { text: string; size: number; bold: boolean }

/** Lines from their left end, on their baseline. */
const wordsOf = (cell: Cell): Word[] =>
  baselines(cell).map(({ text, x, y }) => ({
    text,
    x: cell.align === 'center' ? x - textWidth(text, cell) / 2 : x,
    y,
    size: cell.size,
    bold: cell.bold,
  }))

const labelWords = ({ label }: Connector): Word[] =>
  label ? labelBaselines(label).map((line) => ({ ...line, size: LABEL_SIZE, bold: false })) : []

const letterOf = ({ letter, pointing, x, y }: Shape): Word[] =>
  letter === undefined
    ? []
    : [{ text: letter, x: x - textWidth(letter, LETTER) / 2, y: y + (pointing === 'up' ? 4.2 : 1.2), ...LETTER }]

const LETTER = { size: 8, bold: true }

const lineOf = ({ points, dashed, arrow }: Connector) => ({
  points: pairs(arrow ? shortened(points) : points),
  head: arrow ? pairs(arrowHead(points)) : [],
  dashed,
})

const symbolOf = (shape: Shape) => ({
  x: shape.x - shape.w / 2,
  y: shape.y - shape.h / 2,
  w: shape.w,
  h: shape.h,
  corners: pairs(cornersOf(shape) ?? []),
  dashed: shape.dashed,
})

const pairs = (points: readonly Point[]): [number, number][] => points.map(({ x, y }) => [x, y])
