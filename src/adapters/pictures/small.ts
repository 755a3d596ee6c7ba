// Small pictures of photographs for lists: drawn once, kept beside the pictures of pages, and forgotten with them.
import { good, type Outcome, passing } from '../outcome.ts'
import { createPictureCache } from '../pdf-pictures/cache.ts'
import { isBusy } from '../pdf-pictures/faults.ts'
import type { Pictures } from './pictures.ts'

/** Of a kept file by its SHA-256; null where its bytes are gone. What a caller may see is asked before. */
export type SmallPicture = (
  sha256: string,
  read: () => Promise<Uint8Array | null>,
) => Promise<Outcome<Uint8Array> | null>

export const createSmallPicture = (
  { shrink }: Pick<Pictures, 'shrink'>,
  { folder, maxBytes = 500_000_000 }: { folder: string; maxBytes?: number },
): SmallPicture => {
  const cache = createPictureCache(folder, maxBytes)
  const drawing = new Map<string, ReturnType<SmallPicture>>()

  const draw = async (name: string, read: () => Promise<Uint8Array | null>): ReturnType<SmallPicture> => {
    const kept = await cache.get(name)
    if (kept) return good(kept)
    const bytes = await read()
    if (bytes === null) return null
    const drawn = await shrink(bytes, SIDE_PX)
    // A full disk keeps nobody from seeing it; it is then drawn again next time.
    if (drawn.ok) await cache.put(name, drawn.value).catch(() => {})
    return drawn
  }

  return async (sha256, read) => {
    const name = `${sha256}-small-${SIDE_PX}.${EDITION}`
    const other = drawing.get(name)
    if (other) return other
    if (drawing.size >= LONGEST_LINE) return passing(isBusy)
    const begun = draw(name, read).finally(() => drawing.delete(name))
    drawing.set(name, begun)
    return begun
  }
}

const SIDE_PX = 200
/** Raise it when they are drawn differently. */
const EDITION = 'v1'
/** One process draws them all. */
const LONGEST_LINE = 60
