// Conditions and loops around parts of a text: [jika ...], [atau jika ...], [selain itu], [ulang ...], [selesai].
import { MOST_DEPTH } from './budget.ts'
import { readCondition } from './condition.ts'
import { cut, faultOn, notClosed, tooDeep } from './faults.ts'
import { NAME } from './inline.ts'
import type { NumberedLine } from './lines.ts'
import type { Branch, Condition, Flow, TemplateFault } from './template.ts'

/** Where the reader stands; it only goes forward. */
export type Cursor = { lines: readonly NumberedLine[]; at: number; faults: TemplateFault[] }

export const lineAt = (cursor: Cursor): NumberedLine | undefined => cursor.lines[cursor.at]

/** Takes one part from where the cursor stands and goes past it. Null where the text of this kind has ended. */
export type PartReader<Part> = {
  part: (cursor: Cursor) => Part | 'nothing' | null
  /** Whether a condition or loop that begins here holds parts of this kind. */
  mayOpen: (cursor: Cursor) => boolean
}

/** Reads up to a command that ends this part, and leaves the cursor on it. */
export const readFlow = <Part>(cursor: Cursor, reader: PartReader<Part>, depth = 0): Flow<Part>[] => {
  const parts: Flow<Part>[] = []
  for (let line = lineAt(cursor); line; line = lineAt(cursor)) {
    if (isEnd(line)) {
      if (depth > 0) return parts
      cursor.faults.push(nothingOpen(line.line))
      cursor.at += 1
    } else if (isBeginning(line)) {
      if (!reader.mayOpen(cursor)) return parts
      if (depth === MOST_DEPTH) {
        cursor.faults.push(tooDeep(line.line, MOST_DEPTH))
        cursor.at = cursor.lines.length
      } else parts.push(line.command === 'ulang' ? readEach(cursor, reader, depth) : readChoice(cursor, reader, depth))
    } else {
      const part = reader.part(cursor)
      if (part === null) return parts
      if (part !== 'nothing') parts.push(part)
    }
  }
  return parts
}

export const isEnd = (line: NumberedLine): boolean =>
  line.kind === 'command' && (line.command === 'selesai' || line.command === 'atau' || line.command === 'selain')

type Beginning = Extract<NumberedLine, { command: 'jika' | 'atau' | 'ulang' }>

export const isBeginning = (line: NumberedLine): line is Beginning =>
  line.kind === 'command' && (line.command === 'jika' || line.command === 'ulang')

const readEach = <Part>(cursor: Cursor, reader: PartReader<Part>, depth: number): Flow<Part> => {
  const opened = lineAt(cursor)
  const line = opened?.line ?? 1
  const table = opened && isBeginning(opened) ? opened.said : ''
  if (!NAME.test(table)) cursor.faults.push(noTable(line, table))
  cursor.at += 1
  const parts = readFlow(cursor, reader, depth + 1)
  close(cursor, line, 'ulang')
  return { kind: 'each', line, table, parts }
}

const readChoice = <Part>(cursor: Cursor, reader: PartReader<Part>, depth: number): Flow<Part> => {
  const line = lineAt(cursor)?.line ?? 1
  const branches: Branch<Part>[] = []
  let next = branchAt(cursor)
  while (next) {
    if (branches.at(-1)?.when === null) cursor.faults.push(afterOtherwise(next.line))
    cursor.at += 1
    branches.push({ ...next, parts: readFlow(cursor, reader, depth + 1) })
    next = branchAt(cursor)
  }
  close(cursor, line, 'jika')
  return { kind: 'choice', line, branches }
}

/** The branch that begins on this line; null on any other line. */
const branchAt = (cursor: Cursor): { line: number; when: Condition | null } | null => {
  const line = lineAt(cursor)
  if (line?.kind !== 'command') return null
  if (line.command === 'selain') return { line: line.line, when: null }
  if (line.command !== 'jika' && line.command !== 'atau') return null
  const read = readCondition(line.said, line.line)
  if (!read.ok) cursor.faults.push(read.fault)
  return { line: line.line, when: read.ok ? read.when : [] }
}

const close = (cursor: Cursor, line: number, opened: 'jika' | 'ulang'): void => {
  const end = lineAt(cursor)
  if (end?.kind === 'command' && end.command === 'selesai') cursor.at += 1
  else cursor.faults.push(notClosed(line, opened))
}

const nothingOpen = (line: number): TemplateFault =>
  faultOn(
    line,
    'Baris ini menutup atau melanjutkan bagian yang tidak dibuka; hapus, atau tulis [jika ...] atau [ulang ...] sebelum isinya.',
    'This line closes or continues a part that was never opened; take it away, or write [jika ...] or [ulang ...] above.',
  )

const afterOtherwise = (line: number): TemplateFault =>
  faultOn(
    line,
    'Sesudah [selain itu] tidak boleh ada cabang lagi; pindahkan cabang ini ke atasnya.',
    'No branch may follow [selain itu]; move this one above it.',
  )

const noTable = (line: number, said: string): TemplateFault =>
  faultOn(
    line,
    `[ulang ${cut(said)}] harus menyebut satu isian berbentuk tabel, misalnya [ulang titik-ukur].`,
    `[ulang ${cut(said)}] must name one field that is a table, for example [ulang titik-ukur].`,
  )
