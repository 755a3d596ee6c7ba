// Photographs as a telephone takes them: a red mark in one corner, which way up it was held, and where it was taken.
import { createCanvas } from '@napi-rs/canvas'

/** 40 by 20, white, with a red corner above on the left as it is stored. */
export const storedPhoto = (): Buffer => {
  const canvas = createCanvas(40, 20)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 40, 20)
  context.fillStyle = '#f00'
  context.fillRect(0, 0, 10, 10)
  return canvas.toBuffer('image/jpeg')
}

type Told = { turn: number; latitude?: [number, number, number]; longitude?: [number, number, number]; south?: boolean }

/** Demak lies at 6° 53' 39" south, 110° 38' 19" east. */
export const DEMAK: Told = { turn: 6, latitude: [6, 53, 39], longitude: [110, 38, 19], south: true }

export const telephonePhoto = (told: Told = DEMAK): Buffer => {
  const plain = storedPhoto()
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffOf(told)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
}

const tiffOf = ({ turn, latitude = [0, 0, 0], longitude = [0, 0, 0], south = false }: Told): Buffer => {
  const tiff = Buffer.alloc(160)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  entry(tiff, 10, [0x0112, 3, 1, turn * 65_536])
  entry(tiff, 22, [0x8825, 4, 1, 40])
  tiff.writeUInt16BE(4, 40)
  entry(tiff, 42, [1, 2, 2, (south ? 0x53 : 0x4e) * 16_777_216])
  entry(tiff, 54, [2, 5, 3, 100])
  entry(tiff, 66, [3, 2, 2, 0x45 * 16_777_216])
  entry(tiff, 78, [4, 5, 3, 124])
  for (const [at, parts] of [
    [100, latitude],
    [124, longitude],
  ] as const)
    for (const [one, part] of parts.entries()) {
      tiff.writeUInt32BE(part, at + one * 8)
      tiff.writeUInt32BE(1, at + one * 8 + 4)
    }
  return tiff
}

const entry = (
  tiff: Buffer,
  at: number,
  [tag, type, count, value]: readonly [number, number, number, number],
): void => {
  tiff.writeUInt16BE(tag, at)
  tiff.writeUInt16BE(type, at + 2)
  tiff.writeUInt32BE(count, at + 4)
  tiff.writeUInt32BE(value, at + 8)
}
