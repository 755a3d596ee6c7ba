// A picture of black print in sixteen shades of grey: a fifth of the bytes of the same page in colours.
import { crc32, deflateSync } from 'node:zlib'

/** @param picture width and height in pixels, data with four bytes a pixel */
export function grayPng({ width, height, data }) {
  const rows = Buffer.alloc(height * (Math.ceil(width / 2) + 1))
  let at = 0
  for (let y = 0; y < height; y += 1) {
    rows[at++] = 0
    for (let x = 0; x < width; x += 2)
      rows[at++] = (shade(data, y * width + x) << 4) | (x + 1 < width ? shade(data, y * width + x + 1) : 0)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Four bits of grey.
  head.set([4, 0, 0, 0, 0], 8)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const shade = (data, pixel) =>
  Math.round((0.299 * data[4 * pixel] + 0.587 * data[4 * pixel + 1] + 0.114 * data[4 * pixel + 2]) / 17)

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(body.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
