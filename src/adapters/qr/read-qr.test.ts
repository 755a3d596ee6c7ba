// The code of a letter, read back from pictures of the printed page.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sampleLetter } from '../../../test/support/sample-letter.ts'
import { createPdfPictures } from '../pdf-pictures/pdf-pictures.ts'
import { createTypst } from '../typst/typst.ts'
import { createReadQr } from './read-qr.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cacheFolder = await mkdtemp(join(tmpdir(), 'mipp-qr-'))
const printer = createTypst({ root })
const pictures = createPdfPictures({ root, cacheFolder })
const readQr = createReadQr({ root })
afterAll(async () => {
  await printer.close()
  await pictures.close()
  await rm(cacheFolder, { recursive: true })
})

const drawn = async (widthPx: number): Promise<Uint8Array> => {
  const picture = await pictures.renderPage(await printer.renderPdf(sampleLetter()), 1, widthPx)
  if (!picture.ok) throw new Error(picture.reason.id)
  return picture.value.png
}

test.each([900, 1600])('the code at the foot of a letter is read from a picture %d pixels wide', async (width) => {
  expect(await readQr(await drawn(width))).toEqual(['https://mipp.contoh.go.id/periksa/K7QM-2XWD'])
})

test('a picture without a code, or what is no picture, has none', async () => {
  expect(await readQr(await drawn(200))).toEqual([])
  expect(await readQr(Buffer.from('not a picture'))).toEqual([])
})
