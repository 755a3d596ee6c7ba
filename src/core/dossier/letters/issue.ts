// Signing takes the number: at whichever task a letter is signed, on the path or beside it.
import type { SigningMethod } from '../../paper/signing.ts'
import { type Context, type Facts, refuse } from '../commands.ts'
import type { Dossier } from '../dossier.ts'
import { numberLetter } from '../letter-number.ts'
import { signingOf } from './method.ts'
import { numberedAgain } from './numbered-again.ts'

type Issuing = {
  dossier: Dossier
  task: string
  name: string
  /** As the signer chose. */
  signing: SigningMethod | undefined
}

/** A letter that has its number goes on under it. */
export const issueLetter = ({ dossier, task, name, signing }: Issuing, context: Context): Facts => {
  const letter = dossier.letters.findLast((one) => one.letter === name && one.task === task)
  if (letter?.number != null) {
    return numberedAgain(letter, signing, context) ?? waitsForSignature(letter.number)
  }
  const method = signingOf(context.agency.signing, { wanted: signing })
  if (!method.ok) return method
  const numbered = numberLetter({ dossier, context }, { task, letter: name, reason: '', signing: method.method })
  return { ok: true, facts: [numbered.fact], numbers: [numbered.number] }
}

const waitsForSignature = (number: string) =>
  refuse(
    'not-open',
    `Surat ini sudah bernomor ${number} dan menunggu tanda tangan.`,
    `This letter has its number, ${number}, and waits for its signature.`,
  )
