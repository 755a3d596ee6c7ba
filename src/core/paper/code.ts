// The codes with which anybody may follow a request or check a letter: ten characters that can be read aloud and typed.

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

/** @param id a fresh random UUID; its first twelve digits and one more are 52 random bits, of which a code needs fifty */
export const checkCodeFrom = (id: string): string => {
  const digits = id.replaceAll('-', '')
  // The thirteenth digit of a UUID names its version and is no random one.
  let bits = BigInt(`0x${digits.slice(0, 12)}${digits.slice(13, 14)}`)
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET[Number(bits & 31n)] ?? ''
    bits >>= 5n
  }
  return code
}

/** What somebody typed, as it is stored; null when it cannot be a code at all. */
export const readCode = (typed: string): string | null => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  return code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : null
}

/** In two groups, for the eye. */
export const showCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`
