// Lays one connector: the cheapest way over the board from a port of one symbol to a port of another (Dijkstra).
import { ACROSS, type Board, type Direction, DOWN, isTaken, nextNode, pointOf, SOLID, takePiece } from './board.ts'
import { createHeap } from './heap.ts'
import type { Point } from './picture.ts'
import { OPPOSITE, type Port, stubNodes } from './ports.ts'

/** In points of length: what a bend and a crossing are worth. */
const BEND = 16
const CROSSING = 26

/** The bends of the way, ends included; null when there is none. What it uses is taken on the board. */
export const route = (board: Board, starts: readonly Port[], goals: readonly Port[]): Point[] | null => {
  const from = starts.filter((port) => isFree(board, port))
  const to = goals.filter((port) => isFree(board, port))
  const found = search(board, from, to)
  if (!found) return null
  take(board, found)
  const way = [found.start.at, ...found.nodes.map((node) => pointOf(board, node)), found.goal.at]
  return withoutStraights(way)
}

/** Its stub must lie free; the clearance around its own symbol does not count. */
const isFree = (board: Board, port: Port): boolean => board.nodes[port.node] === 0 && isStubFree(board, port)

const isStubFree = (board: Board, port: Port): boolean =>
  stubNodes(board, port).every((node) => ((board.nodes[node] ?? 0) & (ACROSS | DOWN)) === 0 && !isStub(board, node))

const STUB = 8
const isStub = (board: Board, node: number): boolean => ((board.nodes[node] ?? 0) & STUB) !== 0

type Found = { start: Port; goal: Port; nodes: number[]; directions: Direction[] }

const search = (board: Board, starts: readonly Port[], goals: readonly Port[]): Found | null => {
  const size = board.nodes.length * 4
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(size).fill(-1)
  const heap = createHeap()
  const offer = (state: number, cost: number, from: number): void => {
    if (cost >= (costs[state] ?? 0)) return
    costs[state] = cost
    before[state] = from
    heap.push(state, cost)
  }
  for (const start of starts) offer(start.node * 4 + start.out, start.cost, -1)
  const ends = new Set(goals.map(({ node }) => node))
  let best: { cost: number; state: number; goal: Port } | null = null
  for (let top = heap.pop(); top && top.cost < (best?.cost ?? Number.POSITIVE_INFINITY); top = heap.pop()) {
    const { state, cost } = top
    if (cost > (costs[state] ?? 0)) continue
    const end = ends.has(state >> 2) ? arrival(board, goals, state) : null
    if (end && cost + end.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) {
      best = { cost: cost + end.cost, state, goal: end.goal }
    }
    for (const direction of DIRECTIONS) {
      const step = stepCost(board, state, direction)
      if (step !== null) offer(nextNode(board, state >> 2, direction) * 4 + direction, cost + step, state)
    }
  }
  return best ? traced(best, before, starts) : null
}

const arrival = (board: Board, goals: readonly Port[], state: number): { cost: number; goal: Port } | null => {
  const node = state >> 2
  const ends = goals
    .filter((goal) => goal.node === node && goal.out !== (state & 3))
    .filter((goal) => OPPOSITE[goal.out] === (state & 3) || board.nodes[node] === 0)
    .map((goal) => ({ goal, cost: goal.cost + (OPPOSITE[goal.out] === (state & 3) ? 0 : BEND) }))
  return ends.toSorted((a, b) => a.cost - b.cost)[0] ?? null
}

const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3]

/** What one piece further that way costs; null when there is no way. */
const stepCost = (board: Board, state: number, direction: Direction): number | null => {
  const node = state >> 2
  const turns = direction !== (state & 3)
  if ((direction ^ 2) === (state & 3) || (turns && board.nodes[node] !== 0)) return null
  if (isTakenFrom(board, node, direction)) return null
  const next = nextNode(board, node, direction)
  const there = board.nodes[next] ?? 0
  if (there & (SOLID | STUB | (direction & 1 ? ACROSS : DOWN))) return null
  return distance(board, node, next) + (turns ? BEND : 0) + (there === 0 ? 0 : CROSSING)
}

const isTakenFrom = (board: Board, node: number, direction: Direction): boolean =>
  nextNode(board, node, direction) < 0 || isTaken(board, node, direction)

const distance = ({ xs, ys }: Board, a: number, b: number): number => {
  const [column, other] = [a % xs.length, b % xs.length]
  const across = (xs[column] ?? 0) - (xs[other] ?? 0)
  const down = (ys[(a - column) / xs.length] ?? 0) - (ys[(b - other) / xs.length] ?? 0)
  return Math.abs(across) + Math.abs(down)
}

const traced = (end: { state: number; goal: Port }, before: Int32Array, starts: readonly Port[]): Found | null => {
  const states: number[] = []
  for (let state = end.state; state >= 0; state = before[state] ?? -1) states.unshift(state)
  const first = states[0] ?? -1
  const start = starts.filter((port) => port.node * 4 + port.out === first).toSorted((a, b) => a.cost - b.cost)[0]
  if (!start) return null
  const directions = states.map((state) => DIRECTIONS[state & 3] ?? 0)
  return { start, goal: end.goal, nodes: states.map((state) => state >> 2), directions }
}

/** Straight nodes may be crossed by others; bends and the first and last piece may not. */
const take = (board: Board, { start, goal, nodes, directions }: Found): void => {
  nodes.forEach((node, at) => {
    const arrives = directions[at] ?? 0
    const leaves = at === nodes.length - 1 ? OPPOSITE[goal.out] : (directions[at + 1] ?? 0)
    const used = arrives !== leaves ? SOLID : arrives === 1 || arrives === 3 ? ACROSS : DOWN
    board.nodes[node] = (board.nodes[node] ?? 0) | used
    if (at < nodes.length - 1) takePiece(board, node, leaves)
  })
  for (const port of [start, goal]) {
    for (const node of stubNodes(board, port)) board.nodes[node] = SOLID | STUB
  }
}

const withoutStraights = (points: readonly Point[]): Point[] =>
  points.filter((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    if (!before || !after) return true
    const isLevel = Math.abs(before.y - point.y) < 0.02 && Math.abs(after.y - point.y) < 0.02
    const isUpright = Math.abs(before.x - point.x) < 0.02 && Math.abs(after.x - point.x) < 0.02
    return !isLevel && !isUpright
  })
