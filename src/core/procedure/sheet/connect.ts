// Lays all connectors of one page: short ones first, and again in another order when one of them finds no way.
import { emptyBoard } from './board.ts'
import { placeLabel } from './labels.ts'
import type { Box, Connector, Point, Shape } from './picture.ts'
import { besides, portsOf } from './ports.ts'
import { route } from './route.ts'

/** `from` and `to`: the symbols it may leave from and arrive at; of a row with two actors both. */
export type Wanted = {
  from: { key: string; symbols: Shape[] }
  to: { key: string; symbols: Shape[] }
  label: string
  dashed: boolean
  arrow: boolean
}

export type Ground = {
  /** The lanes between head and foot of the table. */
  area: Box
  /** Borders of the lanes across, and of the rows down, outer ones included. */
  laneEdges: number[]
  rowEdges: number[]
  symbols: Shape[]
}

export type Laid = {
  connectors: Connector[]
  missing: Wanted[]
  /** Drawn, but without its word. */
  unlabelled: Wanted[]
}

const TRIES = 6

export const connect = (ground: Ground, wanted: readonly Wanted[]): Laid => {
  let order = wanted.toSorted((a, b) => reach(a) - reach(b))
  let best: Laid | null = null
  for (let tries = 0; tries < TRIES; tries += 1) {
    const laid = layAll(ground, order)
    if (laid.missing.length === 0) return laid
    if (!best || laid.missing.length < best.missing.length) best = laid
    const missing = new Set(laid.missing)
    order = [...laid.missing, ...order.filter((one) => !missing.has(one))]
  }
  return best ?? { connectors: [], missing: [...wanted], unlabelled: [] }
}

const reach = ({ from, to, arrow }: Wanted): number => {
  if (!arrow) return -1
  return Math.min(
    ...from.symbols.flatMap((a) =>
      to.symbols.map((b) => Math.abs(a.y - b.y) * 2 + Math.abs(a.x - b.x) + (b.y < a.y ? 500 : 0)),
    ),
  )
}

const layAll = (ground: Ground, order: readonly Wanted[]): Laid => {
  const board = emptyBoard(linesAcross(ground), linesDown(ground), ground.symbols)
  const drawn: Drawn[] = []
  const missing: Wanted[] = []
  for (const wanted of order) {
    const starts = wanted.from.symbols.flatMap((symbol) => portsOf(board, symbol, 'from'))
    const goals = wanted.to.symbols.flatMap((symbol) => portsOf(board, symbol, 'to'))
    const points = route(board, starts, goals)
    if (points) drawn.push({ wanted, points })
    else missing.push(wanted)
  }
  return { ...withLabels(ground, drawn), missing }
}

type Drawn = { wanted: Wanted; points: Point[] }

/** A word without a free place is left out, and the page tried again with more room. */
const withLabels = (ground: Ground, drawn: readonly Drawn[]): Omit<Laid, 'missing'> => {
  const taken: Box[] = ground.symbols.map(cornered)
  const unlabelled: Wanted[] = []
  const connectors = drawn.map(({ wanted, points }): Connector => {
    const { from, to, dashed, arrow } = wanted
    const connector = { from: from.key, to: to.key, points, dashed, arrow, walked: false }
    if (wanted.label === '') return connector
    const others = drawn.filter((one) => one.points !== points).map((one) => one.points)
    const label = placeLabel(wanted.label, { area: ground.area, taken, own: points, others })
    if (!label) {
      unlabelled.push(wanted)
      return connector
    }
    taken.push(label)
    return { ...connector, label }
  })
  return { connectors, unlabelled }
}

export const cornered = ({ x, y, w, h }: Shape): Box => ({ x: x - w / 2, y: y - h / 2, w, h })

/** Beside a border, and beside a symbol, run lines at these distances, so that none lies on the border itself. */
const BY_BORDER = [3.5, 6.5, 9.5, 12.5, 15.5]
const BY_SYMBOL = [7, 10]
/** Of a symbol, and of each other. */
const KEEP_OFF = 3.2
const BETWEEN = 2.8

export const linesAcross = ({ area, laneEdges, symbols }: Ground): number[] =>
  lines(
    symbols.map((symbol) => ({ middle: symbol.x, half: symbol.w / 2, beside: besides(symbol).x })),
    laneEdges,
    { low: area.x, high: area.x + area.w },
  )

const linesDown = ({ area, rowEdges, symbols }: Ground): number[] =>
  lines(
    symbols.map((symbol) => ({ middle: symbol.y, half: symbol.h / 2, beside: besides(symbol).y })),
    rowEdges,
    { low: area.y, high: area.y + area.h },
  )

type Extent = { middle: number; half: number; beside: number }

const lines = (
  symbols: readonly Extent[],
  edges: readonly number[],
  { low, high }: { low: number; high: number },
): number[] => {
  const fixed = symbols.flatMap(({ middle, beside }) => [middle, middle - beside, middle + beside])
  const wished = [
    ...BY_BORDER.flatMap((far) => edges.flatMap((edge) => [edge - far, edge + far])),
    ...BY_SYMBOL.flatMap((far) => symbols.flatMap(({ middle, half }) => [middle - half - far, middle + half + far])),
  ]
  const isClear = (at: number): boolean => symbols.every(({ middle, half }) => Math.abs(middle - at) >= half + KEEP_OFF)
  const isOffBorder = (at: number): boolean => edges.every((edge) => Math.abs(edge - at) >= BETWEEN)
  const taken: number[] = []
  for (const at of wished) {
    if (at <= low + 2 || at >= high - 2 || !isClear(at) || !isOffBorder(at)) continue
    if (taken.every((other) => Math.abs(other - at) >= BETWEEN)) taken.push(at)
  }
  return [...fixed, ...taken]
}
