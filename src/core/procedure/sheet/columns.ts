// The columns of the flowchart table: how wide each is, and its head with the row of column numbers.
import { wrap } from './measure.ts'
import { type Cell, heightOf, INSET, MARGIN, PAPER } from './picture.ts'
import type { Sheet } from './sheet.ts'

export type Span = { x: number; w: number }

export type Columns = {
  no: Span
  activity: Span
  lanes: Span[]
  needs: Span
  time: Span
  makes: Span
  note: Span
}

export const BODY = 8
const HEAD = 7.5
const WIDTH = PAPER.width - 2 * MARGIN.x
const NO = 22
const TIME = 48
/** A lane must hold a symbol and the lines beside it; text columns must hold words. */
const LANE = { most: 74, mostOfFew: 110, least: 40 }
const TEXT_LEAST = 56

export const columnsOf = ({ lanes, rows }: Sheet): Columns => {
  const note = rows.some((row) => row.note !== '') ? 74 : 54
  const rest = WIDTH - NO - TIME - note
  const count = Math.max(1, lanes.length)
  const most = (rest - 3.3 * TEXT_LEAST) / count
  const lane = Math.min(count < 3 ? LANE.mostOfFew : LANE.most, most, Math.max(LANE.least, (rest * 0.5) / count))
  const texts = rest - lane * count
  const widths = [NO, texts * 0.4, ...lanes.map(() => lane), texts * 0.3, TIME, texts * 0.3, note]
  const spans = widths.map((w, index) => ({ x: MARGIN.x + sum(widths.slice(0, index)), w }))
  const [no, activity] = spans
  const [needs, time, makes, last] = spans.slice(-4)
  if (!no || !activity || !needs || !time || !makes || !last) throw new Error('A sheet has at least six columns')
  return { no, activity, lanes: spans.slice(2, -4), needs, time, makes, note: last }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const NUMBERS_HEIGHT = 12
const UPPER = 15

/** Two rows of names and one of numbers; the same on every page. */
export const headOf = (sheet: Sheet, columns: Columns, y: number): Cell[] => {
  const { words, lanes } = sheet
  const lower = Math.max(24, ...lanes.map(({ label }, at) => heightIn(label, columns.lanes[at]?.w ?? 0)))
  const tall = { y, h: UPPER + lower }
  const second = { y: y + UPPER, h: lower }
  const names: Cell[] = [
    head(words.no, columns.no, tall),
    head(words.activity, columns.activity, tall),
    head(words.actors, across(columns.lanes), { y, h: UPPER }),
    head(words.standard, across([columns.needs, columns.time, columns.makes]), { y, h: UPPER }),
    head(words.note, columns.note, tall),
    ...lanes.flatMap(({ label }, at) => {
      const span = columns.lanes[at]
      return span ? [head(label, span, second)] : []
    }),
    head(words.needs, columns.needs, second),
    head(words.time, columns.time, second),
    head(words.makes, columns.makes, second),
  ]
  const numbers = inOrder(columns).map((span, at) => ({
    ...head(String(at + 1), span, { y: y + UPPER + lower, h: NUMBERS_HEIGHT }),
    bold: false,
    size: 6.5,
  }))
  return [...names, ...numbers]
}

export const inOrder = ({ no, activity, lanes, needs, time, makes, note }: Columns): Span[] => [
  no,
  activity,
  ...lanes,
  needs,
  time,
  makes,
  note,
]

export const across = (spans: readonly Span[]): Span => {
  const first = spans[0] ?? { x: MARGIN.x, w: 0 }
  const last = spans.at(-1) ?? first
  return { x: first.x, w: last.x + last.w - first.x }
}

const style = { size: HEAD, bold: true }

const heightIn = (label: string, width: number): number =>
  heightOf(wrap(label, width - 2 * INSET.x + 2, style).length, HEAD) + 2 * INSET.y

const head = (text: string, { x, w }: Span, { y, h }: { y: number; h: number }): Cell => ({
  x,
  y,
  w,
  h,
  lines: wrap(text, w - 2 * INSET.x + 2, style),
  size: HEAD,
  bold: true,
  align: 'center',
  valign: 'middle',
  frame: true,
  shade: true,
  role: 'head',
})
