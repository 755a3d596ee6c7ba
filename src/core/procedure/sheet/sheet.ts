// The official sheet of an SOP as facts: its identity, its rows with their symbols, its arrows, and what the office added.
import { END } from '../flow.ts'
import type { Procedure, Step } from '../schema.ts'
import { additionsOf, type Section } from './additions.ts'
import { type PrintedEdge, printedEdges, printedSteps } from './printed-flow.ts'
import type { SheetWords } from './words.ts'

/** What the agency adds to a procedure's own facts; dates in words, empty where the source prints none. */
export type SheetFacts = {
  government: string
  office: string
  /** The post that ratifies and its office; never a person. */
  approvedBy: string[]
  place: string
  created: string
  revised: string
  effective: string
}

export type SymbolKind = 'terminator' | 'process' | 'decision'

export type SheetRow = {
  key: string
  no: string
  activity: string
  /** Columns of its actors, from 0 on the left. */
  lanes: number[]
  symbol: SymbolKind
  /** The symbol in words, for whoever does not see it. */
  says: string
  needs: string[]
  time: string
  makes: string[]
  note: string
  /** The source's mark was lost: the column was concluded from the words. */
  isInferred: boolean
}

export type Sheet = {
  procedure: string
  edition: string
  title: string
  facts: SheetFacts
  /** The latest printed date, as in the file; null where none is. */
  datedOn: string | null
  number: string
  legalBasis: string[]
  qualifications: string[]
  related: string[]
  equipment: string[]
  warning: string[]
  recordKeeping: string[]
  lanes: { key: string; label: string }[]
  rows: SheetRow[]
  edges: PrintedEdge[]
  /** Not part of the official sheet: the office's own steps and rules, and the defects of the source. */
  additions: Section[]
  words: SheetWords
}

export const sheetOf = (procedure: Procedure, facts: SheetFacts, words: SheetWords): Sheet => {
  const lanes = Object.entries(procedure.actors).map(([key, { label }]) => ({ key, label }))
  const rows = printedSteps(procedure).map((step, index) => stepRow(procedure, words, step, index))
  const edges = printedEdges(procedure)
  const ending = endRow(procedure, words, { rows, edges })
  return {
    procedure: procedure.procedure,
    edition: procedure.edition,
    title: procedure.title,
    facts,
    datedOn: procedure.effective ?? procedure.revised ?? procedure.created,
    number: procedure.number ?? '',
    legalBasis: procedure.legalBasis,
    qualifications: procedure.qualifications,
    related: linesOf(procedure.relatedTo),
    equipment: procedure.equipment,
    warning: linesOf(procedure.warning),
    recordKeeping: linesOf(procedure.recordKeeping),
    lanes,
    rows: ending ? [...rows, ending] : rows,
    edges: ending ? edges : edges.filter(({ to }) => to !== END),
    additions: additionsOf(procedure, words),
    words,
  }
}

const linesOf = (text: string | null): string[] => (text ? [text] : [])

const stepRow = (procedure: Procedure, words: SheetWords, step: Step, index: number): SheetRow => {
  const keys = Object.keys(procedure.actors)
  const symbol = symbolOf(procedure, step, index)
  const lanes = step.actor.map((actor) => keys.indexOf(actor)).filter((lane) => lane >= 0)
  return {
    key: step.step,
    no: step.no ?? String(index + 1),
    activity: step.activity,
    lanes: [...new Set(lanes)].toSorted((a, b) => a - b),
    symbol,
    says: saysOf(words, step, { symbol, index }),
    needs: step.printed?.needs ?? [],
    time: step.time ?? '',
    makes: step.printed?.makes ?? [],
    note: step.printed?.note ?? '',
    isInferred: step.inferred.includes('actor') || step.inferred.includes('decides'),
  }
}

/** The first row begins; where no row says so, the last one ends. A decision stays one wherever it stands. */
const symbolOf = (procedure: Procedure, step: Step, index: number): SymbolKind => {
  if (step.decides) return 'decision'
  const rows = printedSteps(procedure)
  const isLast = index === rows.length - 1 && !needsEnd(procedure)
  return index === 0 || isLast ? 'terminator' : 'process'
}

const saysOf = (words: SheetWords, step: Step, { symbol, index }: { symbol: SymbolKind; index: number }): string => {
  if (step.decides) return `${words.decision}: ${step.decides.question.id}`
  if (symbol === 'process') return words.process
  return index === 0 ? words.start : words.end
}

/** An arrow must not end nowhere: without a printed last row, the exit of a decision or of an earlier row gets one. */
const needsEnd = (procedure: Procedure): boolean => {
  if (procedure.terminal !== null) return true
  const last = printedSteps(procedure).at(-1)
  return printedEdges(procedure).some(
    ({ from, to }) => to === END && (from !== last?.step || last.decides !== undefined),
  )
}

type Drawn = { rows: SheetRow[]; edges: PrintedEdge[] }

/** It stands with whoever acts last: the source's mark of it is lost with the others. */
const endRow = (procedure: Procedure, words: SheetWords, { rows, edges }: Drawn): SheetRow | null => {
  if (!needsEnd(procedure)) return null
  const ends = edges.filter(({ to }) => to === END).map(({ from }) => from)
  const last = rows.findLast(({ key }) => ends.includes(key)) ?? rows.at(-1)
  const before = rows.at(-1)
  const isCounted = procedure.terminal !== null && /^\d+$/.test(before?.no ?? '')
  return {
    key: END,
    no: procedure.terminalNo ?? (isCounted ? String(Number(before?.no) + 1) : ''),
    activity: procedure.terminal ?? '',
    lanes: (last?.lanes ?? [0]).slice(-1),
    symbol: 'terminator',
    says: words.end,
    needs: [],
    time: '',
    makes: [],
    note: '',
    isInferred: procedure.terminal === null || last?.isInferred === true,
  }
}
