// How one letter is signed: as the signer chose among what the office allows, else as the office usually does.
import type { SigningMethod, SigningRules } from '../../paper/signing.ts'
import { type Refusal, refuse } from '../commands.ts'

/** @param wanted by the signer, @param ofKind by the template of this kind of letter */
export const signingOf = (
  { default: usual, methods }: SigningRules,
  { wanted, ofKind }: { wanted?: SigningMethod | undefined; ofKind?: SigningMethod | undefined },
): { ok: true; method: SigningMethod } | { ok: false; refusal: Refusal } => {
  const method = wanted ?? ofKind ?? usual
  if (method === usual || method === ofKind || methods.includes(method)) return { ok: true, method }
  return refuse(
    'not-allowed',
    'Kantor ini tidak memakai cara penandatanganan itu. Pilih cara lain.',
    'This office does not sign in that way. Choose another.',
    [['signing']],
  )
}
