// Puts the word of a decision's exit beside its connector, near the symbol, where it covers nothing.
import { textWidth, wrap } from './measure.ts'
import { type Box, LABEL_SIZE, LABEL_STEP, type Label, type Point } from './picture.ts'

/** A longer word of an exit is broken into lines. */
const WIDEST = 46
const GAP = 1.4
const STEP = 2.5
/** A word far from its symbol is not read with it. */
const REACH = 140

type Around = {
  /** The lanes; words do not leave them. */
  area: Box
  /** Symbols and words that stand already. */
  taken: readonly Box[]
  own: readonly Point[]
  /** The other lines. */
  others: readonly (readonly Point[])[]
}

/** Null when it would cover something everywhere. Where there is no room beside its line it interrupts the line. */
export const placeLabel = (said: string, { area, taken, own, others }: Around): Label | null => {
  const broken = wrap(said, WIDEST, { size: LABEL_SIZE })
  const size = {
    w: Math.max(...broken.map((line) => textWidth(line, { size: LABEL_SIZE }))) + 1.6,
    h: broken.length * LABEL_STEP,
  }
  const lines = others.flatMap(piecesOf)
  const isFree = (box: Box): boolean =>
    isWithin(box, area) && ![...taken, ...lines].some((other) => overlap(box, other))
  const ownLines = piecesOf(own)
  for (const box of candidates(own, size)) {
    if (isFree(box) && !ownLines.some((line) => overlap(box, line))) return { ...box, lines: broken }
  }
  for (const { x, y } of along(own)) {
    const box = { x: x - size.w / 2, y: y - size.h / 2, ...size }
    if (isFree(box) && !isAtEnd(box, own)) return { ...box, lines: broken }
  }
  return null
}

/** The head of the arrow stays in sight. */
const isAtEnd = (box: Box, points: readonly Point[]): boolean => {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  return overlap(box, { x: tip.x - 6, y: tip.y - 6, w: 12, h: 12 })
}

/** The pieces of a line as boxes without thickness. */
export const piecesOf = (points: readonly Point[]): Box[] =>
  points.slice(1).map((to, at) => {
    const from = points[at] ?? to
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(from.x - to.x),
      h: Math.abs(from.y - to.y),
    }
  })

/** Touching is not overlapping; a line without thickness overlaps what it runs through. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const isWithin = (box: Box, area: Box): boolean =>
  box.x >= area.x + 1 && box.y >= area.y && box.x + box.w <= area.x + area.w - 1 && box.y + box.h <= area.y + area.h

type Size = { w: number; h: number }

/** On either side of the line, from its beginning. */
function* candidates(points: readonly Point[], size: Size): Generator<Box> {
  for (const { x, y, level } of along(points)) {
    yield* level === 0 ? besideUpright({ x, y }, size) : besideLevel({ x, y }, size, level > 0)
  }
}

/** Points of the line from its beginning; `level` is the way across: 1 to the right, -1 to the left, 0 none. */
function* along(points: readonly Point[]): Generator<Point & { level: number }> {
  let gone = 0
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at] ?? to
    const level = Math.sign(Math.round(to.x - from.x))
    const down = Math.sign(Math.round(to.y - from.y))
    const length = Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
    for (let far = 1; far <= length && gone + far < REACH; far += STEP) {
      yield { x: from.x + level * far, y: from.y + down * far, level }
    }
    gone += length
  }
}

function* besideLevel({ x, y }: Point, { w, h }: Size, isRightwards: boolean): Generator<Box> {
  const left = isRightwards ? x : x - w
  yield { x: left, y: y - GAP - h, w, h }
  yield { x: left, y: y + GAP, w, h }
}

function* besideUpright({ x, y }: Point, { w, h }: Size): Generator<Box> {
  yield { x: x + GAP, y, w, h }
  yield { x: x - GAP - w, y, w, h }
  yield { x: x + GAP, y: y - h, w, h }
  yield { x: x - GAP - w, y: y - h, w, h }
}
