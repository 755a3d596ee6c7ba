// Removes files that nothing refers to any more, without ever taking one away that is being used again at this moment.
import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../core/clock/instant.ts'
import { ifThere, incomingOf, isHash, placeOf } from './places.ts'

/** @returns which of these files, by their SHA-256, are still somebody's */
export type InUse = (files: string[]) => Promise<Set<string>>

/** `isForeign`: not one old file was known. Such a store belongs to another database, and nothing was removed. */
export type Forgotten = { removed: number; isForeign: boolean }

const BATCH = 1000
/** A night's work is bounded; the rest goes the next night. */
const MOST_A_NIGHT = 20_000

/** @param before files put or put again later than this stay: their row may be on its way */
export const forgetUnused = async (folder: string, before: Instant, inUse: InUse): Promise<Forgotten> => {
  const oldest = Date.parse(before)
  const unused: string[] = []
  let known = 0
  for await (const batch of oldFiles(folder, oldest)) {
    const used = await inUse(batch)
    known += used.size
    unused.push(...batch.filter((file) => !used.has(file)))
    if (unused.length >= MOST_A_NIGHT) break
  }
  if (unused.length > 0 && known === 0) return { removed: 0, isForeign: true }
  let removed = 0
  for (const file of unused) if (await takeAway(folder, { file, oldest, inUse })) removed += 1
  return { removed, isForeign: false }
}

async function* oldFiles(folder: string, oldest: number): AsyncGenerator<string[]> {
  let batch: string[] = []
  for (const above of await namesIn(folder)) {
    for (const below of await namesIn(join(folder, above))) {
      for (const file of await namesIn(join(folder, above, below))) {
        if (!isHash(file) || !(await isOld(placeOf(folder, file), oldest))) continue
        batch.push(file)
        if (batch.length < BATCH) continue
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}

const namesIn = async (folder: string): Promise<string[]> => {
  if (folder.endsWith('incoming')) return []
  const entries = (await ifThere(readdir(folder, { withFileTypes: true }))) ?? []
  return entries.filter((entry) => entry.isDirectory() || entry.isFile()).map((entry) => entry.name)
}

const isOld = async (place: string, oldest: number): Promise<boolean> => {
  const found = await ifThere(stat(place))
  return found?.isFile() === true && found.mtimeMs < oldest
}

type Taking = { file: string; oldest: number; inUse: InUse }

/**
 * Set aside first, then looked at again: somebody may have sent the same bytes once more since the list was made. Then
 * it goes back to its place, unless a fresh copy stands there already.
 */
const takeAway = async (folder: string, { file, oldest, inUse }: Taking): Promise<boolean> => {
  const place = placeOf(folder, file)
  const aside = join(incomingOf(folder), randomUUID())
  await mkdir(incomingOf(folder), { recursive: true, mode: 0o700 })
  if ((await ifThere(rename(place, aside).then(() => true))) === null) return false
  const isNeeded = !(await isOld(aside, oldest)) || (await inUse([file])).size > 0
  if (isNeeded) await link(aside, place).catch(unlessThere)
  await rm(aside, { force: true })
  return !isNeeded
}

const unlessThere = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
