// The flowchart table on its pages: rows, symbols, connectors, and pentagons where an arrow goes on on another page.
import { across, type Columns, columnsOf, headOf } from './columns.ts'
import { connect, type Wanted } from './connect.ts'
import { type Entry, type Pair, STRIP, split, stripsOf } from './off-page.ts'
import { type Cell, MARGIN, PAPER, type Page, type Shape } from './picture.ts'
import { measuredRows, type Row, rowCells, SYMBOL_HEIGHT } from './rows.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export type Flow = { pages: Page[]; undrawn: string[]; faults: number }

/** Room above and below each symbol, points: the next is tried when lines or words find no place. */
const PADS = [13, 16, 20, 26, 34]
/** Under the table: the legend and the foot of the page. */
const FOOT = 16

/** @param firstPage number of its first page, from 1 */
export const flowPages = (sheet: Sheet, firstPage: number): Flow => {
  let best: Flow | null = null
  for (const pad of PADS) {
    const flow = attempt(sheet, { pad, firstPage })
    if (flow.faults === 0) return flow
    if (!best || flow.faults < best.faults) best = flow
  }
  return best ?? { pages: [], undrawn: [], faults: 0 }
}

type Try = { pad: number; firstPage: number }

const attempt = (sheet: Sheet, { pad, firstPage }: Try): Flow => {
  const columns = columnsOf(sheet)
  const rows = measuredRows(sheet, columns, pad)
  const head = headOf(sheet, columns, MARGIN.top)
  const top = Math.max(...head.map(({ y, h }) => y + h))
  const room = PAPER.height - MARGIN.bottom - FOOT - top
  const { parts, pairs, crowdedOut } = split(sheet, rows, room)
  const drawn = parts.map((part, at) => drawPage({ sheet, columns, head, top, part, at, pairs, firstPage }))
  return {
    pages: drawn.map(({ page }) => page),
    undrawn: [
      ...crowdedOut.map(({ from, to, label }) => wayOf(sheet, { from, to, label })),
      ...drawn.flatMap(({ undrawn }) => undrawn),
    ],
    faults: drawn.reduce((sum, { faults }) => sum + faults, crowdedOut.length * UNDRAWN),
  }
}

/** An arrow that is told in words alone is worse than a word without place. */
const UNDRAWN = 10

type Plan = {
  sheet: Sheet
  columns: Columns
  head: Cell[]
  /** Where the rows begin. */
  top: number
  part: Row[]
  at: number
  pairs: Pair[]
  firstPage: number
}

const drawPage = (plan: Plan): { page: Page; undrawn: string[]; faults: number } => {
  const { columns, head, top } = plan
  const stands = standing(plan)
  const lanes = across(columns.lanes)
  const laid = connect(
    {
      area: { x: lanes.x, w: lanes.w, y: top, h: (stands.rowEdges.at(-1) ?? top) - top },
      laneEdges: [...columns.lanes.map(({ x }) => x), lanes.x + lanes.w],
      rowEdges: stands.rowEdges,
      symbols: stands.symbols,
    },
    wantedOf(plan, stands.symbols),
  )
  return {
    page: {
      kind: 'flow',
      tables: [[...head, ...stands.cells]],
      texts: [],
      symbols: stands.symbols,
      connectors: laid.connectors,
    },
    undrawn: [...laid.missing, ...laid.unlabelled].map(({ from, to, label }) =>
      wayOf(plan.sheet, { from: from.key, to: to.key, label }),
    ),
    faults: laid.missing.length * UNDRAWN + laid.unlabelled.length,
  }
}

/** "3 - 7 (Ya)", by the numbers of the rows. */
const wayOf = ({ rows }: Sheet, { from, to, label }: { from: string; to: string; label: string }): string => {
  const say = (key: string): string => {
    const row = rows.find((one) => one.key === key)
    return row ? row.no || row.says : key.replace(/^(in|out)-/, '')
  }
  return `${say(from)} - ${say(to)}${label === '' ? '' : ` (${label})`}`
}

type Standing = { cells: Cell[]; symbols: Shape[]; rowEdges: number[] }

/** Rows below each other, with the strips of pentagons over and under them. */
const standing = (plan: Plan): Standing => {
  const { columns, top, part, at, pairs } = plan
  const strips = stripsOf(columns.lanes.length, at, pairs)
  const stands: Standing = { cells: [], symbols: [], rowEdges: [top] }
  const add = (h: number, row: SheetRow, symbols: (y: number) => Shape[]): void => {
    const y = stands.rowEdges.at(-1) ?? top
    stands.cells.push(...rowCells(row, columns, { y, h }))
    stands.symbols.push(...symbols(y + h / 2))
    stands.rowEdges.push(y + h)
  }
  const addStrip = (entries: readonly Entry[]): void =>
    add(STRIP, stripRow(plan, entries), (y) => entries.map((entry) => pentagon(entry, columns, y)))
  for (const entries of strips.above) addStrip(entries)
  for (const { row, h } of part) add(h, row, (y) => symbolsOf(row, columns, y))
  for (const entries of strips.below) addStrip(entries)
  return stands
}

/** The words of a strip say where its pentagons lead, for whoever leafs through paper. */
const stripRow = ({ sheet, firstPage }: Plan, entries: readonly Entry[]): SheetRow => {
  const said = [...Map.groupBy(entries, ({ way, otherPage }) => `${way} ${otherPage}`).values()].map((group) => {
    const letters = group.map(({ pair }) => pair.letter).join(', ')
    const page = (group[0]?.otherPage ?? 0) + firstPage
    return group[0]?.way === 'in' ? sheet.words.continuedFrom(letters, page) : sheet.words.continuedOn(letters, page)
  })
  return {
    key: '',
    no: '',
    activity: said.join('\n'),
    lanes: [],
    symbol: 'process',
    says: '',
    needs: [],
    time: '',
    makes: [],
    note: '',
    isInferred: false,
  }
}

const widthIn = (columns: Columns, lane: number): { x: number; w: number } => {
  const span = columns.lanes[lane] ?? { x: 0, w: 0 }
  return { x: span.x + span.w / 2, w: Math.max(16, Math.min(40, span.w - 20)) }
}

const symbolsOf = (row: SheetRow, columns: Columns, y: number): Shape[] =>
  row.lanes.map((lane) => ({
    ...widthIn(columns, lane),
    key: row.key,
    y,
    h: SYMBOL_HEIGHT[row.symbol],
    kind: row.symbol,
    dashed: row.isInferred,
  }))

const pentagon = ({ pair, way, lane, pointing }: Entry, columns: Columns, y: number): Shape => ({
  ...widthIn(columns, lane),
  w: 16,
  key: `${way}-${pair.letter}`,
  y,
  h: SYMBOL_HEIGHT['off-page'],
  kind: 'off-page',
  dashed: false,
  letter: pair.letter,
  pointing,
})

/** Links within a row, arrows on this page, and arrows from and to its pentagons. */
const wantedOf = ({ sheet, part, at, pairs }: Plan, symbols: readonly Shape[]): Wanted[] => {
  const named = (key: string) => ({ key, symbols: symbols.filter((symbol) => symbol.key === key) })
  const keys = new Set(part.map(({ row }) => row.key))
  const links = part.flatMap(({ row }) => linksOf(named(row.key).symbols))
  const arrows = sheet.edges.flatMap((edge): Wanted[] => {
    const pair = pairs.find((one) => one.edge === edge)
    const drawn = { label: edge.label, dashed: edge.isInferred, arrow: true }
    if (!pair)
      return keys.has(edge.from) && keys.has(edge.to) ? [{ from: named(edge.from), to: named(edge.to), ...drawn }] : []
    if (pair.fromPage === at) return [{ from: named(edge.from), to: named(`out-${pair.letter}`), ...drawn }]
    if (pair.toPage === at) return [{ from: named(`in-${pair.letter}`), to: named(edge.to), ...drawn, label: '' }]
    return []
  })
  return [...links, ...arrows]
}

/** Two actors of one row are joined by a line without a head. */
const linksOf = (symbols: readonly Shape[]): Wanted[] =>
  symbols.slice(1).map((symbol, at) => {
    const before = symbols[at] ?? symbol
    return {
      from: { key: before.key, symbols: [before] },
      to: { key: symbol.key, symbols: [symbol] },
      label: '',
      dashed: symbol.dashed,
      arrow: false,
    }
  })
