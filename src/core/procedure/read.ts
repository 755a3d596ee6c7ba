// Reads a procedure file (YAML text) into a procedure, or into faults that know their line.
import { type Document, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Sentence, sentence } from '../sentence.ts'
import { type Procedure, procedureSchema } from './schema.ts'

export type Fault = { line: number; sentence: Sentence; severity: 'error' | 'warning' }
export type Path = readonly PropertyKey[]

/** Finds the line (from 1) on which the thing at this path of the file stands. */
export type LineOf = (path: Path) => number

export type ReadProcedure = { ok: true; procedure: Procedure; lineOf: LineOf } | { ok: false; faults: Fault[] }

export const readProcedure = (source: string): ReadProcedure => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      severity: 'error' as const,
      sentence: sentence(
        `Berkas bukan YAML yang benar: ${firstLine(error.message)}`,
        `Not valid YAML: ${firstLine(error.message)}`,
      ),
    }))
    return { ok: false, faults }
  }
  const lineOf: LineOf = (path) => lineAt(document, lines, path)
  const data = plainData(document)
  if (data === TOO_DEEP) return { ok: false, faults: [{ line: 1, severity: 'error', sentence: TOO_DEEP }] }
  const parsed = procedureSchema.safeParse(data)
  if (parsed.success) return { ok: true, procedure: parsed.data, lineOf }
  // Read once more for the same faults in Indonesian.
  const inIndonesian = procedureSchema.safeParse(data, { error: INDONESIAN }).error?.issues ?? []
  const faults = parsed.error.issues.flatMap((issue, index) =>
    faultsOf(issue, inIndonesian[index]?.message ?? issue.message, lineOf),
  )
  return { ok: false, faults }
}

/** Aliases that multiply without end are refused by the reader of YAML, by throwing. */
const plainData = (document: Document.Parsed): unknown => {
  try {
    return document.toJS()
  } catch {
    return TOO_DEEP
  }
}

const TOO_DEEP = sentence('Berkas memakai terlalu banyak rujukan (alias).', 'The file uses too many aliases.')

const INDONESIAN = z.locales.id().localeError

const faultsOf = (issue: z.core.$ZodIssue, indonesian: string, lineOf: LineOf): Fault[] => {
  const severity = 'error' as const
  const place = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      severity,
      sentence: sentence(
        `Kunci "${key}" tidak dikenal${at(place)}.`,
        `Unknown key "${key}"${place && ` in ${place}`}.`,
      ),
    }))
  }
  const found = sentence(
    `Isi ${place || 'berkas'} tidak sesuai: ${indonesian}`,
    `${place || 'The file'} is not as it must be: ${issue.message}`,
  )
  return [{ line: lineOf(issue.path), severity, sentence: found }]
}

const at = (place: string): string => (place ? ` pada ${place}` : '')

/** The deepest part of the path that the file really has: a missing key is shown where its parent stands. */
const lineAt = (document: Document.Parsed, lines: LineCounter, path: Path): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length)
    const offset = keyOffset(document, part) ?? nodeOffset(document.getIn(part, true))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

const keyOffset = (document: Document.Parsed, path: Path): number | undefined => {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!hasItems(parent)) return undefined
  const wanted = String(path.at(-1))
  for (const item of parent.items) if (isPair(item) && String(item.key.value) === wanted) return item.key.range?.[0]
  return undefined
}

type KeyNode = { value: unknown; range?: readonly number[] | null }

const hasItems = (node: unknown): node is { items: unknown[] } =>
  typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)

const isPair = (item: unknown): item is { key: KeyNode } =>
  typeof item === 'object' &&
  item !== null &&
  'key' in item &&
  typeof item.key === 'object' &&
  item.key !== null &&
  'value' in item.key

const nodeOffset = (node: unknown): number | undefined => {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : undefined
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message
