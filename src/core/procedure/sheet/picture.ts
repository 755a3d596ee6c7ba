// The drawn sheet: pages of cells, symbols and connectors with their places in points. Every rendering draws this.

export type Point = { x: number; y: number }
export type Box = { x: number; y: number; w: number; h: number }

/** A framed piece of text; its lines are broken already. */
export type Cell = Box & {
  lines: string[]
  size: number
  bold: boolean
  align: 'left' | 'center'
  valign: 'top' | 'middle'
  frame: boolean
  /** Heads and column numbers stand on a light ground. */
  shade: boolean
  /** Of a table: a head names its column. */
  role: 'head' | 'cell' | 'text'
  /** What a symbol in this cell says, for whoever does not see it. */
  alt?: string
}

export type Mark = { state: 'done' | 'current' | 'returned'; rounds: number }

/** The word of a decision's exit, beside its arrow. */
export type Label = Box & { lines: string[] }

/** `x`, `y` is its middle. */
export type Shape = Box & {
  /** The row or pair of connectors that it stands for. */
  key: string
  kind: 'terminator' | 'process' | 'decision' | 'off-page'
  dashed: boolean
  /** The letter of an off-page connector, and the way it leads. */
  letter?: string
  pointing?: 'down' | 'up'
  mark?: Mark
}

export type Connector = {
  from: string
  to: string
  points: Point[]
  dashed: boolean
  /** A link between two symbols of one row has no head. */
  arrow: boolean
  walked: boolean
  label?: Label
}

export type Page = {
  kind: 'identity' | 'flow' | 'additions'
  /** The framed area that is a table, for renderings that know tables. */
  tables: Cell[][]
  texts: Cell[]
  symbols: Shape[]
  connectors: Connector[]
  /** Where the arms of the agency stand. */
  arms?: Box
}

export type Picture = { width: number; height: number; title: string; pages: Page[] }

/** A4 across, in points. */
export const PAPER = { width: 841.89, height: 595.28 }
export const MARGIN = { x: 30, top: 30, bottom: 30 }

export const INSET = { x: 3.5, y: 3.5 }
export const LEADING = 1.2
/** Of capitals and of the whole line, of the font's size. */
const ASCENT = 0.905
const DESCENT = 0.212

/** The lines of a cell with the start (or middle) of their baselines. */
export const baselines = (cell: Cell): (Point & { text: string })[] => {
  const step = cell.size * LEADING
  const height = heightOf(cell.lines.length, cell.size)
  const top = cell.valign === 'middle' ? cell.y + (cell.h - height) / 2 : cell.y + INSET.y
  const x = cell.align === 'center' ? cell.x + cell.w / 2 : cell.x + INSET.x
  return cell.lines.map((text, index) => ({ text, x, y: top + cell.size * ASCENT + index * step }))
}

export const LABEL_SIZE = 6.8
export const LABEL_STEP = 7.6

export const labelBaselines = ({ x, y, lines }: Label): (Point & { text: string })[] =>
  lines.map((text, at) => ({ text, x: x + 0.8, y: y + 6 + at * LABEL_STEP }))

/** Of a block of lines, without the room around it. */
export const heightOf = (lines: number, size: number): number =>
  lines === 0 ? 0 : (lines - 1) * size * LEADING + size * (ASCENT + DESCENT)
