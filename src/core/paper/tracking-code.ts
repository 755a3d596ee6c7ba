// The code with which anybody may follow a request: ten characters that can be read aloud and typed without mistakes.

/** No I, L, O or U: they are read as 1, 1, 0 and V. 32 characters, so that five random bits choose one. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LENGTH = 10

/** @param token random text in base64url; ten of its characters give the code fifty random bits */
export const trackingCodeFrom = (token: string): string => {
  const bits = [...token].slice(0, LENGTH).map((character) => BASE64_URL.indexOf(character))
  if (bits.length < LENGTH || bits.includes(-1)) throw new Error('A tracking code needs ten characters of base64url')
  return bits.map((value) => ALPHABET[value % ALPHABET.length]).join('')
}

/** What somebody typed, as it is stored; null when it cannot be a code at all. */
export const readTrackingCode = (typed: string): string | null => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  return code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : null
}

/** In two groups, for the eye. */
export const showTrackingCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
