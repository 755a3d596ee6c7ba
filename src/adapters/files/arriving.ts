// Files of which not all bytes have come yet: each a file of its own, written piece by piece at the place where the piece belongs.
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Instant } from '../../core/clock/instant.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { BodyCutShort, guarded } from './body.ts'
import { ifThere } from './places.ts'
import type { Body } from './store.ts'

/** `from`: how many bytes stand before this piece. `maxBytes`: the room that is left. */
export type Piece = {
  upload: string
  from: number
  maxBytes: number
  /** As the sender counted it; what came otherwise is not taken. */
  sha256?: string | undefined
  signal?: AbortSignal | undefined
}

export type ArrivingFiles = {
  /** @returns how many bytes were written and are safe on the disk; a piece counts whole or not at all */
  write: (piece: Piece, body: Body) => Promise<Outcome<number>>
  /** Null when nothing has come, or it was cleared away. */
  open: (upload: string) => Promise<Readable | null>
  remove: (upload: string) => Promise<void>
  /** Removes what nobody has added to since the moment given; says how many. */
  sweep: (before: Instant) => Promise<number>
}

export const createArrivingFiles = (folder: string): ArrivingFiles => ({
  write: async (piece, body) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      return await writePiece(placeIn(folder, piece.upload), piece, body)
    } catch (error) {
      if (error instanceof BodyCutShort) return passing(WAS_CUT_SHORT)
      throw error
    }
  },
  open: async (upload) => {
    const handle = await ifThere(open(placeIn(folder, upload)))
    return handle?.createReadStream() ?? null
  },
  remove: (upload) => rm(placeIn(folder, upload), { force: true }),
  sweep: (before) => sweep(folder, before),
})

const writePiece = async (place: string, { from, maxBytes, sha256, signal }: Piece, body: Body) => {
  const handle = await open(place, from === 0 ? 'w' : 'r+', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const part of guarded(body, signal)) {
      if (bytes + part.length > maxBytes) return lasting(IS_TOO_LONG)
      hash.update(part)
      await handle.write(part, 0, part.length, from + bytes)
      bytes += part.length
    }
    if (sha256 !== undefined && hash.digest('hex') !== sha256.toLowerCase()) return passing(CAME_DIFFERENT)
    await handle.datasync()
    return good(bytes)
  } finally {
    await handle.close()
  }
}

/** An identity of ours; anything else an address may bring names no file. */
const placeIn = (folder: string, upload: string): string => join(folder, upload.replaceAll(/[^0-9a-f-]/g, '') || 'none')

const sweep = async (folder: string, before: Instant): Promise<number> => {
  let swept = 0
  for (const name of (await ifThere(readdir(folder))) ?? []) {
    const place = join(folder, name)
    const found = await ifThere(stat(place))
    if (!found || found.mtimeMs >= Date.parse(before)) continue
    await rm(place, { force: true })
    swept += 1
  }
  return swept
}

const IS_TOO_LONG: Sentence = sentence(
  'Potongan ini melebihi ukuran berkas yang disebut di awal. Unggah lagi dari awal.',
  'This piece goes beyond the size that was told at the start. Upload the file again from the start.',
)
const WAS_CUT_SHORT: Sentence = sentence(
  'Potongan ini terputus di tengah jalan. Kirim lagi dari tempat terakhir.',
  'This piece broke off on its way. Send it again from the last place.',
)
const CAME_DIFFERENT: Sentence = sentence(
  'Potongan ini berubah di perjalanan. Kirim lagi dari tempat terakhir.',
  'This piece was changed on its way. Send it again from the last place.',
)
