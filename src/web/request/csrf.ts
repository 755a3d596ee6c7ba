// The key that forms carry, written otherwise on every page: a compressed answer is longer or shorter by what is alike in
// it, and a key that stood there unchanged could be guessed letter by letter (BREACH).
import { createHash } from 'node:crypto'

/** @param chance fresh for every page, 256 bits in base64url */
export const maskedKey = (key: string, chance: string): string =>
  `${chance}.${mixed(Buffer.from(key), chance).toString('base64url')}`

/** What is meant by a key as it stood on some page; one that was never masked means itself. */
export const plainKey = (sent: string): string => {
  const [chance = '', masked] = sent.split('.')
  return masked === undefined ? sent : mixed(Buffer.from(masked, 'base64url'), chance).toString()
}

/** A mask of sixty-four bytes is longer than any key of ours. */
const mixed = (bytes: Buffer, chance: string): Buffer => {
  const mask = createHash('sha512').update(chance).digest()
  return Buffer.from(bytes.map((byte, at) => byte ^ (mask[at % mask.length] ?? 0)))
}
