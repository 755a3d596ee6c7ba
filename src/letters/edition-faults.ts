// All faults of an edition at one office, by line: its own, posts that the office lacks, letters that would not print.
import type { OfficeRules } from '../core/agency/catalogue.ts'
import { procedureMisfits } from '../core/agency/fit.ts'
import { GENERAL_LETTER } from '../core/paper/letter-templates.ts'
import { fieldsOf } from '../core/procedure/form.ts'
import { lintProcedure } from '../core/procedure/lint.ts'
import { type Fault, type Path, readProcedure } from '../core/procedure/read.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { letterFaults } from './choose.ts'

export type NamedLetter = { path: Path; letter: string }

export const editionFaults = (source: string, office: Pick<OfficeRules, 'agency' | 'letters'>): Fault[] => {
  const read = readProcedure(source)
  if (!read.ok) return lintProcedure(source)
  const { procedure, lineOf } = read
  const found = [
    ...procedureMisfits(procedure, office.agency).map((one) => ({ ...one, path: ['actors', one.at, 'post'] })),
    ...lettersNamed(procedure).flatMap((one) =>
      letterMisfits(procedure, one, office.letters[one.letter] ?? office.letters[GENERAL_LETTER]),
    ),
  ]
  const around = found.map(
    (one): Fault => ({
      line: lineOf(one.path),
      severity: 'error',
      sentence: one.sentence,
    }),
  )
  return [...lintProcedure(source), ...around].toSorted((a, b) => a.line - b.line)
}

/** The letters that a procedure sends, and where it says so. */
export const lettersNamed = ({ steps, policy }: Procedure): NamedLetter[] => [
  ...steps.flatMap(({ letter }, index) => (letter === undefined ? [] : [{ path: ['steps', index, 'letter'], letter }])),
  ...(policy.reject?.letter ? [{ path: ['policy', 'reject', 'letter'], letter: policy.reject.letter }] : []),
]

/** @param text the source of the letter */
export const letterMisfits = (
  procedure: Procedure,
  { path, letter }: NamedLetter,
  text: string | undefined,
): { path: Path; sentence: Sentence }[] =>
  letterFaults(text, fieldsOf(procedure)).map(({ line, sentence: { id, en } }) => ({
    path,
    sentence: sentence(`Surat "${letter}", baris ${line}: ${id}`, `Letter "${letter}", line ${line}: ${en}`),
  }))
