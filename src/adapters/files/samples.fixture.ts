// Small files of every kind, whole and honest, for the tests that look into uploads and spoil them.
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'

export type Sample = { pages?: number; packed?: boolean; isLocked?: boolean }

export const makePdf = async ({ pages = 1, packed = false, isLocked = false }: Sample = {}): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) document.addPage().drawText(`Halaman ${page + 1}`)
  if (isLocked) {
    const lock = document.context.obj({
      Filter: PDFName.of('Standard'),
      V: 2,
      R: 3,
      O: PDFString.of('x'),
      U: PDFString.of('x'),
    })
    document.context.trailerInfo.Encrypt = document.context.register(lock)
  }
  return document.save({ useObjectStreams: packed, addDefaultPage: false })
}
export const text = (words: string): Uint8Array => Buffer.from(words, 'latin1')
export const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts)
export const picture = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: joined(
    text(
      '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00',
    ),
    text('data\xff\xd9'),
  ),
}
