// What must hold of every drawn sheet, checked by its geometry alone; each fault is told in words.
import { cornered } from './connect.ts'
import { overlap, piecesOf } from './labels.ts'
import { textWidth } from './measure.ts'
import { type Box, INSET, type Page, type Picture } from './picture.ts'

export const faultsOf = ({ pages, width, height }: Picture): string[] => [
  ...pages.flatMap((page, at) => pageFaults(page).map((fault) => `page ${at + 1}: ${fault}`)),
  ...pages.flatMap((page) => clippedTexts(page)),
  ...pages.flatMap(({ tables, texts }) =>
    [...tables.flat(), ...texts].flatMap((cell) =>
      cell.x < 0 || cell.y < 0 || cell.x + cell.w > width + 0.1 || cell.y + cell.h > height + 0.1
        ? [`"${cell.lines.join(' ')}" leaves the paper`]
        : [],
    ),
  ),
]

const pageFaults = (page: Page): string[] => [
  ...crooked(page),
  ...throughSymbols(page),
  ...onEachOther(page),
  ...loose(page),
  ...outsideLanes(page),
  ...coveredLabels(page),
]

const nameOf = ({ from, to }: { from: string; to: string }): string => `${from} -> ${to}`

const crooked = ({ connectors }: Page): string[] =>
  connectors.flatMap((one) =>
    piecesOf(one.points).some(({ w, h }) => w > 0.05 && h > 0.05)
      ? [`${nameOf(one)} is not drawn at right angles`]
      : [],
  )

/** Its own first and last piece touch the outline; nothing goes deeper than that. */
const throughSymbols = ({ connectors, symbols }: Page): string[] =>
  connectors.flatMap((one) =>
    piecesOf(one.points).flatMap((piece, at, all) =>
      symbols
        .filter((symbol) => !(at === 0 && symbol.key === one.from) && !(at === all.length - 1 && symbol.key === one.to))
        .filter((symbol) => overlap(piece, grown(cornered(symbol), 0.5)))
        .map((symbol) => `${nameOf(one)} runs through the symbol of ${symbol.key}`),
    ),
  )

const grown = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by })

/** Two lines that run the same way keep a visible distance where they run beside each other. */
const onEachOther = ({ connectors }: Page): string[] =>
  connectors.flatMap((one, at) =>
    connectors
      .slice(at + 1)
      .flatMap((other) =>
        piecesOf(one.points).some((a) => piecesOf(other.points).some((b) => areTooNear(a, b)))
          ? [`${nameOf(one)} lies on ${nameOf(other)}`]
          : [],
      ),
  )

const areTooNear = (a: Box, b: Box): boolean => {
  const level = a.h < 0.05 && b.h < 0.05 && Math.abs(a.y - b.y) < 1.5 && shared([a.x, a.w], [b.x, b.w]) > 0.1
  const upright = a.w < 0.05 && b.w < 0.05 && Math.abs(a.x - b.x) < 1.5 && shared([a.y, a.h], [b.y, b.h]) > 0.1
  return level || upright
}

const shared = ([a, aw]: [number, number], [b, bw]: [number, number]): number =>
  Math.min(a + aw, b + bw) - Math.max(a, b)

/** An arrow begins on the outline of its symbol and ends on the outline of the other. */
const loose = ({ connectors, symbols }: Page): string[] =>
  connectors.flatMap((one) => {
    const touches = (key: string, point: { x: number; y: number } | undefined): boolean =>
      point !== undefined &&
      symbols.some((symbol) => symbol.key === key && overlap({ ...point, w: 0, h: 0 }, grown(cornered(symbol), 0.3)))
    return [
      ...(touches(one.from, one.points[0]) ? [] : [`${nameOf(one)} begins nowhere`]),
      ...(touches(one.to, one.points.at(-1)) ? [] : [`${nameOf(one)} ends nowhere`]),
    ]
  })

/** Text stands in the other columns: a line that stays between the outer lanes meets none of it. */
const outsideLanes = ({ connectors, symbols, tables }: Page): string[] => {
  if (symbols.length === 0) return []
  const lanes = tables
    .flat()
    .filter(({ role, alt, lines }) => role === 'cell' && (alt !== undefined || lines.length === 0))
  const left = Math.min(...lanes.map(({ x }) => x))
  const right = Math.max(...lanes.map(({ x, w }) => x + w))
  return connectors.flatMap((one) =>
    one.points.some(({ x }) => x < left || x > right) ? [`${nameOf(one)} leaves the lanes`] : [],
  )
}

/** A word may interrupt its own line, never another's. */
const coveredLabels = ({ connectors, symbols }: Page): string[] =>
  connectors.flatMap((connector, at) => {
    const { label } = connector
    if (!label) return []
    const lines = connectors.filter((one) => one !== connector).flatMap(({ points }) => piecesOf(points))
    const later = connectors.slice(at + 1).flatMap((one) => (one.label ? [one.label] : []))
    return [
      ...(symbols.some((symbol) => overlap(label, cornered(symbol)))
        ? [`"${label.lines.join(' ')}" stands on a symbol`]
        : []),
      ...(lines.some((line) => overlap(label, line)) ? [`"${label.lines.join(' ')}" stands on a line`] : []),
      ...(later.some((other) => overlap(label, other)) ? [`"${label.lines.join(' ')}" stands on another word`] : []),
    ]
  })

const clippedTexts = ({ tables, texts }: Page): string[] =>
  [...tables.flat(), ...texts].flatMap((cell) =>
    cell.lines
      .filter((line) => textWidth(line, cell) > cell.w - INSET.x)
      .map((line) => `"${line}" is wider than its field`),
  )
