// Pictures of pages on disk, so that a second look is instant: whole or not there, the oldest forgotten.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PictureCache = {
  get: (name: string) => Promise<Uint8Array | null>
  put: (name: string, bytes: Uint8Array) => Promise<void>
}

/** May be over `maxBytes` by a tenth for a while, because the folder is not counted at every write. */
export const createPictureCache = (folder: string, maxBytes: number): PictureCache => {
  let untilSweep = 0
  return {
    get: (name) => readFile(join(folder, name)).catch(() => null),
    put: async (name, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `${randomUUID()}.draft`)
      await writeFile(draft, bytes, { mode: 0o600 })
      await rename(draft, join(folder, name))
      untilSweep -= bytes.length
      if (untilSweep > 0) return
      untilSweep = maxBytes / 10
      await forgetOldest(folder, maxBytes)
    },
  }
}

/** Of these documents, by their SHA-256, with which the name of every picture begins. */
export const forgetPicturesOf = async (folder: string, documents: readonly string[]): Promise<void> => {
  const gone = new Set(documents)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (gone.has(name.slice(0, HASH_LETTERS))) await rm(join(folder, name), { force: true })
}

const HASH_LETTERS = 64

const forgetOldest = async (folder: string, maxBytes: number): Promise<void> => {
  const found = await Promise.all((await readdir(folder)).map((name) => weigh(join(folder, name))))
  const newestFirst = found.filter((file) => file !== null).sort((a, b) => b.writtenAt - a.writtenAt)
  let held = 0
  for (const { path, bytes } of newestFirst) {
    held += bytes
    if (held > maxBytes) await rm(path, { force: true })
  }
}

/** Null when another process of the office has forgotten it meanwhile. */
const weigh = (path: string): Promise<{ path: string; bytes: number; writtenAt: number } | null> =>
  stat(path).then(
    ({ size, mtimeMs }) => ({ path, bytes: size, writtenAt: mtimeMs }),
    () => null,
  )
