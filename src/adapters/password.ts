// Keeps passwords as argon2id in the PHC notation (OWASP: 19 MiB, two passes, one lane).
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

type Cost = { memory: number; passes: number; parallelism: number }

const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

/** @returns `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, { cost: COST, salt, bytes: HASH_BYTES })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Without a stored hash it takes as long and says no: nobody learns from the time whether there is an account. */
export const verifyPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const parsed = readPhc(stored ?? NOBODY) ?? readPhc(NOBODY)
  if (!parsed) return false
  const hash = await derive(password, { cost: parsed.cost, salt: parsed.salt, bytes: parsed.hash.length })
  return timingSafeEqual(hash, parsed.hash) && stored !== null
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** All zeroes: no password is known that hashes to it. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(new Uint8Array(SALT_BYTES))}$${unpadded(new Uint8Array(HASH_BYTES))}`

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const readPhc = (text: string): { cost: Cost; salt: Buffer; hash: Buffer } | null => {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(text) ?? []
  if (salt === undefined || hash === undefined) return null
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** The same word typed on another keyboard may come in other code points: NFKC makes them one. */
const derive = (
  password: string,
  { cost, salt, bytes }: { cost: Cost; salt: Buffer; bytes: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parameters = { message: password.normalize('NFKC'), nonce: salt, tagLength: bytes, ...cost }
    argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
