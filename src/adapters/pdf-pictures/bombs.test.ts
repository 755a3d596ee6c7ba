// Papers that unfold to a gigabyte: the process that draws them dies alone, and the next paper is shown.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDeflate, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePdf } from '../files/samples.fixture.ts'
import { handMade, honestPaper, stream } from './papers.fixture.ts'
import { createPdfPictures, type PdfPictures } from './pdf-pictures.ts'

let pictures: PdfPictures
let cacheFolder: string
let blanks: Buffer
beforeAll(async () => {
  blanks = await packed(1000)
  cacheFolder = await mkdtemp(join(tmpdir(), 'mipp-bombs-'))
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  pictures = createPdfPictures({ root, cacheFolder, maxMemoryBytes: 400_000_000 })
})
afterAll(async () => {
  await pictures.close()
  await rm(cacheFolder, { recursive: true })
})

/** Packed, so many megabytes of blanks. */
const packed = async (megabytes: number): Promise<Buffer> => {
  const pack = createDeflate({ level: 9 })
  const megabyte = Buffer.alloc(1_000_000, ' ')
  void (async () => {
    for (let count = 0; count < megabytes; count += 1)
      if (!pack.write(megabyte)) await new Promise((drained) => pack.once('drain', drained))
    pack.end()
  })()
  const pieces: Buffer[] = []
  for await (const piece of pack) pieces.push(piece)
  return Buffer.concat(pieces)
}

const filters = (count: number): string => `/Filter[${'/FlateDecode'.repeat(count)}]`

const imageOf = (side: number, bytes: Buffer, more: string): Uint8Array =>
  handMade({
    content: 'q 595 0 0 842 0 0 cm /I Do Q',
    resources: '/XObject<</I 5 0 R>>',
    objects: [
      stream(
        `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/BitsPerComponent 8/ColorSpace/DeviceRGB${more}`,
        bytes,
      ),
    ],
  })

describe('a small paper', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['whose page unfolds to a gigabyte', async () => handMade({ content: blanks, filter: filters(1) })],
    [
      'whose page is packed twice, and unfolds to a gigabyte from a few kilobytes',
      async () => handMade({ content: deflateSync(blanks, { level: 9 }), filter: filters(2) }),
    ],
    [
      'with a picture of 50,000 by 50,000 pixels, whose bytes are there',
      async () => imageOf(50_000, deflateSync(blanks, { level: 9 }), filters(2)),
    ],
  ])('%s takes neither the server nor the next paper with it', async (_what, make) => {
    const paper = await make()
    expect(paper.length).toBeLessThan(10_000_000)
    const drawn = await pictures.renderPage(paper, 1, 600)
    expect(drawn).toMatchObject({ ok: false, retry: false, reason: { id: expect.stringContaining('terlalu rumit') } })
    expect(await pictures.renderPage(await honestPaper(), 1, 600)).toMatchObject({ ok: true })
  })
})

test('of ten thousand pages the first five hundred can be read, the rest is for the reader of PDFs', async () => {
  const thick = await makePdf({ pages: 10_000, packed: true })
  expect(await pictures.renderPage(thick, 500, 300)).toMatchObject({ ok: true, value: { pages: 10_000, shown: 500 } })
  expect(await pictures.renderPage(thick, 501, 300)).toMatchObject({ ok: false, retry: false })
})
