import { expect, test } from 'vitest'
import { linesAcross } from './connect.ts'
import type { Shape } from './picture.ts'

const at = (y: number, symbol: Pick<Shape, 'w' | 'h' | 'kind'>): Shape => ({
  ...symbol,
  key: `at ${y}`,
  x: 245.26,
  y,
  dashed: false,
})

/** Judged on paper, points. */
const APART = 1.5

test('lines through steps and through pentagons of one lane can be told apart', () => {
  const symbols = [at(20, { kind: 'off-page', w: 16, h: 17 }), at(80, { kind: 'process', w: 21.12, h: 18 })]
  const area = { x: 224.7, y: 0, w: 41.12, h: 120 }
  const lines = linesAcross({ area, laneEdges: [224.7, 265.82], rowEdges: [0, 120], symbols })
  const sorted = [...new Set(lines)].toSorted((a, b) => a - b)
  for (const [index, line] of sorted.slice(1).entries()) expect(line - (sorted[index] ?? 0)).toBeGreaterThan(APART)
})
