// The number of a letter: taken at signing, once, from the series of its kind, with all that the pattern wants to know.
import { SECURITY_CODES } from '../paper/classification.ts'
import { checkCodeFrom } from '../paper/code.ts'
import { letterFiled } from '../paper/filed.ts'
import { fillLetterTokens } from '../paper/number-pattern.ts'
import { letterNumbering } from '../paper/number-rules.ts'
import type { SigningMethod } from '../paper/signing.ts'
import type { Context, NumberRequest } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { Fact } from './events.ts'

export type Numbered = { task: string | null; letter: string; reason: string; signing: SigningMethod }
type Situation = { dossier: Dossier; context: Context }

/** Numbers are gapless per series and year and taken once; the letter itself is rendered by a job that knows its number. */
export const numberLetter = (
  { dossier, context }: Situation,
  { task, letter: name, reason, signing }: Numbered,
): { fact: Fact; number: NumberRequest } => {
  const draft = dossier.letters.findLast((one) => one.letter === name && one.task === task)?.draft
  const numbering = letterNumbering(context.agency.numbers, name, unitOf(context))
  const { classification, security } = letterFiled(context.agency.numbers, {
    draft,
    text: context.filingOf?.(name),
    secrecy: dossier.secrecy,
    usual: numbering.classification,
  })
  const tokens = { security: SECURITY_CODES[security], classification, unit: numbering.unit }
  const number = {
    token: context.newId(),
    series: numbering.series,
    year: Number(context.today.slice(0, 4)),
    pattern: fillLetterTokens(numbering.pattern, tokens),
    seqToken: context.newId(),
  }
  return {
    fact: {
      type: 'letter-numbered',
      task,
      letter: name,
      number: number.token,
      checkCode: checkCodeFrom(context.newId()),
      on: context.today,
      reason,
      signing,
      series: number.series,
      seq: number.seqToken,
      classification,
      security,
    },
    number,
  }
}

/** The unit of whoever signs. */
const unitOf = ({ by, office }: Context): string | null =>
  by.kind === 'post' ? (office.agency.posts.find((one) => one.post === by.post)?.unit ?? null) : null
