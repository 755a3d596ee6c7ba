// Seals secrets that must wait in the database: AES-256-GCM with the key of the installation.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Sealer = {
  seal: (secret: string) => Uint8Array
  unseal: (sealed: Uint8Array) => string
  /** The same for the same text, and nobody without the key guesses back from it. */
  mark: (secret: string) => string
}

const NONCE = 12
const TAG = 16

/** @param hexKey 64 hexadecimal digits */
export const createSealer = (hexKey: string): Sealer => {
  const key = Buffer.from(hexKey, 'hex')
  return {
    seal: (secret) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed)
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      opener.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      return Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()]).toString('utf8')
    },
    mark: (secret) => createHmac('sha256', key).update(`mark ${secret}`).digest('hex'),
  }
}

/** The key of the environment, or one made at the first start and kept where only this user reads it. */
export const installationKey = async (given: string | undefined, dataFolder: string): Promise<string> => {
  if (given) return given
  const file = join(dataFolder, 'secret-key')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept.trim()
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  // Written beside and linked, so that a process that starts at the same moment never reads half a key.
  const fresh = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, randomBytes(32).toString('hex'), { mode: 0o600 })
  await link(fresh, file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(fresh)
  return (await readFile(file, 'utf8')).trim()
}
