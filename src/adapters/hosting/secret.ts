// An initial password that can be read aloud and typed, and its hash; only the hash is ever kept.

import { createHash, timingSafeEqual } from 'node:crypto'

/** 32 signs, so that every byte gives one of them without favour; none that looks like another (0 O, 1 l I). */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'
const groups = 5
const groupSize = 4

/** 100 bits, e.g. `kq7x-m2ha-...`. */
export const makeSecret = (randomBytes: (size: number) => Uint8Array): string => {
  const letters = [...randomBytes(groups * groupSize)].map((byte) => signs[byte % signs.length])
  return Array.from({ length: groups }, (_, at) => letters.slice(at * groupSize, (at + 1) * groupSize).join('')).join(
    '-',
  )
}

/** A plain hash suffices: a secret of 100 random bits cannot be guessed, unlike a chosen password. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash))
