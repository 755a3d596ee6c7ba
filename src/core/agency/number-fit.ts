// Do the number patterns of an agency's file fit together? A number that cannot be made would stop a signature.

import { fillLetterTokens, patternFaults, tokensOf } from '../paper/number-pattern.ts'
import { LETTER_SERIES, letterNumbering, type Numbers } from '../paper/number-rules.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type { Agency } from './agency.ts'
import type { Misfit } from './fit.ts'

export const numberMisfits = ({ numbers, classifications, units, ...agency }: Agency): Misfit[] => [
  ...patternFaults(numbers.dossier, 'other').map(at('numbers.dossier')),
  ...patternFaults(numbers.agenda, 'other').map(at('numbers.agenda')),
  ...patternFaults(numbers.letter, 'letter').map(at('numbers.letter')),
  ...missingParts('numbers.letter', numbers.letter, { classification: numbers.classification, unit: numbers.unit }),
  ...Object.entries(numbers.letters).flatMap(([kind, own]) => [
    ...(own.pattern === undefined
      ? []
      : patternFaults(own.pattern, 'letter').map(at(`numbers.letters.${kind}.pattern`))),
    ...missingParts(`numbers.letters.${kind}`, own.pattern ?? numbers.letter, {
      classification: own.classification ?? numbers.classification,
      unit: own.unit ?? numbers.unit,
    }),
    ...unknownCode(`numbers.letters.${kind}.classification`, own.classification, classifications),
  ]),
  ...sameNumbers(numbers),
  ...unknownCode('numbers.classification', numbers.classification, classifications),
  ...Object.entries(numbers.procedures).flatMap(([procedure, code]) => [
    ...unknownCode(`numbers.procedures.${procedure}`, code, classifications),
    ...(agency['in-force'].some((one) => one.procedure === procedure)
      ? []
      : [notThere('numbers.procedures', procedure)]),
  ]),
  ...Object.keys(numbers.units)
    .filter((unit) => !units.some((one) => one.unit === unit))
    .map((unit) => notThere('numbers.units', unit)),
  ...classifications
    .map(({ code }) => code)
    .filter((code, index, all) => all.indexOf(code) !== index)
    .map((code) => ({
      at: 'classifications',
      sentence: sentence(`Kode "${code}" ditulis dua kali.`, `The code "${code}" is written twice.`),
    })),
]

const at =
  (place: string) =>
  (fault: Sentence): Misfit => ({ at: place, sentence: fault })

const notThere = (place: string, name: string): Misfit => ({
  at: place,
  sentence: sentence(`"${name}" tidak ada.`, `"${name}" does not exist.`),
})

const missingParts = (
  place: string,
  pattern: string,
  parts: Record<'classification' | 'unit', string | undefined>,
): Misfit[] =>
  (['classification', 'unit'] as const)
    .filter((part) => tokensOf(pattern).includes(part) && (parts[part] ?? '') === '')
    .map((part) => ({
      at: place,
      sentence: sentence(
        `Pola memakai {${part}}, tetapi numbers.${part} belum diisi.`,
        `The pattern uses {${part}}, but numbers.${part} is not given.`,
      ),
    }))

const unknownCode = (place: string, code: string | undefined, list: Agency['classifications']): Misfit[] =>
  code === undefined || list.length === 0 || list.some((one) => one.code === code)
    ? []
    : [
        {
          at: place,
          sentence: sentence(
            `Kode klasifikasi "${code}" tidak ada dalam classifications.yaml.`,
            `The classification "${code}" is not in classifications.yaml.`,
          ),
        },
      ]

/** Two series that count by themselves would sooner or later write the same number. */
const sameNumbers = (numbers: Numbers): Misfit[] => {
  const kinds = Object.keys(numbers.letters).map((kind) => ({ kind, ...letterNumbering(numbers, kind, null) }))
  const written = ({ pattern, classification, unit }: { pattern: string; classification: string; unit: string }) =>
    fillLetterTokens(pattern, { classification, unit, security: '{security}' }).replaceAll('{seq4}', '{seq}')
  const shared = { ...letterNumbering(numbers, '', null), kind: '' }
  return kinds
    .filter(({ series }) => series !== LETTER_SERIES)
    .filter((one, index) =>
      [shared, ...kinds.slice(0, index)].some(
        (other) => other.series !== one.series && written(other) === written(one),
      ),
    )
    .map(({ kind }) => ({
      at: `numbers.letters.${kind}`,
      sentence: sentence(
        'Deret nomornya sendiri, tetapi polanya sama dengan pola lain: nomor yang sama akan terbit dua kali. Bedakan polanya.',
        'It has a series of its own, but its pattern is that of another: the same number would be given twice. Make the patterns differ.',
      ),
    }))
}
