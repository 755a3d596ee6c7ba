// The outlines that every rendering draws alike: corners of symbols, and the heads of arrows.
import type { Point, Shape } from './picture.ts'

/** Null for a capsule, which has none. */
export const cornersOf = ({ kind, x, y, w, h, pointing }: Shape): Point[] | null => {
  const [left, right, top, bottom] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2]
  switch (kind) {
    case 'terminator':
      return null
    case 'process':
      return [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ]
    case 'decision':
      return [
        { x, y: top },
        { x: right, y },
        { x, y: bottom },
        { x: left, y },
      ]
    case 'off-page': {
      const [flat, tip] = pointing === 'up' ? [bottom, top] : [top, bottom]
      const shoulder = flat + (tip - flat) * 0.6
      return [
        { x: left, y: flat },
        { x: right, y: flat },
        { x: right, y: shoulder },
        { x, y: tip },
        { x: left, y: shoulder },
      ]
    }
  }
}

/** Three corners of the head, its point first. */
export const arrowHead = (points: readonly Point[]): Point[] => {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const { x, y } = heading(points)
  const base = { x: tip.x - x * HEAD.length, y: tip.y - y * HEAD.length }
  return [
    tip,
    { x: base.x + y * HEAD.half, y: base.y - x * HEAD.half },
    { x: base.x - y * HEAD.half, y: base.y + x * HEAD.half },
  ]
}

const HEAD = { length: 5, half: 2.1 }

/** The line ends inside its head, so that its square end does not show at the tip. */
export const shortened = (points: readonly Point[]): Point[] => {
  const tip = points.at(-1)
  if (!tip) return []
  const { x, y } = heading(points)
  return [...points.slice(0, -1), { x: tip.x - x * (HEAD.length - 1), y: tip.y - y * (HEAD.length - 1) }]
}

const heading = (points: readonly Point[]): Point => {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const before = points.at(-2) ?? tip
  const isLevel = Math.abs(tip.x - before.x) > Math.abs(tip.y - before.y)
  return { x: isLevel ? Math.sign(tip.x - before.x) : 0, y: isLevel ? 0 : Math.sign(tip.y - before.y) }
}
