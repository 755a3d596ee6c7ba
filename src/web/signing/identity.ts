// The identity of a signer as it is typed: a NIK of sixteen digits or an e-mail address; shown by its end alone.
import { isMailAddress } from '../../adapters/mail/address.ts'
import type { Signer } from '../../adapters/signing/port.ts'

export const readIdentity = (typed: string): Signer | null => {
  const text = typed.trim()
  const digits = text.replaceAll(/[\s.-]/g, '')
  if (/^\d{16}$/.test(digits)) return { nik: digits }
  return isMailAddress(text) ? { email: text.toLowerCase() } : null
}

export const hintOf = (signer: Signer): string =>
  'nik' in signer
    ? `NIK ************${signer.nik.slice(-4)}`
    : `${signer.email.slice(0, 1)}***@${signer.email.split('@')[1]}`
