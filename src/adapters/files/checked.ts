// Reads a kept file and looks whether it still is what it was: its name is the SHA-256 of its bytes, so nothing else is needed.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { ifThere, isHash, placeOf } from './places.ts'

/** Bytes that are no longer those that were kept. They are never handed over as if they were. */
export class DamagedFile extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super(`The file ${sha256} no longer has the bytes that were kept`)
    this.sha256 = sha256
  }
}

export const isDamaged = (error: unknown): error is DamagedFile => error instanceof DamagedFile

export type FileState = 'whole' | 'missing' | 'damaged'

export type FileTrouble = Exclude<FileState, 'whole'>

/** Is told of every file that was asked for and is not as it was. */
export type OnTrouble = (sha256: string, what: FileTrouble) => void

/** Up to here a file is looked at whole before its first byte leaves; a larger one is looked at while it leaves. */
export const SMALL_FILE_BYTES = 8_000_000

const PIECE_BYTES = 256 * 1024

export type OpenedFile = { stream: Readable; bytes: number }

/** @throws DamagedFile at once for a small file; for a large one the stream breaks off before its last piece */
export const openChecked = async (
  folder: string,
  sha256: string,
  onTrouble: OnTrouble = () => {},
): Promise<OpenedFile | null> => {
  const found = await soughtTwice(isHash(sha256) ? () => stat(placeOf(folder, sha256)) : null)
  if (!found) {
    if (isHash(sha256)) onTrouble(sha256, 'missing')
    return null
  }
  const pieces = checkedPieces(folder, sha256, onTrouble)
  if (found.size > SMALL_FILE_BYTES) return { stream: Readable.from(pieces, BYTES), bytes: found.size }
  const whole = await gathered(pieces)
  return { stream: Readable.from([whole], BYTES), bytes: whole.length }
}

/** @throws DamagedFile */
export const readChecked = async (
  folder: string,
  sha256: string,
  onTrouble?: OnTrouble,
): Promise<Uint8Array | null> => {
  const opened = await openChecked(folder, sha256, onTrouble)
  return opened && gathered(opened.stream)
}

/** Walks through the bytes and keeps none of them. */
export const stateOfFile = async (folder: string, sha256: string): Promise<FileState> => {
  const walked = await soughtTwice(isHash(sha256) ? () => walkThrough(folder, sha256) : null)
  return walked ?? 'missing'
}

/** Whoever tidies may hold a file aside for a moment, while somebody else is sending it once more. */
const soughtTwice = async <T>(seek: (() => Promise<T>) | null): Promise<T | null> => {
  if (seek === null) return null
  const found = await ifThere(seek())
  if (found !== null) return found
  await setTimeout(HELD_ASIDE_MS)
  return ifThere(seek())
}

const HELD_ASIDE_MS = 100

const walkThrough = async (folder: string, sha256: string): Promise<FileState> => {
  try {
    for await (const _ of checkedPieces(folder, sha256, () => {}));
    return 'whole'
  } catch (error) {
    if (isDamaged(error)) return 'damaged'
    throw error
  }
}

const BYTES = { objectMode: false }

const gathered = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/**
 * Each piece is held back until the next one is there, and the last until the hash of all is known: who reads a damaged
 * file never has all of it, and a length that was promised is not kept.
 */
async function* checkedPieces(folder: string, sha256: string, onTrouble: OnTrouble): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array | null = null
  for await (const piece of createReadStream(placeOf(folder, sha256), { highWaterMark: PIECE_BYTES })) {
    hash.update(piece)
    if (held) yield held
    held = piece
  }
  if (hash.digest('hex') !== sha256) {
    onTrouble(sha256, 'damaged')
    throw new DamagedFile(sha256)
  }
  if (held) yield held
}
