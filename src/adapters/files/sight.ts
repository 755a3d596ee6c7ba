// Looks into the bytes of a file anywhere in it, and holds no more than a window of it in memory.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export type Sight = {
  size: number
  /** As signs of one byte each; what goes beyond the end is left out. */
  text: (from: number, to: number) => string
  bytes: (from: number, to: number) => Buffer
  /** Where a word begins, no later than `to`; -1 where it is not. */
  indexOf: (word: string, from: number, to?: number) => number
}

export const sightOf = (bytes: Uint8Array): Sight => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return sightOver(all.length, (from, to) => all.subarray(from, to))
}

/** Open only while `look` runs. @throws as the disk does */
export const withSight = async <T>(place: string, look: (sight: Sight) => T | Promise<T>): Promise<T> => {
  const file = openSync(place, 'r')
  try {
    return await look(sightOver(fstatSync(file).size, (from, to) => readAt(file, from, to)))
  } finally {
    closeSync(file)
  }
}

const WINDOW_BYTES = 1_048_576

const sightOver = (size: number, read: (from: number, to: number) => Buffer): Sight => {
  let window: { from: number; to: number; bytes: Buffer } = { from: 0, to: 0, bytes: Buffer.alloc(0) }
  const move = (from: number): void => {
    const to = Math.min(size, from + WINDOW_BYTES)
    window = { from, to, bytes: read(from, to) }
  }
  const bytes = (from: number, to: number): Buffer => {
    const end = Math.min(to, size)
    if (end <= from) return Buffer.alloc(0)
    if (end - from > WINDOW_BYTES) return read(from, end)
    if (from < window.from || end > window.to) move(from)
    return window.bytes.subarray(from - window.from, end - window.from)
  }
  const indexOf: Sight['indexOf'] = (word, from, to = size) => {
    const end = Math.min(size, to + word.length)
    for (let at = from; at + word.length <= end; at = window.to - word.length + 1) {
      if (at < window.from || at + word.length > window.to) move(at)
      const found = window.bytes.subarray(at - window.from, end - window.from).indexOf(word, 0, 'latin1')
      if (found >= 0) return at + found
    }
    return -1
  }
  return { size, bytes, indexOf, text: (from, to) => bytes(from, to).toString('latin1') }
}

const readAt = (file: number, from: number, to: number): Buffer => {
  const bytes = Buffer.alloc(to - from)
  let got = 0
  while (got < bytes.length) {
    const more = readSync(file, bytes, got, bytes.length - got, from + got)
    if (more === 0) break
    got += more
  }
  return bytes.subarray(0, got)
}
