// Number patterns of letters, agenda and dossiers: everything but the number itself is filled here, `{seq}` at commit.
import { type Sentence, sentence } from '../sentence.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Fills {year} {month} {romanMonth}; leaves {seq} and {seq4}, which the commit takes from the series. */
export const fillNumberPattern = (pattern: string, on: { year: number; month: number }): string =>
  pattern
    .replaceAll('{year}', String(on.year))
    .replaceAll('{month}', String(on.month).padStart(2, '0'))
    .replaceAll('{romanMonth}', ROMAN[on.month - 1] ?? '')

/** What a letter brings to its number beside the day. */
export type LetterTokens = { security: string; classification: string; unit: string }

export const fillLetterTokens = (pattern: string, tokens: LetterTokens): string =>
  pattern.replaceAll(/\{(security|classification|unit)\}/g, (whole, name: string) =>
    name === 'security' || name === 'classification' || name === 'unit' ? tokens[name] : whole,
  )

const DAY = ['year', 'month', 'romanMonth'] as const
const SEQUENCE = ['seq', 'seq4'] as const
const LETTER = ['security', 'classification', 'unit'] as const

/** @param of what is numbered: dossiers and the agenda know nothing of security, classification or unit */
export const patternFaults = (pattern: string, of: 'letter' | 'other'): Sentence[] => {
  const known: readonly string[] = of === 'letter' ? [...SEQUENCE, ...LETTER, ...DAY] : [...SEQUENCE, ...DAY]
  const tokens = tokensOf(pattern)
  const unknown = tokens.filter((token) => !known.includes(token))
  const places = tokens.filter((token) => token === 'seq' || token === 'seq4').length
  return [
    ...unknown.map((token) => unknownToken(token, known)),
    ...(places === 1 ? [] : [withoutSequence(pattern)]),
    ...(/[{}]/.test(pattern.replaceAll(/\{\w+\}/g, '')) ? [strayBrace(pattern)] : []),
  ]
}

export const tokensOf = (pattern: string): string[] =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

const unknownToken = (token: string, known: readonly string[]): Sentence => {
  const list = known.map((one) => `{${one}}`).join(' ')
  return sentence(
    `"{${token}}" tidak dikenal. Yang dapat dipakai di sini: ${list}.`,
    `"{${token}}" is unknown. These may be used here: ${list}.`,
  )
}

const withoutSequence = (pattern: string): Sentence =>
  sentence(
    `Pola "${pattern}" harus memuat {seq} atau {seq4} tepat satu kali, supaya tidak ada dua nomor yang sama.`,
    `The pattern "${pattern}" needs {seq} or {seq4} exactly once, so that no two numbers are alike.`,
  )

const strayBrace = (pattern: string): Sentence =>
  sentence(
    `Pola "${pattern}" memuat kurung kurawal yang tidak berpasangan.`,
    `The pattern "${pattern}" has a brace without its partner.`,
  )
