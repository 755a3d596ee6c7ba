// Where a connector may leave or reach a symbol: the middle of each side first, then beside it.
import { type Board, type Direction, nextNode, nodeAt, pointOf } from './board.ts'
import type { Point, Shape } from './picture.ts'

export type Port = {
  /** On the outline of the symbol. */
  at: Point
  /** The first node of the board outside, and the way out of the symbol. */
  node: number
  out: Direction
  cost: number
}

/** How far a line runs straight before its first bend; at its end there is the head of the arrow. */
const STUB = { from: 3, to: 6 }

/** From above to below, as the sheet is read: arrows leave downwards or sideways and come in from above. */
const SIDE_COST: Record<'from' | 'to', Record<Direction, number>> = {
  from: { 0: 45, 1: 3, 2: 0, 3: 3 },
  to: { 0: 0, 1: 14, 2: 45, 3: 14 },
}
const BESIDE_COST = 30

export const portsOf = (board: Board, symbol: Shape, end: 'from' | 'to'): Port[] =>
  waysOf(symbol, end).flatMap((out) =>
    offsetsOf(symbol, out).flatMap((offset) => {
      const on = outline(symbol, out, offset)
      const node = nodeOutside(board, on, { out, distance: STUB[end] })
      if (node < 0) return []
      // Lines of the board are rounded: the port stands exactly on its line.
      const line = pointOf(board, node)
      const at = out === 0 || out === 2 ? { x: line.x, y: on.y } : { x: on.x, y: line.y }
      const stub = Math.abs(line.x - at.x) + Math.abs(line.y - at.y)
      return [{ at, node, out, cost: stub + SIDE_COST[end][out] + (offset === 0 ? 0 : BESIDE_COST) }]
    }),
  )

/** Beside the middle: a quarter of a level side, of the height of the others. A pentagon is met in its middle alone. */
export const besides = ({ kind, w, h }: Shape): { x: number; y: number } =>
  kind === 'off-page' ? { x: 0, y: 0 } : { x: w / 4, y: h / 4 }

/** A pentagon is entered at its flat side and left at its point. */
const waysOf = ({ kind, pointing }: Shape, end: 'from' | 'to'): Direction[] => {
  if (kind !== 'off-page') return [0, 1, 2, 3]
  return (pointing === 'up') === (end === 'to') ? [2] : [0]
}

const offsetsOf = (symbol: Shape, out: Direction): number[] => {
  const { x, y } = besides(symbol)
  const aside = out === 0 || out === 2 ? x : y
  return aside === 0 ? [0] : [0, -aside, aside]
}

const outline = ({ x, y, w, h, kind }: Shape, out: Direction, offset: number): Point => {
  const level = out === 1 || out === 3
  // The sides of a diamond slope away from its corners; the ends of a capsule are round.
  const share = Math.abs(offset) / (level ? h / 2 : w / 2)
  const inward = kind === 'decision' ? share : 0
  const reach =
    (level ? w / 2 : h / 2) * (1 - inward) - (kind === 'terminator' ? roundness(h, offset, { level, w }) : 0)
  if (out === 0) return { x: x + offset, y: y - reach }
  if (out === 2) return { x: x + offset, y: y + reach }
  return { x: out === 1 ? x + reach : x - reach, y: y + offset }
}

const roundness = (h: number, offset: number, { level, w }: { level: boolean; w: number }): number => {
  const radius = h / 2
  if (level) return radius - Math.sqrt(radius ** 2 - offset ** 2)
  const past = Math.max(0, Math.abs(offset) - (w / 2 - radius))
  return radius - Math.sqrt(radius ** 2 - past ** 2)
}

/** The first node straight out from here that is far enough; -1 when there is none. */
const nodeOutside = (board: Board, at: Point, { out, distance }: { out: Direction; distance: number }): number => {
  const { xs, ys } = board
  const isLevel = out === 1 || out === 3
  const line = (isLevel ? ys : xs).findIndex((one) => Math.abs(one - (isLevel ? at.y : at.x)) < 0.02)
  if (line < 0) return -1
  const along = isLevel ? xs : ys
  const from = isLevel ? at.x : at.y
  const steps = out === 1 || out === 2 ? along.keys() : [...along.keys()].toReversed()
  const sign = out === 1 || out === 2 ? 1 : -1
  for (const step of steps) {
    if (((along[step] ?? 0) - from) * sign >= distance)
      return isLevel ? nodeAt(board, step, line) : nodeAt(board, line, step)
  }
  return -1
}

/** The nodes between a symbol and the node of its port, that node included; nobody else may cross them. */
export const stubNodes = (board: Board, { at, node, out }: Port): number[] => {
  const inward = OPPOSITE[out]
  const nodes: number[] = []
  for (let one = node; one >= 0; one = nextNode(board, one, inward)) {
    const { x, y } = pointOf(board, one)
    const beyond = out === 1 ? x - at.x : out === 3 ? at.x - x : out === 2 ? y - at.y : at.y - y
    if (beyond <= 0) break
    nodes.push(one)
  }
  return nodes
}

export const OPPOSITE: Record<Direction, Direction> = { 0: 2, 1: 3, 2: 0, 3: 1 }
