// The drawn sheet as SVG: one picture that stands alone, or one per page. Nothing in it runs, loads or needs a style sheet.
import { type Style, textWidth } from './measure.ts'
import {
  type Box,
  baselines,
  type Cell,
  type Connector,
  LABEL_SIZE,
  labelBaselines,
  type Page,
  type Picture,
  type Point,
  type Shape,
} from './picture.ts'
import { arrowHead, cornersOf, shortened } from './shapes.ts'

const FONT = 'Arimo, Arial, Liberation Sans, Helvetica, sans-serif'
const BETWEEN = 14

/** A whole file: all pages below each other. @param arms SVG source of the arms; a neutral shield when null */
export const svgFile = (picture: Picture, arms: string | null): string => {
  const height = picture.pages.length * (picture.height + BETWEEN) - BETWEEN
  const pages = picture.pages.map((page, at) => {
    const top = at * (picture.height + BETWEEN)
    return `<g transform="translate(0 ${num(top)})">${pageContent(picture, page, arms)}</g>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${frame(picture, { height, content: `<title>${text(picture.title)}</title>${pages.join('\n')}` })}\n`
}

/** One page alone, for a web page that says the same in words beside it. */
export const svgPage = (picture: Picture, page: Page, arms: string | null): string =>
  frame(picture, { height: picture.height, content: pageContent(picture, page, arms) })

const frame = ({ width }: Picture, { height, content }: { height: number; content: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}" font-family="${FONT}" fill="#000">${content}</svg>`

const pageContent = (picture: Picture, page: Page, arms: string | null): string =>
  [
    `<rect width="${num(picture.width)}" height="${num(picture.height)}" fill="#fff"/>`,
    ...page.tables.flat().map(frameOf),
    ...[...page.tables.flat(), ...page.texts].map(words),
    ...(page.arms ? [armsAt(page.arms, arms)] : []),
    ...page.connectors.map(connector),
    ...page.symbols.map(symbol),
    ...page.connectors.map(label),
  ].join('')

const frameOf = ({ x, y, w, h, frame, shade }: Cell): string =>
  frame
    ? `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${shade ? '#ececec' : 'none'}" stroke="#000" stroke-width="0.6"/>`
    : ''

const words = (cell: Cell): string => {
  if (cell.lines.length === 0) return ''
  const anchor = cell.align === 'center' ? ' text-anchor="middle"' : ''
  const weight = cell.bold ? ' font-weight="700"' : ''
  const lines = baselines(cell).map((line) => lineOf(line, cell))
  return `<text font-size="${num(cell.size)}"${anchor}${weight}>${lines.join('')}</text>`
}

/** Its length stands beside it: where a device has none of the fonts, the words still fit their field. */
const lineOf = (line: Point & { text: string }, style: Style): string => {
  const length = textWidth(line.text, style)
  const fit = length > 0 ? ` textLength="${num(length)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<tspan x="${num(line.x)}" y="${num(line.y)}"${fit}>${text(line.text)}</tspan>`
}

const DASH = '2.4 1.6'

const connector = ({ points, dashed, arrow, walked }: Connector): string => {
  const drawn = arrow ? shortened(points) : points
  const line = drawn.map(({ x, y }) => `${num(x)},${num(y)}`).join(' ')
  const broken = dashed ? ` stroke-dasharray="${DASH}"` : ''
  const body = `<polyline points="${line}" fill="none" stroke="#000" stroke-width="${walked ? 1.9 : 0.8}" stroke-linejoin="round"${broken}/>`
  return arrow ? `${body}<path d="${pathOf(arrowHead(points))}"/>` : body
}

const symbol = (one: Shape): string => {
  const { dashed, mark } = one
  const isNow = mark?.state === 'current'
  const fill = mark?.state === 'done' ? '#d6e6f5' : isNow ? '#fff3c4' : '#fff'
  const line = `fill="${fill}" stroke="#000" stroke-width="${isNow ? 2.4 : 1}"${dashed ? ` stroke-dasharray="${DASH}"` : ''}`
  return `<path d="${outlineOf(one)}" ${line}/>${signs(one)}`
}

const outlineOf = (one: Shape): string => {
  const corners = cornersOf(one)
  if (corners) return pathOf(corners)
  const { x, y, w, h } = one
  const [left, right, top, bottom, r] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2, h / 2]
  const arc = (toX: number, toY: number): string => `A${num(r)} ${num(r)} 0 0 1 ${num(toX)} ${num(toY)}`
  return `M${num(left + r)} ${num(top)}H${num(right - r)}${arc(right - r, bottom)}H${num(left + r)}${arc(left + r, top)}Z`
}

/** Letters of pentagons; ticks, dots and rounds of a walked path: never colour alone. */
const signs = ({ x, y, h, kind, letter, pointing, mark }: Shape): string => {
  if (kind === 'off-page') return middle(letter ?? '', { x, y: y + (pointing === 'up' ? 4.2 : 1.2), size: 8 })
  if (!mark) return ''
  const rounds = mark.rounds > 1 ? middle(`${mark.rounds}\u00d7`, { x: x + 7, y: y + 2.7, size: 7.5 }) : ''
  const cx = mark.rounds > 1 ? x - 6 : x
  return `${markSign(mark.state, { x: cx, y, r: h > 20 ? 3.4 : 4 })}${rounds}`
}

const markSign = (state: 'done' | 'current' | 'returned', { x, y, r }: { x: number; y: number; r: number }): string => {
  if (state === 'current') return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r - 0.6)}"/>`
  const line = 'fill="none" stroke="#000" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
  if (state === 'done')
    return `<path d="M${num(x - r)} ${num(y)}L${num(x - r * 0.25)} ${num(y + r * 0.75)}L${num(x + r)} ${num(y - r * 0.75)}" ${line}/>`
  return `<path d="M${num(x + r)} ${num(y)}H${num(x - r)}M${num(x - r * 0.3)} ${num(y - r * 0.7)}L${num(x - r)} ${num(y)}L${num(x - r * 0.3)} ${num(y + r * 0.7)}" ${line}/>`
}

const label = ({ label: one }: Connector): string => {
  if (!one) return ''
  const lines = labelBaselines(one).map((line) => lineOf(line, { size: LABEL_SIZE }))
  const ground = `<rect x="${num(one.x)}" y="${num(one.y)}" width="${num(one.w)}" height="${num(one.h)}" fill="#fff"/>`
  return `${ground}<text font-size="${LABEL_SIZE}">${lines.join('')}</text>`
}

const middle = (said: string, { x, y, size }: Point & { size: number }): string =>
  `<text x="${num(x)}" y="${num(y)}" font-size="${size}" font-weight="700" text-anchor="middle">${text(said)}</text>`

const armsAt = ({ x, y, w, h }: Box, arms: string | null): string => {
  if (arms !== null)
    return `<image x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" href="data:image/svg+xml,${encodeURIComponent(arms)}"/>`
  const paths = SHIELD.map(
    ({ d, fill, line }) => `<path d="${d}" fill="${fill}" stroke="#000" stroke-width="${line}"/>`,
  )
  return `<g transform="translate(${num(x)} ${num(y)}) scale(${num(w / 80)})" stroke-linejoin="round" stroke-linecap="round">${paths.join('')}</g>`
}

/** The neutral shield of the letters' head, for an office without arms of its own. */
const SHIELD = [
  { d: 'M6 8c12 4 24 2 34-5 10 7 22 9 34 5v42c0 21-14 34-34 43C20 84 6 71 6 50z', fill: '#fff', line: 2.6 },
  { d: 'M11 14c11 2.6 20 1 29-5 9 6 18 7.6 29 5v36c0 18-12 29-29 37C23 79 11 68 11 50z', fill: 'none', line: 1 },
  { d: 'M40 22l3.1 6.4 7 1-5.1 4.9 1.2 7L40 38l-6.2 3.3 1.2-7-5.1-4.9 7-1z', fill: '#000', line: 0 },
  {
    d: 'M18 56c5.5-4 9-4 14.6 0s9.2 4 14.8 0 9-4 14.6 0M21 63.5c4.6-3.4 7.6-3.4 12.7 0s7.5 3.4 12.6 0 8-3.4 12.7 0M27 71c3-2.4 5-2.4 8.6 0s5.2 2.4 8.8 0 5.6-2.4 8.6 0',
    fill: 'none',
    line: 1.8,
  },
]

const pathOf = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${num(x)} ${num(y)}`).join('L')}Z`

const num = (value: number): string => String(Math.round(value * 100) / 100)

const text = (said: string): string =>
  said
    .replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
