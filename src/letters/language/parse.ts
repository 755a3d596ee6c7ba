// The text of a letter as blocks: paragraphs, rows of facts, lists, headings, tables, attachments.
import { faultOn, unknownCommand } from './faults.ts'
import { type Cursor, lineAt, type PartReader, readFlow } from './flow.ts'
import { readInline } from './inline.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { readTable } from './parse-table.ts'
import type { Block, TemplateFault, Text, Words } from './template.ts'

export type ParsedText = { text: Text; faults: TemplateFault[] }

/** @param first number of the first line in its file, @param isList every line stands for itself */
export const parseText = (source: string, first = 1, isList = false): ParsedText => {
  const read = linesOf(source, first)
  const lines = isList ? read.flatMap((line) => [line, { kind: 'blank' as const, line: line.line }]) : read
  const cursor: Cursor = { lines, at: 0, faults: [] }
  return { text: readFlow(cursor, BLOCKS), faults: cursor.faults }
}

const readBlock = (cursor: Cursor): Block | 'nothing' | null => {
  const line = lineAt(cursor)
  if (!line) return null
  if (line.kind === 'cells') return readTable(cursor)
  cursor.at += 1
  switch (line.kind) {
    case 'blank':
      return 'nothing'
    case 'command':
      return readCommand(cursor, line)
    case 'heading':
      return readHeading(cursor, line)
    case 'rule':
      return { kind: 'rule', line: line.line }
    case 'item':
      return { ...line, words: wordsOf(cursor, line, isMoreOfItem) }
    case 'fact':
      return {
        kind: 'fact',
        line: line.line,
        label: inline(cursor, line.label, line.line),
        value: wordsOf(cursor, line, isIndentedText),
      }
    case 'text':
      return { kind: 'paragraph', line: line.line, words: wordsOf(cursor, line, isText) }
  }
}

const BLOCKS: PartReader<Block> = { part: readBlock, mayOpen: () => true }

/** What is wrong stands on the line on which the part begins. */
const inline = (cursor: Cursor, said: string, line: number): Words => {
  const read = readInline(said, line)
  cursor.faults.push(...read.faults)
  return read.words
}

/** The rest of the line and the lines that carry it on, with blanks between; a backslash at the end breaks the line. */
const wordsOf = (
  cursor: Cursor,
  { said, line }: { said: string; line: number },
  isMore: (line: NumberedLine) => boolean,
): Words => {
  const all = [said]
  for (let next = lineAt(cursor); next?.kind === 'text' && isMore(next); next = lineAt(cursor)) {
    all.push(next.said)
    cursor.at += 1
  }
  const whole = all.map((one, at) => {
    if (at === all.length - 1) return one
    return /(^|[^\\])\\$/.test(one) ? `${one.slice(0, -1).trimEnd()}\n` : `${one} `
  })
  return inline(cursor, whole.join(''), line)
}

const isText = ({ kind }: NumberedLine): boolean => kind === 'text'
const isMoreOfItem = isText
const isIndentedText = (line: NumberedLine): boolean => line.kind === 'text' && line.isIndented

const readHeading = (cursor: Cursor, line: Extract<NumberedLine, { kind: 'heading' }>): Block => {
  if (line.level > 2) cursor.faults.push(tooSmall(line.line))
  return {
    kind: 'heading',
    line: line.line,
    level: line.level === 1 ? 1 : 2,
    words: inline(cursor, line.said, line.line),
  }
}

const tooSmall = (line: number): TemplateFault =>
  faultOn(line, 'Judul bagian hanya dua tingkat: # dan ##.', 'Headings have two levels only: # and ##.')

const readCommand = (cursor: Cursor, line: Extract<NumberedLine, { kind: 'command' }>): Block | 'nothing' => {
  switch (line.command) {
    case 'lampiran':
      return { kind: 'annex', line: line.line, title: inline(cursor, line.said, line.line) }
    case 'tengah':
      return { kind: 'centered', line: line.line, words: inline(cursor, line.said, line.line) }
    case 'halaman':
      return { kind: 'new-page', line: line.line }
    case 'form':
      return { kind: 'form', line: line.line }
    case null:
      cursor.faults.push(unknownCommand(line.line, line.said))
      return 'nothing'
    case 'jika':
    case 'atau':
    case 'selain':
    case 'ulang':
    case 'selesai':
      return 'nothing'
  }
}
