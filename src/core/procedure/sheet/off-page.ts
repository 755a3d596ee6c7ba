// Arrows that go on on another page: a pentagon where they leave and one where they arrive, with the same letter.
import type { PrintedEdge } from './printed-flow.ts'
import { intoPages, type Row } from './rows.ts'
import type { Sheet } from './sheet.ts'

/** Pages count from 0 here. */
export type Pair = {
  letter: string
  edge: PrintedEdge
  fromPage: number
  toPage: number
  fromLane: number
  toLane: number
}

/** One pentagon: `out` leads away from this page. */
export type Entry = { pair: Pair; way: 'in' | 'out'; lane: number; pointing: 'down' | 'up'; otherPage: number }

/** Rows of pentagons over and under the rows of a page; each row has one for a lane at most. */
export type Strips = { above: Entry[][]; below: Entry[][]; count: number }

/** Height of a row of pentagons, points. */
export const STRIP = 34

type Parts = { parts: Row[][]; pairs: Pair[]; crowdedOut: PrintedEdge[] }

/** Rows by page, and the arrows between pages; the strips with their pentagons need room of their own. */
export const split = (sheet: Sheet, rows: readonly Row[], room: number): Parts => {
  if (heightOfRows(rows) <= room) return { parts: [[...rows]], pairs: [], crowdedOut: [] }
  let parts: Row[][] = []
  let pairs: Pair[] = []
  for (let strips = 2; strips <= 8; strips += 1) {
    parts = intoPages(rows, Math.max(60, room - strips * STRIP))
    pairs = letteredPairs(sheet.edges, sheet.rows, parts)
    const most = Math.max(...parts.map((_, at) => stripsOf(sheet.lanes.length, at, pairs).count))
    if (most <= strips) break
  }
  const crowdedOut = crowded(sheet, parts, pairs, room)
  const kept = sheet.edges.filter((edge) => !crowdedOut.includes(edge))
  return { parts, pairs: letteredPairs(kept, sheet.rows, parts), crowdedOut }
}

const heightOfRows = (rows: readonly Row[]): number => rows.reduce((sum, { h }) => sum + h, 0)

/** Arrows whose pentagons no longer fit on a page beside its rows: told in words instead. */
const crowded = (sheet: Sheet, parts: readonly Row[][], pairs: readonly Pair[], room: number): PrintedEdge[] => {
  let kept = [...pairs]
  for (const [page, part] of parts.entries()) {
    const isHere = ({ fromPage, toPage }: Pair): boolean => fromPage === page || toPage === page
    const left = room - heightOfRows(part)
    while (kept.some(isHere) && stripsOf(sheet.lanes.length, page, kept).count * STRIP > left)
      kept = kept.toSpliced(kept.findLastIndex(isHere), 1)
  }
  return pairs.filter((pair) => !kept.includes(pair)).map(({ edge }) => edge)
}

const letteredPairs = (edges: readonly PrintedEdge[], rows: Sheet['rows'], parts: readonly Row[][]): Pair[] => {
  const pageOf = (key: string): number => parts.findIndex((part) => part.some(({ row }) => row.key === key))
  const laneOf = (key: string): number => rows.find((row) => row.key === key)?.lanes[0] ?? 0
  return edges
    .map((edge) => ({ edge, fromPage: pageOf(edge.from), toPage: pageOf(edge.to) }))
    .filter(({ fromPage, toPage }) => fromPage >= 0 && toPage >= 0 && fromPage !== toPage)
    .map((pair, at) => ({
      ...pair,
      letter: letterOf(at),
      fromLane: laneOf(pair.edge.from),
      toLane: laneOf(pair.edge.to),
    }))
}

export const stripsOf = (lanes: number, page: number, pairs: readonly Pair[]): Strips => {
  const entries = pairs.flatMap((pair): Entry[] => {
    if (pair.fromPage === page) return [entryOf(pair, 'out', pair.toPage > page)]
    return pair.toPage === page ? [entryOf(pair, 'in', pair.fromPage > page)] : []
  })
  const isBelow = ({ pair, way }: Entry): boolean => (way === 'out' ? pair.toPage > page : pair.fromPage > page)
  const above = inRows(
    entries.filter((entry) => !isBelow(entry)),
    lanes,
  )
  const below = inRows(entries.filter(isBelow), lanes)
  return { above, below, count: above.length + below.length }
}

/** It stands in the lane of the symbol on this page, so that the arrow to it is short. */
const entryOf = (pair: Pair, way: Entry['way'], otherIsLater: boolean): Entry => ({
  pair,
  way,
  lane: way === 'out' ? pair.fromLane : pair.toLane,
  pointing: (way === 'out') === otherIsLater ? 'down' : 'up',
  otherPage: way === 'out' ? pair.toPage : pair.fromPage,
})

/** A lane that is taken already gives its pentagon to the nearest free one. */
const inRows = (entries: readonly Entry[], lanes: number): Entry[][] => {
  const rows: Entry[][] = []
  for (const [at, entry] of entries.entries()) {
    const row = Math.floor(at / Math.max(1, lanes))
    const standing = rows[row] ?? []
    const free = [...Array(Math.max(1, lanes)).keys()].filter((lane) => !standing.some((one) => one.lane === lane))
    const lane = free.toSorted((a, b) => Math.abs(a - entry.lane) - Math.abs(b - entry.lane))[0] ?? entry.lane
    rows[row] = [...standing, { ...entry, lane }]
  }
  return rows
}

/** A to Z, then AA. */
const letterOf = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${letterOf(Math.floor(at / 26) - 1)}${letter}`
}
