// A fault of a procedure file: on which line, how grave, in which words; and where in the file a line is.
import { type Sentence, sentence } from '../sentence.ts'

export type Fault = { line: number; sentence: Sentence; severity: 'error' | 'warning' }
export type Path = readonly PropertyKey[]

/** Finds the line (from 1) on which the thing at this path of the file stands. */
export type LineOf = (path: Path) => number

export const faultAt = (line: number, id: string, en: string): Fault => ({
  line,
  severity: 'error',
  sentence: sentence(id, en),
})
