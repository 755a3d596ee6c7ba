// The number of a letter: pattern, series, classification and security as the office and whoever drafts it say.
import { describe, expect, test } from 'vitest'
import type { TemplateFiling } from '../paper/classification.ts'
import { type NumberRules, numberRules, numbersSchema } from '../paper/number-rules.ts'
import type { Context } from './commands.ts'
import type { Dossier, Letter } from './dossier.ts'
import { numberLetter } from './letter-number.ts'

const RULES = numbersSchema.parse({
  dossier: '{seq}',
  agenda: '{seq}',
  letter: '{security}/{classification}/{seq}/{unit}/{romanMonth}/{year}',
  classification: '500.12',
  unit: 'DINKOMINFO',
  units: { aptika: 'BID.1' },
  letters: {
    'surat-tugas': { pattern: 'ST/{seq4}/{unit}/{year}', series: 'surat-tugas', unit: 'SEKRETARIAT' },
    undangan: { classification: '005' },
  },
})

const rules: NumberRules = numberRules(
  RULES,
  ['500.12', '000.1', '000.5', '005'].map((code) => ({ code })),
  { year: 2026, month: 11 },
)

const numbered = (
  letter: string,
  { secrecy = null, draft = {}, unit = 'dinas', text = {} }: Partial<Situation> = {},
) => {
  const [dossier, context] = [{ secrecy, letters: [{ letter, task: 't', draft: { note: '', ...draft } }] }, {}] as [
    unknown,
    unknown,
  ]
  let ids = 0
  Object.assign(context as object, {
    today: '2026-11-20',
    newId: () => `00000000-0000-4000-8000-00000000000${++ids}`,
    by: { kind: 'post', post: 'p' },
    filingOf: () => text,
    agency: { numbers: rules },
    office: { agency: { posts: [{ post: 'p', unit }] } },
  })
  return numberLetter(
    { dossier: dossier as Dossier, context: context as Context },
    { task: 't', letter, reason: '', signing: 'none' },
  )
}

type Situation = { secrecy: Dossier['secrecy']; draft: Partial<Letter['draft']>; unit: string; text: TemplateFiling }

describe('A letter', () => {
  test('takes its number from the series of all letters, under the classification of the office', () => {
    const { number, fact } = numbered('surat-akun')
    expect(number).toMatchObject({ series: 'letter', year: 2026, pattern: 'B/500.12/{seq}/DINKOMINFO/XI/2026' })
    expect(fact).toMatchObject({
      number: number.token,
      seq: number.seqToken,
      classification: '500.12',
      security: 'biasa',
    })
  })

  test.each([
    ['surat-akun', { secrecy: 'terbatas' }, 'T/500.12/{seq}/DINKOMINFO/XI/2026'],
    ['surat-akun', { secrecy: 'rahasia' }, 'R/500.12/{seq}/DINKOMINFO/XI/2026'],
    ['surat-akun', { draft: { security: 'sangat-rahasia' } }, 'SR/500.12/{seq}/DINKOMINFO/XI/2026'],
    ['surat-akun', { draft: { classification: '000.1' } }, 'B/000.1/{seq}/DINKOMINFO/XI/2026'],
    ['undangan', { text: { classification: '000.5', security: 'terbatas' } }, 'T/000.5/{seq}/DINKOMINFO/XI/2026'],
    [
      'surat-akun',
      { text: { classification: '000.5' }, draft: { classification: '000.1' } },
      'B/000.1/{seq}/DINKOMINFO/XI/2026',
    ],
    ['surat-akun', { text: { classification: '999' } }, 'B/500.12/{seq}/DINKOMINFO/XI/2026'],
    ['surat-akun', { text: { security: 'biasa' }, secrecy: 'rahasia' }, 'R/500.12/{seq}/DINKOMINFO/XI/2026'],
    [
      'surat-akun',
      { text: { security: 'rahasia' }, draft: { security: 'biasa' } },
      'B/500.12/{seq}/DINKOMINFO/XI/2026',
    ],
    ['surat-akun', { unit: 'aptika' }, 'B/500.12/{seq}/BID.1/XI/2026'],
    ['undangan', {}, 'B/005/{seq}/DINKOMINFO/XI/2026'],
    ['surat-tugas', { unit: 'aptika' }, 'ST/{seq4}/SEKRETARIAT/2026'],
  ] as const)('%s with %j is numbered %s', (letter, situation, pattern) => {
    expect(numbered(letter, situation as Partial<Situation>).number.pattern).toBe(pattern)
  })

  test('of a kind with a series of its own does not count among the others', () => {
    expect(numbered('surat-tugas').number.series).toBe('letter:surat-tugas')
    expect(numbered('undangan').number.series).toBe('letter')
  })
})
