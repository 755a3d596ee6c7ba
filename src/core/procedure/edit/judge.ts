// All faults of a draft, each with the section that it concerns, so that an officer is led to it and reads no line numbers.

import type { Sentence } from '../../sentence.ts'
import type { Path } from '../fault.ts'
import { soundness } from '../lint.ts'
import { readData, readDocument } from '../read.ts'
import type { Procedure } from '../schema.ts'
import { valueAt } from './look.ts'
import { missingWords } from './missing-words.ts'
import { type Section, sectionOf } from './section.ts'

/** `line` where the text cannot be read and no section can be told. */
export type Judged = { severity: 'error' | 'warning'; sentence: Sentence; section: Section; line?: number }

/** What the office finds besides: posts and letters that it does not have. */
export type Around = (procedure: Procedure) => readonly { path: Path; sentence: Sentence }[]

export const judgeDraft = (
  source: string,
  around: Around = () => [],
): { faults: Judged[]; procedure: Procedure | null } => {
  const read = readDocument(source)
  if (!read.ok)
    return { procedure: null, faults: read.faults.map((fault) => ({ ...fault, section: { part: 'file' } })) }
  const paths: Path[] = []
  // Instead of its line each fault is told the place where it is noted down.
  const parsed = readData(read.data, (path) => paths.push(path) - 1)
  if (!parsed.ok)
    return {
      procedure: null,
      faults: parsed.faults.map(({ line, severity, sentence }) => {
        const path = paths[line] ?? []
        const missing = missingWords(path, valueAt(read.data, path))
        return { severity, sentence: missing ?? sentence, section: sectionOf(read.data, path) }
      }),
    }
  const { procedure } = parsed
  const found = [...soundness(procedure), ...around(procedure).map((one) => ({ ...one, severity: 'error' as const }))]
  return {
    procedure,
    faults: found.map(({ path, severity, sentence }) => ({ severity, sentence, section: sectionOf(read.data, path) })),
  }
}
