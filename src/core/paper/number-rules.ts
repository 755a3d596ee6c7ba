// How an office numbers: a pattern for dossiers, the agenda and letters; kinds of letters with a pattern or a series of their own.
import { z } from 'zod'
import { slug } from '../procedure/field-schema.ts'
import { fillNumberPattern } from './number-pattern.ts'

const code = z.string().min(1).max(30)

const ownNumbers = z.strictObject({
  pattern: z.string().optional(),
  series: slug.optional().describe('counts by itself; without it the kind shares the series of all letters'),
  classification: code.optional(),
  unit: z.string().optional(),
})

export const numbersSchema = z.strictObject({
  dossier: z.string(),
  agenda: z.string(),
  letter: z.string().describe('of all letters that have no pattern of their own'),
  classification: code.optional().describe('of letters and procedures that say nothing else'),
  unit: z.string().optional().describe('fills {unit}'),
  units: z.record(slug, z.string()).default({}).describe('fills {unit} where whoever signs is of this unit'),
  procedures: z.record(slug, code).default({}).describe('classification of letters that come in by a procedure'),
  letters: z.record(slug, ownNumbers).default({}),
})

export type Numbers = z.output<typeof numbersSchema>
export type OwnNumbers = z.output<typeof ownNumbers>

/** What a decision needs of it; `codes` that may be chosen are all where the office keeps no list. */
export type NumberRules = {
  dossier: string
  agenda: string
  letter: string
  classification?: string | undefined
  unit?: string | undefined
  units?: Readonly<Record<string, string>>
  procedures?: Readonly<Record<string, string>>
  letters?: Readonly<Record<string, OwnNumbers>>
  codes?: readonly string[]
}

/** The rules of one day: what the day brings to a number is filled in. */
export const numberRules = (
  numbers: Numbers,
  classifications: readonly { code: string }[],
  on: { year: number; month: number },
): NumberRules => ({
  ...numbers,
  dossier: fillNumberPattern(numbers.dossier, on),
  agenda: fillNumberPattern(numbers.agenda, on),
  letter: fillNumberPattern(numbers.letter, on),
  letters: Object.fromEntries(
    Object.entries(numbers.letters).map(([kind, own]) => [
      kind,
      own.pattern === undefined ? own : { ...own, pattern: fillNumberPattern(own.pattern, on) },
    ]),
  ),
  codes: classifications.map(({ code: one }) => one),
})

export type LetterNumbering = { pattern: string; series: string; classification: string; unit: string }

/** How letters of this kind are numbered; `unit` is the one whose post signs. */
export const letterNumbering = (rules: NumberRules, kind: string, unit: string | null): LetterNumbering => {
  const own = rules.letters?.[kind]
  return {
    pattern: own?.pattern ?? rules.letter,
    series: own?.series === undefined ? LETTER_SERIES : `${LETTER_SERIES}:${own.series}`,
    classification: own?.classification ?? rules.classification ?? '',
    unit: own?.unit ?? (unit === null ? undefined : rules.units?.[unit]) ?? rules.unit ?? '',
  }
}

export const LETTER_SERIES = 'letter'
export const AGENDA_SERIES = 'agenda'

/** Of letters that come in by this procedure. */
export const incomingClassification = (rules: NumberRules, procedure: string): string =>
  rules.procedures?.[procedure] ?? rules.classification ?? ''

/** May this code be chosen? */
export const isKnownCode = ({ codes = [] }: NumberRules, chosen: string): boolean =>
  codes.length === 0 || codes.includes(chosen)
