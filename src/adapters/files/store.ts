// The papers on disk, each under the SHA-256 of its bytes: written once, never changed, never half there.

import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Instant } from '../../core/clock/instant.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { BodyCutShort, guarded } from './body.ts'
import { type FileState, type OnTrouble, type OpenedFile, openChecked, readChecked, stateOfFile } from './checked.ts'
import { type ForgetOptions, type Forgotten, forgetUnused, type InUse, removeThese } from './forget.ts'
import { ASIDE, ifThere, incomingOf, placeOf } from './places.ts'
import { type Sight, withSight } from './sight.ts'

export type StoredFile = { sha256: string; bytes: number }

export type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export type PutOptions = { maxBytes: number; signal?: AbortSignal | undefined }

export type FileStore = {
  /** Takes a body as it comes; too long is lasting, an interrupted body may be sent again. Nothing stays of either. */
  put: (body: Body, options: PutOptions) => Promise<Outcome<StoredFile>>
  /**
   * The stream must be read to its end or destroyed. Null when there is no such file. What is no longer what was kept is
   * thrown (`DamagedFile`), by a large file out of its stream.
   */
  open: (sha256: string) => Promise<OpenedFile | null>
  /** @throws DamagedFile */
  read: (sha256: string) => Promise<Uint8Array | null>
  /**
   * Looks into it anywhere, without holding all of it; compared with its hash before. Null when there is no such file.
   *
   * @throws DamagedFile
   */
  within: <T>(sha256: string, look: (sight: Sight) => T | Promise<T>) => Promise<T | null>
  /** Reads all of it and hands nothing over. */
  look: (sha256: string) => Promise<FileState>
  /** Removes what a crash left of uploads begun before the moment given; says how many. */
  sweep: (before: Instant) => Promise<number>
  /** Removes what nobody refers to any more and nobody has put, or put again, since the moment given. */
  forget: (before: Instant, inUse: InUse, options?: ForgetOptions) => Promise<Forgotten>
  /** These alone, under the same conditions; says how many went. What is used again meanwhile stays. */
  remove: (files: readonly string[], before: Instant, inUse: InUse) => Promise<number>
}

/** @param onTrouble is told of every file that is asked for and is missing, or is no longer what was kept */
export const createFileStore = (folder: string, onTrouble?: OnTrouble): FileStore => ({
  put: (body, options) => put(folder, body, options),
  open: (sha256) => openChecked(folder, sha256, onTrouble),
  read: (sha256) => readChecked(folder, sha256, onTrouble),
  within: (sha256, look) => within(folder, { sha256, onTrouble }, look),
  look: (sha256) => stateOfFile(folder, sha256),
  sweep: (before) => sweep(incomingOf(folder), before),
  forget: (before, inUse, options) => forgetUnused(folder, { before, ...options }, inUse),
  remove: (files, before, inUse) => removeThese(folder, { files, before }, inUse),
})

const within = async <T>(
  folder: string,
  { sha256, onTrouble }: { sha256: string; onTrouble: OnTrouble | undefined },
  look: (sight: Sight) => T | Promise<T>,
): Promise<T | null> => {
  const opened = await openChecked(folder, sha256, onTrouble)
  if (!opened) return null
  for await (const _ of opened.stream);
  return ifThere(withSight(placeOf(folder, sha256), look))
}

class BodyTooLong extends Error {}

const put = async (folder: string, body: Body, { maxBytes, signal }: PutOptions): Promise<Outcome<StoredFile>> => {
  await mkdir(incomingOf(folder), { recursive: true, mode: 0o700 })
  const draft = join(incomingOf(folder), randomUUID())
  try {
    const stored = await writeDraft(draft, body, { maxBytes, signal })
    await settle(draft, placeOf(folder, stored.sha256))
    return good(stored)
  } catch (error) {
    if (error instanceof BodyTooLong) return lasting(isTooLong(maxBytes))
    if (error instanceof BodyCutShort) return passing(wasCutShort)
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

const writeDraft = async (draft: string, body: Body, { maxBytes, signal }: PutOptions): Promise<StoredFile> => {
  const hash = createHash('sha256')
  const handle = await open(draft, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const piece of guarded(body, signal)) {
      bytes += piece.length
      if (bytes > maxBytes) throw new BodyTooLong()
      hash.update(piece)
      await handle.appendFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** The rename is atomic: the place holds the whole file or none. Synced, so that it also survives a power cut. */
const settle = async (draft: string, place: string): Promise<void> => {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await rename(draft, place)
  for (const above of [dirname(place), dirname(dirname(place))]) await syncFolder(above)
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle: FileHandle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const sweep = async (incoming: string, before: Instant): Promise<number> => {
  const names = (await ifThere(readdir(incoming))) ?? []
  let swept = 0
  for (const name of names.filter((one) => !one.endsWith(ASIDE))) {
    const draft = join(incoming, name)
    const found = await ifThere(stat(draft))
    if (!found || found.mtimeMs >= Date.parse(before)) continue
    await rm(draft, { force: true })
    swept += 1
  }
  return swept
}

export const isTooLong = (maxBytes: number): Sentence => {
  const megabytes = Math.round((maxBytes / 1_000_000) * 10) / 10
  return sentence(
    `Berkas terlalu besar; paling besar ${String(megabytes).replace('.', ',')} MB. Perkecil lalu unggah lagi.`,
    `The file is too large; it may have ${megabytes} MB at most. Make it smaller and upload it again.`,
  )
}

const wasCutShort = sentence(
  'Unggahan terputus sebelum selesai. Silakan unggah lagi.',
  'The upload broke off before it was complete. Please upload it again.',
)
