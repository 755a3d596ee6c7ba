// What a camera wrote into a photograph (EXIF 2.32, TIFF 6.0): where it was taken.

/** Degrees; south and west are negative. */
export type Place = { latitude: number; longitude: number }

/** Whatever a made-up file says there is bounded, and read as nothing where it makes no sense. */
export const placeTaken = (jpeg: Uint8Array): Place | null => {
  const tiff = exifOf(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length))
  const read = tiff && readerOf(tiff)
  const gps = read?.entries(read.u32(4)).get(GPS)?.offset
  return read && gps !== undefined ? placeIn(read, gps) : null
}

const GPS = 0x8825
const MOST_ENTRIES = 200

const exifOf = (jpeg: Buffer): Buffer | null => {
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    const length = jpeg.readUInt16BE(at + 2)
    if (jpeg[at + 1] === 0xe1 && jpeg.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return jpeg.subarray(at + 10, at + 2 + length)
    at += 2 + length
  }
  return null
}

/** `offset`: where what does not fit into the entry begins; else it stands there itself. */
type Entry = { offset: number; count: number }
type TiffReader = { u32: (at: number) => number; entries: (at: number) => Map<number, Entry> }

const readerOf = (tiff: Buffer): TiffReader | null => {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  if (!isLittle && tiff.toString('latin1', 0, 2) !== 'MM') return null
  const u16 = (at: number): number =>
    at < 0 || at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const u32 = (at: number): number =>
    at < 0 || at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const entries = (from: number): Map<number, Entry> => {
    const found = new Map<number, Entry>()
    const count = Math.min(u16(from), MOST_ENTRIES)
    for (let one = 0; one < count; one += 1) {
      const at = from + 2 + one * 12
      found.set(u16(at), { offset: u32(at + 8), count: u32(at + 4) })
    }
    return found
  }
  return { u32, entries }
}

const placeIn = (read: TiffReader, at: number): Place | null => {
  const gps = read.entries(at)
  const degrees = (tag: number): number | null => {
    const entry = gps.get(tag)
    if (entry?.count !== 3) return null
    const part = (one: number): number => {
      const below = read.u32(entry.offset + one * 8 + 4)
      return below === 0 ? 0 : read.u32(entry.offset + one * 8) / below
    }
    return part(0) + part(1) / 60 + part(2) / 3600
  }
  // A single letter stands in the entry itself, at one end or the other.
  const side = (tag: number): string => {
    const packed = gps.get(tag)?.offset ?? 0
    return String.fromCharCode(packed & 0xff) + String.fromCharCode(packed >>> 24)
  }
  const [north, east] = [degrees(2), degrees(4)]
  if (north === null || east === null || north > 90 || east > 180) return null
  const round = (value: number): number => Math.round(value * 1e6) / 1e6
  return {
    latitude: round(side(1).includes('S') ? -north : north),
    longitude: round(side(3).includes('W') ? -east : east),
  }
}
