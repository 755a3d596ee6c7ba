// A letter that could not be made or signed goes on under the number it already has, perhaps signed in another way.
import type { SigningMethod } from '../../paper/signing.ts'
import { type Context, type Facts, refuse } from '../commands.ts'
import type { Letter } from '../dossier.ts'
import { signingOf } from './method.ts'

/** @returns null when it has no number, or lies there made and waits for its signature in this very way */
export const numberedAgain = (
  { task, letter, number, checkCode, on, reason, signing: before }: Letter,
  wanted: SigningMethod | undefined,
  { today, agency }: Pick<Context, 'today' | 'agency'>,
): Facts | null => {
  if (number === null) return null
  if (before?.trouble?.kind === 'unknown' || before?.attempt) return lookFirst
  const method = before?.method ?? 'none'
  const chosen = wanted === undefined || wanted === method ? null : signingOf(agency.signing, { wanted })
  if (chosen && !chosen.ok) return chosen
  if (!chosen && before?.prepared) return null
  const signing = chosen?.method ?? method
  return {
    ok: true,
    facts: [
      {
        type: 'letter-numbered',
        task,
        letter,
        number,
        checkCode: checkCode ?? '',
        on: on ?? today,
        reason,
        ...(before === undefined && signing === 'none' ? {} : { signing }),
      },
    ],
  }
}

const lookFirst = refuse(
  'effect-running',
  'Hasil penandatanganan yang lalu belum diketahui. Periksa dahulu apakah surat sudah ditandatangani, lalu catat hasilnya.',
  'The outcome of the last try is not known. Look first whether the letter has been signed, and note what you found.',
)
