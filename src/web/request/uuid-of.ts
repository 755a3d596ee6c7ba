// The same identity for the same text, so that what is sent again leads to what the first time made.
import { createHash } from 'node:crypto'

/** @returns a UUID of version 8 (RFC 9562): made from a hash, and a UUID to whoever checks */
export const uuidOf = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hash.slice(16, 17), 16) % 4]
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`]
    .concat(hash.slice(20, 32))
    .join('-')
}
