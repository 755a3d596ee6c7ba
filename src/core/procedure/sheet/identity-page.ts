// The identity of the SOP as its first page: arms and office left, number, dates and ratification right, then six boxes.
import { type Style, wrap } from './measure.ts'
import { type Box, type Cell, heightOf, INSET, MARGIN, PAPER, type Page } from './picture.ts'
import type { Sheet } from './sheet.ts'

const WIDTH = PAPER.width - 2 * MARGIN.x
const HALF = WIDTH / 2
const LABEL = 118
const BODY: Style = { size: 9 }
const ROW = 19
/** The field of the signature: post, room for pen and stamp. */
const SIGNED = 92
const ARMS = { w: 50, h: 60 }

export const identityPages = (sheet: Sheet): Page[] => {
  const head = headCells(sheet)
  const top = MARGIN.top + headHeight(sheet)
  const boxes = sixBoxes(sheet, top)
  const [first = [], ...others] = intoPages(boxes)
  const arms = { x: MARGIN.x + HALF / 2 - ARMS.w / 2, y: officeTop(sheet), ...ARMS }
  return [
    { kind: 'identity', tables: [[...head, ...first]], texts: officeLines(sheet), symbols: [], connectors: [], arms },
    ...others.map((cells): Page => ({ kind: 'identity', tables: [cells], texts: [], symbols: [], connectors: [] })),
  ]
}

const nameLines = (sheet: Sheet): string[] => wrap(sheet.title, HALF - LABEL - 2 * INSET.x, { size: 9.5, bold: true })
const nameHeight = (sheet: Sheet): number => Math.max(26, heightOf(nameLines(sheet).length, 9.5) + 2 * INSET.y + 6)
const headHeight = (sheet: Sheet): number => 4 * ROW + SIGNED + nameHeight(sheet)

const headCells = (sheet: Sheet): Cell[] => {
  const { words, facts } = sheet
  const x = MARGIN.x + HALF
  const rows: [string, string][] = [
    [words.number, sheet.number],
    [words.created, facts.created],
    [words.revised, facts.revised],
    [words.effective, facts.effective],
  ]
  const y = MARGIN.top + rows.length * ROW
  const signed = { y, h: SIGNED }
  const named = { y: y + SIGNED, h: nameHeight(sheet) }
  return [
    { ...cell([], { x: MARGIN.x, y: MARGIN.top, w: HALF, h: headHeight(sheet) }) },
    ...rows.flatMap(([label, value], at) =>
      pair({ label, value: wrap(value, HALF - LABEL - 2 * INSET.x, BODY) }, { x, y: MARGIN.top + at * ROW, h: ROW }),
    ),
    cell([words.approvedBy], { x, ...signed, w: LABEL }),
    {
      ...cell(
        facts.approvedBy.flatMap((line) => wrap(line, HALF - LABEL - 2 * INSET.x, BODY)),
        {
          x: x + LABEL,
          ...signed,
          w: HALF - LABEL,
        },
      ),
      align: 'center',
      valign: 'top',
    },
    cell([words.name], { x, ...named, w: LABEL }),
    { ...cell(nameLines(sheet), { x: x + LABEL, ...named, w: HALF - LABEL }), bold: true, size: 9.5, valign: 'middle' },
  ]
}

const pair = (
  { label, value }: { label: string; value: string[] },
  { x, y, h }: { x: number; y: number; h: number },
): Cell[] => [
  { ...cell([label], { x, y, w: LABEL, h }), valign: 'middle' },
  { ...cell(value, { x: x + LABEL, y, w: HALF - LABEL, h }), valign: 'middle' },
]

const OFFICE_WIDTH = HALF - 40
const AFTER_ARMS = 10
const AFTER_GOVERNMENT = 4

const namesOf = ({ facts }: Sheet) => ({
  government: wrap(facts.government.toUpperCase(), OFFICE_WIDTH, { size: 11, bold: true }),
  office: wrap(facts.office.toUpperCase(), OFFICE_WIDTH - 10, { size: 13, bold: true }),
})

/** Arms and names stand in the middle of their field. */
const officeTop = (sheet: Sheet): number => {
  const { government, office } = namesOf(sheet)
  const names = heightOf(government.length, 11) + AFTER_GOVERNMENT + heightOf(office.length, 13)
  return MARGIN.top + Math.max(6, (headHeight(sheet) - ARMS.h - AFTER_ARMS - names) / 2)
}

/** Government and office under the arms, in the middle of the left half. */
const officeLines = (sheet: Sheet): Cell[] => {
  const { government, office } = namesOf(sheet)
  const box = (y: number, lines: string[], size: number): Cell => ({
    ...cell(lines, { x: MARGIN.x + 20, y, w: OFFICE_WIDTH, h: heightOf(lines.length, size) }),
    size,
    bold: true,
    align: 'center',
    valign: 'middle',
    frame: false,
    role: 'text',
  })
  const y = officeTop(sheet) + ARMS.h + AFTER_ARMS
  return [box(y, government, 11), box(y + heightOf(government.length, 11) + AFTER_GOVERNMENT, office, 13)]
}

type Pair = { left: Entry; right: Entry }
type Entry = { title: string; lines: string[] }

/** Two and two beside each other, as on the official form. */
const sixBoxes = (sheet: Sheet, top: number): Cell[][] => {
  const { words } = sheet
  const pairs: Pair[] = [
    { left: listed(words.legalBasis, sheet.legalBasis), right: listed(words.qualifications, sheet.qualifications) },
    { left: listed(words.related, sheet.related), right: listed(words.equipment, sheet.equipment) },
    { left: listed(words.warning, sheet.warning), right: listed(words.recordKeeping, sheet.recordKeeping) },
  ]
  let y = top
  return pairs.flatMap(({ left, right }) => {
    const rows = pieces({ left, right }, y)
    y = Math.max(...rows.flat().map((one) => one.y + one.h))
    return rows
  })
}

const TITLE = 15

const pieces = ({ left, right }: Pair, y: number): Cell[][] => {
  const h = Math.max(26, heightOf(Math.max(left.lines.length, right.lines.length), 8.5) + 2 * INSET.y)
  const at = (entry: Entry, x: number): Cell[] => [
    { ...cell([entry.title], { x, y, w: HALF, h: TITLE }), bold: true, valign: 'middle', shade: true, role: 'head' },
    { ...cell(entry.lines, { x, y: y + TITLE, w: HALF, h }), size: 8.5 },
  ]
  const [leftTitle, leftBody] = at(left, MARGIN.x)
  const [rightTitle, rightBody] = at(right, MARGIN.x + HALF)
  return leftTitle && leftBody && rightTitle && rightBody ? [[leftTitle, rightTitle, leftBody, rightBody]] : []
}

const listed = (title: string, texts: readonly string[]): Entry => {
  const room = HALF - 2 * INSET.x
  const lines =
    texts.length < 2
      ? texts.flatMap((text) => wrap(text, room, { size: 8.5 }))
      : texts.flatMap((text, at) =>
          wrap(text, room - 14, { size: 8.5 }).map((line, row) =>
            row === 0 ? `${at + 1}. ${line}` : `\u00a0\u00a0\u00a0\u00a0${line}`,
          ),
        )
  return { title, lines }
}

/** A page that is full hands the next pair of boxes on. */
const intoPages = (groups: readonly Cell[][]): Cell[][] => {
  const bottom = PAPER.height - MARGIN.bottom - 4
  const pages: Cell[][] = [[]]
  let shift = 0
  for (const group of groups) {
    const low = Math.max(...group.map((one) => one.y + one.h)) - shift
    if (low > bottom && (pages.at(-1)?.length ?? 0) > 0) {
      shift = Math.min(...group.map((one) => one.y)) - MARGIN.top
      pages.push([])
    }
    pages.at(-1)?.push(...group.map((one) => ({ ...one, y: one.y - shift })))
  }
  return pages
}

const cell = (lines: string[], box: Box): Cell => ({
  ...box,
  lines,
  size: 9,
  bold: false,
  align: 'left',
  valign: 'top',
  frame: true,
  shade: false,
  role: 'cell',
})
