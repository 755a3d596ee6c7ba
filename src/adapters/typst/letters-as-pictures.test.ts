// Our own letters, shown as pictures like the papers that people upload.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { dispositionSheetDocument } from '../../letters/disposition-sheet.ts'
import { letterPage } from '../../letters/letter-page.ts'
import { sampleReply, sampleRequest, sampleSheet } from '../../letters/papers.fixture.ts'
import { createPdfPictures } from '../pdf-pictures/pdf-pictures.ts'
import { createTypst } from './typst.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('Our letters can be read on the page: dark words on white, as many as a letter has', async () => {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'mipp-letters-'))
  const printer = createTypst({ root })
  const pictures = createPdfPictures({ root, cacheFolder })
  onTestFinished(async () => {
    await Promise.all([printer.close(), pictures.close()])
    await rm(cacheFolder, { recursive: true })
  })
  for (const document of [letterPage(sampleReply), letterPage(sampleRequest), dispositionSheetDocument(sampleSheet)]) {
    const drawn = await pictures.renderPage(await printer.renderPdf(document), 1, 1000)
    if (!drawn.ok) throw new Error(drawn.reason.en)
    const [margin, whole] = [await darkness(drawn.value.png, 40), await darkness(drawn.value.png)]
    expect(margin).toBe(0)
    expect(whole).toBeGreaterThan(0.02)
    expect(whole).toBeLessThan(0.2)
  }
})

/** The share of dark pixels, of the whole picture or of its upper edge. */
const darkness = async (png: Uint8Array, height?: number): Promise<number> => {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, height ?? image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const bytes = context.getImageData(0, 0, canvas.width, canvas.height).data
  const reds = bytes.filter((_, at) => at % 4 === 0)
  return reds.filter((red) => red < 128).length / reds.length
}
