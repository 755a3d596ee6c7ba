// The key that MIPP signs and encrypts with: from the environment, or made once and kept in the data folder.

import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** @returns 32 bytes. Processes on several machines must share it by MIPP_SECRET_KEY. */
export async function readSecretKey({
  secretKey,
  dataFolder,
}: Pick<Config, 'secretKey' | 'dataFolder'>): Promise<Buffer> {
  if (secretKey !== undefined) return Buffer.from(secretKey, 'hex')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const file = join(dataFolder, 'secret.key')
  const stored = await readFile(file, 'utf8').catch(() => undefined)
  if (stored !== undefined) return Buffer.from(stored.trim(), 'hex')
  const fresh = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  // A link fails where the file has come into being meanwhile: then the other process's key is the key.
  await link(fresh, file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(fresh)
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'hex')
}
