// Reads a procedure file (YAML text) into a procedure, or into faults that know their line.
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Fault, faultAt, type LineOf } from './fault.ts'
import { lineFinder } from './line-of.ts'
import { type Procedure, procedureSchema } from './schema.ts'
import { MOST_FAULTS, shapeFaults } from './shape-faults.ts'
import { barsReading, tooManyAliases } from './yaml-guard.ts'
import { keyFaults } from './yaml-tree.ts'
import { yamlFaults } from './yaml-words.ts'

export type { Fault, LineOf, Path } from './fault.ts'

/** A procedure as it is written in its file: nothing filled in that the officer left out. */
export type ProcedureFile = z.input<typeof procedureSchema>

export type ReadProcedure =
  | { ok: true; procedure: Procedure; file: ProcedureFile; lineOf: LineOf }
  | { ok: false; faults: Fault[] }

export const readProcedure = (source: string): ReadProcedure => {
  const read = readDocument(source)
  return read.ok ? readData(read.data, lineFinder(read.document, read.lines)) : read
}

export type ReadDocument =
  | { ok: true; document: Document.Parsed; lines: LineCounter; data: Record<string, unknown> }
  | { ok: false; faults: Fault[] }

/** The text as YAML whose keys can be told apart, whatever they are: also what is no whole procedure yet. */
export const readDocument = (source: string): ReadDocument => {
  const bar = barsReading(source)
  if (bar) return { ok: false, faults: [bar] }
  const lines = new LineCounter()
  // Keys written twice are found faster by ourselves: the reader compares each with each.
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false })
  const faults = [...yamlFaults(document.errors, lines), ...keyFaults(document, lines)]
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
  const data = plainData(document)
  if (data === BOMB) return { ok: false, faults: [tooManyAliases(1)] }
  return isRecord(data) ? { ok: true, document, lines, data } : { ok: false, faults: [notAMap()] }
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** The same from data: what an editor holds, or a program sends. */
export const readData = (data: unknown, lineOf: LineOf): ReadProcedure => {
  const parsed = procedureSchema.safeParse(data)
  if (!parsed.success) return { ok: false, faults: shapeFaults(parsed.error, data, lineOf) }
  return isFile(data) ? { ok: true, procedure: parsed.data, file: data, lineOf } : { ok: false, faults: [notAMap()] }
}

const isFile = (data: unknown): data is ProcedureFile => procedureSchema.safeParse(data).success

const BOMB = Symbol('aliases that multiply')

/** Aliases that multiply without end are refused by the reader of YAML, by throwing. */
const plainData = (document: Document.Parsed): unknown => {
  try {
    return document.toJS()
  } catch {
    return BOMB
  }
}

const notAMap = (): Fault =>
  faultAt(
    1,
    'Berkas tidak memuat prosedur; mulai dengan kunci seperti "procedure: nama-prosedur".',
    'The file holds no procedure; begin with keys such as "procedure: name-of-procedure".',
  )
