// Files in which something was found: taken out of the store and kept apart, each byte turned, so that nothing opens or runs them.
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere, isHash, placeOf } from './places.ts'
import type { FileStore } from './store.ts'

export type QuarantineFiles = {
  /** Out of the store, into the quarantine; done twice it is done once. @returns whether its bytes lie there now */
  hold: (sha256: string) => Promise<boolean>
  /** Back into the store. @returns false when its bytes are gone */
  release: (sha256: string) => Promise<boolean>
  destroy: (sha256: string) => Promise<void>
}

/** Also undoes itself. */
const TURN = 0xa5
const MOST_BYTES = 1024 * 1024 * 1024

export const createQuarantine = (storeFolder: string, folder: string, files: FileStore): QuarantineFiles => {
  const apart = (sha256: string): string => join(folder, `${sha256}.turned`)
  return {
    hold: async (sha256) => {
      if (!isHash(sha256)) return false
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const isTurned = await ifThere(turnInto(placeOf(storeFolder, sha256), apart(sha256)))
      // Only what lies safely apart is taken out.
      if (isTurned) await rm(placeOf(storeFolder, sha256), { force: true })
      return isTurned ?? (await ifThere(open(apart(sha256)).then((handle) => handle.close().then(() => true)))) ?? false
    },
    release: async (sha256) => {
      if (!isHash(sha256)) return false
      const kept = await ifThere(files.put(turned(apart(sha256)), { maxBytes: MOST_BYTES }))
      if (!kept?.ok || kept.value.sha256 !== sha256) return false
      await rm(apart(sha256), { force: true })
      return true
    },
    destroy: async (sha256) => {
      if (isHash(sha256)) await rm(apart(sha256), { force: true })
    },
  }
}

async function* turned(place: string): AsyncGenerator<Uint8Array> {
  // Opened first: a missing file is told as such, not as a body that broke off.
  const handle = await open(place)
  for await (const piece of handle.createReadStream()) yield Buffer.from(piece).map((byte) => byte ^ TURN)
}

const turnInto = async (from: string, to: string): Promise<true> => {
  const draft = `${to}.part`
  const handle = await open(draft, 'w', 0o600)
  try {
    for await (const piece of createReadStream(from))
      await handle.appendFile(Buffer.from(piece).map((byte) => byte ^ TURN))
    await handle.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(draft, to)
  return true
}
