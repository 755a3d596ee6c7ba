// What uploaded tables would do to the office, line by line, before any of it is done.
import { withWrites } from '../../core/organisation/apply.ts'
import type { Change, Facts, Judged } from '../../core/organisation/change.ts'
import { judge } from '../../core/organisation/judge.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Cells } from './cells.ts'
import { TABLE_KINDS, TABLES, type TableKind } from './columns.ts'
import { readTables, type SentFile, type SentRow } from './read-tables.ts'
import { type Wanted, wantedBy } from './wanted.ts'

export type Verdict = 'new' | 'changed' | 'unchanged' | 'ended' | 'refused'

/** `kind` is null for a file that could not be read. */
export type PlannedLine = {
  file: string
  line: number
  kind: TableKind | null
  what: string
  verdict: Verdict
  says: Sentence[]
}

export type ImportPlan = { lines: PlannedLine[]; changes: Change[] }

type Planning = { office: Organisation; facts: Facts; newId: () => string }

/** Nothing may be done as long as one line is refused: then there are no changes. */
export const planImport = (planning: Planning, files: readonly SentFile[]): ImportPlan => {
  const { rows, faults } = readTables(files)
  const begun: Begun = { office: planning.office, lines: [], changes: [] }
  for (const kind of TABLE_KINDS)
    planTable(
      planning,
      begun,
      rows.filter((one) => one.kind === kind),
    )
  const unread = faults.map(
    ({ sentence: says, ...at }): PlannedLine => ({
      ...at,
      kind: null,
      what: '',
      verdict: 'refused',
      says: [says],
    }),
  )
  const order = new Map(files.map(({ name }, index) => [name, index]))
  const lines = [...unread, ...begun.lines].toSorted(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line,
  )
  return { lines, changes: lines.some(({ verdict }) => verdict === 'refused') ? [] : begun.changes }
}

type Begun = { office: Organisation; lines: PlannedLine[]; changes: Change[] }

/** A row may speak of one that stands below it in the file, so what is refused is tried again after the others. */
const planTable = (planning: Planning, begun: Begun, rows: readonly SentRow[]): void => {
  const keys = new Set<string>()
  let waiting = rows.filter((row) => {
    const key = JSON.stringify([row.cells.email, row.cells.absent, row.cells.person, row.cells.fromOn, identity(row)])
    const isTwice = keys.has(key)
    keys.add(key)
    if (isTwice) begun.lines.push(lineOf(row, 'refused', [TWICE]))
    return !isTwice
  })
  for (;;) {
    const refused: { row: SentRow; says: Sentence }[] = []
    for (const row of waiting) {
      const says = planRow(planning, begun, row)
      if (says) refused.push({ row, says })
    }
    if (refused.length === waiting.length) {
      begun.lines.push(...refused.map(({ row, says }) => lineOf(row, 'refused', [says])))
      return
    }
    waiting = refused.map(({ row }) => row)
  }
}

const identity = ({ kind, cells }: SentRow): string => {
  switch (kind) {
    case 'units':
      return cells.unit ?? ''
    case 'posts':
    case 'mandates':
    case 'substitutes':
      return cells.post ?? ''
    case 'clients':
      return cells.client ?? ''
  }
}

/** @returns why it cannot be, or null when it is planned */
const planRow = ({ facts, newId }: Planning, begun: Begun, row: SentRow): Sentence | null => {
  const wanted = wantedBy(begun.office, row, newId)
  if (!wanted.ok) return wanted.sentence
  if (wanted.before !== null && differences(row.kind, wanted).length === 0) {
    begun.lines.push(lineOf(row, 'unchanged', []))
    return null
  }
  const judged = judgeAll(begun.office, wanted.changes, facts)
  if (!judged.ok) return judged.sentence
  begun.office = withWrites(begun.office, judged.writes)
  begun.changes.push(...wanted.changes)
  const verdict = wanted.before === null ? 'new' : wanted.isEnding ? 'ended' : 'changed'
  const invited = wanted.changes.some(({ type }) => type === 'person') ? [INVITED] : []
  begun.lines.push(lineOf(row, verdict, [...differences(row.kind, wanted), ...invited, ...judged.warnings]))
  return null
}

const judgeAll = (start: Organisation, changes: readonly Change[], facts: Facts): Judged => {
  let office = start
  const all: Extract<Judged, { ok: true }> = { ok: true, writes: [], warnings: [] }
  return changes.reduce<Judged>((before, change) => {
    if (!before.ok) return before
    const judged = judge(office, change, facts)
    if (!judged.ok) return judged
    office = withWrites(office, judged.writes)
    return {
      ok: true,
      writes: [...before.writes, ...judged.writes],
      warnings: [...before.warnings, ...judged.warnings],
    }
  }, all)
}

/** The name of a person is their own to change. */
const OF_THE_ACCOUNT = ['name', 'email']

const differences = (kind: TableKind, { before, after }: Extract<Wanted, { ok: true }>): Sentence[] =>
  before === null
    ? []
    : TABLES[kind]
        .filter(({ key }) => before[key] !== after[key] && !(kind === 'mandates' && OF_THE_ACCOUNT.includes(key)))
        .map(({ key, name }) => {
          const [was, is] = [before[key], after[key]]
          return sentence(
            `${name.id}: ${was || 'kosong'} → ${is || 'kosong'}`,
            `${name.en}: ${was || 'empty'} → ${is || 'empty'}`,
          )
        })

const lineOf = ({ file, line, kind, cells }: SentRow, verdict: Verdict, says: Sentence[]): PlannedLine => ({
  file,
  line,
  kind,
  what: whatOf(kind, cells),
  verdict,
  says,
})

const whatOf = (kind: TableKind, cells: Cells): string => {
  switch (kind) {
    case 'units':
    case 'clients':
      return cells.name || cells.unit || cells.client || ''
    case 'posts':
      return cells.title || cells.post || ''
    case 'mandates':
      return [cells.name, cells.post].join(', ')
    case 'substitutes':
      return [cells.absent, cells.person].join(' → ')
  }
}

const TWICE = sentence(
  'Baris ini ada dua kali di unggahan ini. Hapus salah satunya.',
  'This line stands twice in this upload. Remove one of them.',
)
const INVITED = sentence(
  'Akun baru dibuat; undangan dikirim ke surelnya.',
  'A new account is made; an invitation is sent to the address.',
)
