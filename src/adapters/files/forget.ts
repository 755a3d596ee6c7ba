// Removes files that nothing refers to any more, without ever taking one away that is being used again at this moment.
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Instant } from '../../core/clock/instant.ts'
import { ASIDE, ifThere, incomingOf, isHash, placeOf } from './places.ts'

/** @returns which of these files, by their SHA-256, are still somebody's */
export type InUse = (files: string[]) => Promise<Set<string>>

/** `isForeign`: not one old file was known. Such a store belongs to another database, and nothing was removed. */
export type Forgotten = { removed: number; bytes: number; isForeign: boolean }

/** `isTrial`: says what would go, and removes nothing. */
export type ForgetOptions = { isTrial?: boolean }

const BATCH = 1000
/** A night's work is bounded; the rest goes the next night. */
const MOST_A_NIGHT = 20_000

/** @param before files put or put again later than this stay: their row may be on its way */
export const forgetUnused = async (
  folder: string,
  { before, isTrial = false }: ForgetOptions & { before: Instant },
  inUse: InUse,
): Promise<Forgotten> => {
  const oldest = Date.parse(before)
  await putBackAside(folder)
  const unused: string[] = []
  let known = 0
  for await (const batch of oldFiles(folder, oldest)) {
    const used = await inUse(batch)
    known += used.size
    unused.push(...batch.filter((file) => !used.has(file)))
    if (unused.length >= MOST_A_NIGHT) break
  }
  if (unused.length > 0 && known === 0) return { removed: 0, bytes: 0, isForeign: true }
  const gone = { removed: 0, bytes: 0, isForeign: false }
  for (const file of unused) {
    const size = (await ifThere(stat(placeOf(folder, file))))?.size ?? 0
    if (!isTrial && !(await takeAway(folder, { file, oldest, inUse }))) continue
    gone.removed += 1
    gone.bytes += size
  }
  return gone
}

/** Of files that are known by name. */
export const removeThese = async (
  folder: string,
  { files, before }: { files: readonly string[]; before: Instant },
  inUse: InUse,
): Promise<number> => {
  let removed = 0
  for (const file of files.filter(isHash))
    if (await takeAway(folder, { file, oldest: Date.parse(before), inUse })) removed += 1
  return removed
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
  const isWanted = async (at: string) => !(await isOld(at, oldest)) || (await inUse([file])).size > 0
  if (await isWanted(place)) return false
  const aside = join(incomingOf(folder), `${file}${ASIDE}`)
  await mkdir(incomingOf(folder), { recursive: true, mode: 0o700 })
  if ((await ifThere(rename(place, aside).then(() => true))) === null) return false
  const isNeeded = await isWanted(aside)
  if (isNeeded) await putBack(aside, place)
  else await rm(aside, { force: true })
  return !isNeeded
}

/** What a crash left aside goes back to its place: if nobody needs it, it goes the next time. */
const putBackAside = async (folder: string): Promise<void> => {
  const names = (await ifThere(readdir(incomingOf(folder)))) ?? []
  for (const name of names.filter((one) => one.endsWith(ASIDE)))
    await putBack(join(incomingOf(folder), name), placeOf(folder, name.slice(0, -ASIDE.length)))
}

const putBack = async (aside: string, place: string): Promise<void> => {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await link(aside, place).catch(unlessDone)
  await rm(aside, { force: true })
}

/** A fresh copy stands there, or another who tidies has put it back already. */
const unlessDone = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOENT'))) throw error
}
