// Where everything stands on the drawing: a row per lane, a column per node, and lines that keep to the gaps between them.
import type { Graph, GraphFlow, GraphNode } from './graph.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }

export type Layout = {
  pool: Box
  /** By key of the actor. */
  lanes: Map<string, Box>
  nodes: Map<string, Box>
  labels: Map<string, Box>
  flows: Map<string, Point[]>
}

const POOL = { x: 160, y: 80, head: 30 }
const LANE_HEIGHT = 200
const TASK = { width: 200, height: 100 }
const SIZES: Record<GraphNode['type'], { width: number; height: number }> = {
  userTask: TASK,
  serviceTask: TASK,
  sendTask: TASK,
  receiveTask: TASK,
  manualTask: TASK,
  startEvent: { width: 36, height: 36 },
  endEvent: { width: 36, height: 36 },
  exclusiveGateway: { width: 50, height: 50 },
  parallelGateway: { width: 50, height: 50 },
}
/** Between columns: room for a line going up or down. */
const GAP = 70
/** Before a decision: room for its question. */
const ASKING = 130
/** Room for the words of an exit, in one or two lines. */
const WORDS = { most: 180, line: 28, letter: 7 }

export const layoutOf = ({ nodes, flows }: Graph, actors: readonly string[]): Layout => {
  const boxes = placed({ nodes, flows }, actors)
  const right = Math.max(...[...boxes.values()].map(({ x, width }) => x + width)) + GAP
  const pool = { x: POOL.x, y: POOL.y, width: right - POOL.x, height: LANE_HEIGHT * actors.length }
  const lanes = new Map(
    actors.map((actor, row) => [
      actor,
      { x: pool.x + POOL.head, y: pool.y + row * LANE_HEIGHT, width: pool.width - POOL.head, height: LANE_HEIGHT },
    ]),
  )
  const order = new Map(nodes.map(({ id }, column) => [id, column]))
  const lines = new Map(flows.map((flow, index) => [flow.id, lineOf(flow, { boxes, order, index })]))
  return { pool, lanes, nodes: boxes, labels: labelsOf({ nodes, flows }, boxes, lines), flows: lines }
}

/** No two nodes share a column: lines that go up and down a column meet nothing but its node. */
const placed = ({ nodes, flows }: Graph, actors: readonly string[]): Map<string, Box> => {
  const boxes = new Map<string, Box>()
  let x = POOL.x + 2 * POOL.head + GAP / 2
  for (const { id, type, lane } of nodes) {
    const size = SIZES[type]
    if (type === 'exclusiveGateway') x += ASKING - GAP
    const middle = POOL.y + (Math.max(0, actors.indexOf(lane)) + 0.5) * LANE_HEIGHT
    boxes.set(id, { x, y: middle - size.height / 2, ...size })
    const words = flows.filter(({ from }) => from === id).map(({ name }) => name.length * WORDS.letter + GAP / 2)
    x += size.width + Math.min(WORDS.most, Math.max(GAP, ...words))
  }
  return boxes
}

type Known = { boxes: ReadonlyMap<string, Box>; order: ReadonlyMap<string, number>; index: number }

const lineOf = ({ from, to }: GraphFlow, { boxes, order, index }: Known): Point[] => {
  const [source, target] = [boxes.get(from), boxes.get(to)]
  if (!source || !target) return []
  const columns = (order.get(to) ?? 0) - (order.get(from) ?? 0)
  if (columns === 1) return neighbours(source, target)
  return around(source, target, { isForward: columns > 0, nudge: (index % 5) * 6 })
}

const neighbours = (source: Box, target: Box): Point[] => {
  const [start, end] = [
    { x: source.x + source.width, y: middleOf(source) },
    { x: target.x, y: middleOf(target) },
  ]
  const turn = target.x - GAP / 2
  return start.y === end.y ? [start, end] : [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end]
}

/** Over the nodes of the lane when going on, under them when going back; then along the column of the target. */
const around = (source: Box, target: Box, { isForward, nudge }: { isForward: boolean; nudge: number }): Point[] => {
  const aisle = middleOf(source) + (isForward ? -1 : 1) * (LANE_HEIGHT / 2 - 12 - nudge)
  const leave = { x: centreOf(source), y: isForward ? source.y : source.y + source.height }
  const arrivesFromAbove = aisle < target.y
  const arrive = { x: centreOf(target), y: arrivesFromAbove ? target.y : target.y + target.height }
  return [leave, { x: leave.x, y: aisle }, { x: arrive.x, y: aisle }, arrive]
}

const middleOf = ({ y, height }: Box): number => y + height / 2
const centreOf = ({ x, width }: Box): number => x + width / 2

/** Words of events stand below them, a question above its gateway, words of a way beside its beginning. */
const labelsOf = ({ nodes, flows }: Graph, boxes: ReadonlyMap<string, Box>, lines: ReadonlyMap<string, Point[]>) => {
  const labels = new Map<string, Box>()
  for (const { id, type, step, name } of nodes) {
    const box = boxes.get(id)
    if (!box || step !== null || name === '') continue
    const below = { x: centreOf(box) - 40, y: box.y + box.height + 6, width: 80, height: 28 }
    const question = { x: box.x - ASKING + 20, y: box.y - 42, width: ASKING, height: 42 }
    labels.set(id, type === 'exclusiveGateway' ? question : below)
  }
  const begun: Point[] = []
  for (const { id, name } of flows) {
    const [start, next] = lines.get(id) ?? []
    if (!start || !next || name === '') continue
    const before = begun.filter((one) => one.x === start.x && one.y === start.y).length
    begun.push(start)
    labels.set(id, besideWay(start, next, { name, before }))
  }
  return labels
}

/** @param before ways with words that begin at the same corner */
const besideWay = (start: Point, next: Point, { name, before }: { name: string; before: number }): Box => {
  const width = Math.min(WORDS.most - GAP / 2 - 6, name.length * WORDS.letter)
  const y = start.y === next.y ? start.y - WORDS.line - 4 : (start.y + next.y) / 2 - WORDS.line / 2
  return { x: start.x + 6 + before * width, y, width, height: WORDS.line }
}
