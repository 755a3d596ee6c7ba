// Reads of a picture only what is needed to say that it is whole, and how many pixels it would unfold to.

export type PictureReading = { width: number; height: number } | 'broken'

/** PNG (ISO 15948, 11.2.2) or JPEG (ITU T.81, B.2.2). */
export const readPicture = (bytes: Uint8Array, kind: 'jpg' | 'png'): PictureReading => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return kind === 'png' ? readPng(content) : readJpeg(content)
}

/** A picture is whole when its end mark is there; cameras may put data of their own after it. */
const readPng = (content: Buffer): PictureReading => {
  if (content.toString('latin1', 12, 16) !== 'IHDR' || !content.includes('IEND\u00ae\u0042\u0060\u0082', 0, 'latin1'))
    return 'broken'
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
}

const readJpeg = (content: Buffer): PictureReading => {
  let at = 2
  let size: PictureReading = 'broken'
  while (at + 9 < content.length && content[at] === 0xff && content[at + 1] !== START_OF_SCAN) {
    if (isFrame(content[at + 1] ?? 0))
      size = { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) }
    at += 2 + content.readUInt16BE(at + 2)
  }
  // A small preview inside has an end mark of its own, so look only after the picture itself begins.
  const isWhole = content[at] === 0xff && content[at + 1] === START_OF_SCAN && content.includes(END, at)
  return isWhole ? size : 'broken'
}

const START_OF_SCAN = 0xda
const END = Buffer.from([0xff, 0xd9])

/** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
