import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { degrees, PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bomb, handMade, honestPaper, lockedPaper, stream, stuckPaper } from './papers.fixture.ts'
import { createPdfPictures, type PagePicture, type PdfPictures, type PdfPicturesConfig } from './pdf-pictures.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let pictures: PdfPictures
let cacheFolder: string
beforeAll(async () => {
  cacheFolder = await newFolder()
  pictures = createPdfPictures({ root, cacheFolder })
})
afterAll(async () => {
  await pictures.close()
  await rm(cacheFolder, { recursive: true })
})

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'mipp-pictures-'))

const open = async (config: Partial<PdfPicturesConfig> = {}): Promise<PdfPictures> => {
  const folder = await newFolder()
  const own = createPdfPictures({ root, cacheFolder: folder, ...config })
  onTestFinished(async () => {
    await own.close()
    await rm(folder, { recursive: true })
  })
  return own
}

const draw = async (pdf: Uint8Array, { page = 1, width = 595, from = pictures } = {}): Promise<PagePicture> => {
  const drawn = await from.renderPage(pdf, page, width)
  if (!drawn.ok) throw new Error(drawn.reason.en)
  return drawn.value
}

/** The picture's size, and how much of a piece of it (x, y, width, height) is dark. */
const look = async ({ png }: PagePicture) => {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const darkIn = (...piece: [number, number, number, number]): number => {
    const bytes = context.getImageData(...piece).data
    const pixels = bytes.length / 4
    const dark = Array.from({ length: pixels }, (_, at) => (bytes[at * 4] ?? 255) < 128 && bytes[at * 4 + 3] === 255)
    return dark.filter(Boolean).length / pixels
  }
  return { width: image.width, height: image.height, darkIn }
}

/** With a heap of bytes in the middle that no page shows. */
const thick = (): Promise<Uint8Array> =>
  honestPaper({
    change: async ({ context }) =>
      void context.register(context.stream(Buffer.from(Array.from({ length: 6_000_000 }, (_, at) => (at * 7) % 251)))),
  })

const partsGiven = (paper: Uint8Array) => {
  let handed = 0
  const supply = (from: number, to: number): Uint8Array => {
    handed += to - from
    return paper.subarray(from, to)
  }
  return { parts: { sha256: 'f'.repeat(64), bytes: paper.length, supply }, handedOver: () => handed }
}

describe('A page of an honest paper', () => {
  test('is drawn dark on white, also words whose font is not in the file', async () => {
    const picture = await draw(await honestPaper())
    const { width, height, darkIn } = await look(picture)
    expect([width, height, picture.pages, picture.shown]).toEqual([595, 842, 1, 1])
    expect(darkIn(105, 55, 190, 20)).toBe(1)
    expect(darkIn(0, 0, 595, 45)).toBe(0)
    const words = darkIn(100, 208, 200, 34)
    expect(words).toBeGreaterThan(0.1)
    expect(words).toBeLessThan(0.5)
  })

  test.each([
    [1, 200],
    [200, 200],
    [900.4, 900],
    [99_999, 1600],
    [Number.NaN, 200],
  ])('that is wanted %d pixels wide is drawn %d pixels wide', async (wanted, width) => {
    expect((await look(await draw(await honestPaper(), { width: wanted }))).width).toBe(width)
  })

  test('is the page that was asked for', async () => {
    const paper = await honestPaper({ pages: 2 })
    const [first, second] = [await draw(paper), await draw(paper, { page: 2 })]
    expect(Buffer.from(first.png).equals(second.png)).toBe(false)
    expect(second.pages).toBe(2)
  })

  test('of a large paper is drawn from the parts that it needs, the same as from all of it', async () => {
    const paper = await thick()
    const { parts, handedOver } = partsGiven(paper)
    const drawn = await pictures.renderPage(parts, 1, 595)
    expect(drawn).toMatchObject({ ok: true, value: { pages: 1 } })
    expect(drawn.ok && Buffer.from(drawn.value.png).equals((await draw(paper)).png)).toBe(true)
    expect(handedOver()).toBeGreaterThan(0)
    expect(handedOver()).toBeLessThan(paper.length / 2)
  })

  test('of a paper whose parts cannot be read any more is told as broken or too complex, and the next one is drawn', async () => {
    const { parts } = partsGiven(await thick())
    const supply = () => {
      throw new Error('the disk is gone')
    }
    const drawn = await pictures.renderPage({ ...parts, sha256: 'e'.repeat(64), supply }, 1, 595)
    expect(drawn).toMatchObject({ ok: false, retry: false })
    expect((await look(await draw(await honestPaper(), { width: 333 }))).width).toBe(333)
  })

  test('is turned as its sender has turned it', async () => {
    const paper = await honestPaper({
      change: async (document) => document.getPage(0).setRotation(degrees(90)),
    })
    expect(await look(await draw(paper, { width: 842 }))).toMatchObject({ width: 842, height: 595 })
  })

  test('shows what was filled into a form', async () => {
    const blank = handMade({ content: '' })
    const filled = await PDFDocument.load(blank)
    const field = filled.getForm().createTextField('nama')
    field.setText('DINAS KESEHATAN')
    field.addToPage(filled.getPage(0), { x: 100, y: 700, width: 300, height: 40, borderWidth: 0 })
    expect((await look(await draw(await filled.save()))).darkIn(100, 102, 300, 40)).toBeGreaterThan(0.02)
  })
})

describe('A page that cannot be shown is told in a plain sentence:', () => {
  test.each([
    ['one after the last', 4, 'Halaman 4 tidak ada: berkas ini berisi 3 halaman.'],
    ['page nought', 0, 'Halaman itu tidak ada dalam berkas ini.'],
    ['half a page', 1.5, 'Halaman itu tidak ada dalam berkas ini.'],
  ])('%s', async (_, page, said) => {
    const refused = await pictures.renderPage(await honestPaper({ pages: 3 }), page, 600)
    expect(refused).toMatchObject({ ok: false, retry: false, reason: { id: said } })
  })

  test('those of a thick paper after the first five hundred', async () => {
    const thick = await honestPaper({ pages: 501 })
    expect(await draw(thick, { page: 500 })).toMatchObject({ pages: 501, shown: 500 })
    expect(await pictures.renderPage(thick, 501, 600)).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('Hanya 500 halaman pertama') },
    })
  })

  test.each([
    ['no PDF at all', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'rusak'],
    ['an empty file', async () => new Uint8Array(), 'rusak'],
    ['the first half of a file', async () => (await honestPaper()).subarray(0, 300), 'rusak'],
    ['a locked file', lockedPaper, 'dikunci dengan kata sandi'],
  ])('%s', async (_, make, said) => {
    expect(await pictures.renderPage(await make(), 1, 600)).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining(said) },
    })
  })
})

describe('A paper made to do harm', () => {
  test('runs no script and opens no file that lies in it: the picture is that of the harmless paper', async () => {
    const harmless = await draw(await honestPaper())
    const armed = await honestPaper({
      change: async (document) => {
        document.addJavaScript('mulai', 'this.getField("x"); app.alert("halo"); app.launchURL("http://example.com")')
        await document.attach(Buffer.from('MZ'), 'surat.exe', { mimeType: 'application/octet-stream' })
      },
    })
    expect(Buffer.from((await draw(armed)).png).equals(harmless.png)).toBe(true)
  })

  test('calls nobody', async () => {
    const calls: (string | undefined)[] = []
    const server = createServer((request, answer) => {
      calls.push(request.url)
      answer.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const outside = (path: string): string => `/F<</FS/URL/F(${address}/${path})>>`
    const picture = '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray'
    const paper = handMade({
      content: '0 0 100 100 re f q 9 0 0 9 0 0 cm /I Do Q /X Do',
      resources: '/XObject<</I 5 0 R/X 6 0 R>>',
      objects: [
        stream(picture + outside('picture'), Buffer.from('0')),
        stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<<${outside('form')}/Page 0>>`, Buffer.from('')),
      ],
    })
    expect((await look(await draw(paper))).darkIn(20, 760, 70, 70)).toBe(1)
    expect(calls).toEqual([])
  })

  test.each([
    ['a hundred metres wide and high', '0 0 14400000 14400000', 1600, 1600],
    ['wide and flat', '0 0 14400000 1', 1600, 1],
    ['narrow and high', '0 0 1 14400000', 1, 16_000],
    ['twice as high as wide', '0 0 1000 4000', 1414, 5657],
  ])('on a sheet that is %s gets a picture of bearable size', async (_, box, width, height) => {
    expect(await look(await draw(handMade({ content: '', box }), { width: 1600 }))).toMatchObject({ width, height })
  })

  test('with a broken part still shows the others', async () => {
    const paper = handMade({
      content: '0 0 100 100 re f /I Do',
      resources: '/XObject<</I 5 0 R>>',
      objects: [
        stream('/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Filter/FlateDecode', Buffer.from('this is not packed')),
      ],
    })
    expect((await look(await draw(paper))).darkIn(5, 750, 80, 80)).toBe(1)
  })

  test('that never ends is given up, and the next paper is shown', async () => {
    const hasty = await open({ deadlineMs: 3000 })
    const [stuck, honest] = await Promise.all([
      hasty.renderPage(stuckPaper(), 1, 1600),
      hasty.renderPage(await honestPaper(), 1, 300),
    ])
    const tooComplex = { ok: false, retry: false, reason: { id: expect.stringContaining('terlalu rumit') } }
    expect(stuck).toMatchObject(tooComplex)
    expect(honest).toMatchObject({ ok: true })
  })

  test('that fills the memory is given up, and the next paper is shown', async () => {
    const small = await open({ maxMemoryBytes: 400_000_000 })
    expect(await small.renderPage(bomb(300), 1, 600)).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('terlalu rumit') },
    })
    expect(await small.renderPage(await honestPaper(), 1, 600)).toMatchObject({ ok: true })
  })
})

describe('A second look', () => {
  test('needs no drawing', async () => {
    const paper = await honestPaper({ pages: 3 })
    const first = await draw(paper, { page: 2 })
    const cannotDraw = await open({ root: '/nowhere', cacheFolder })
    const again = await draw(paper, { page: 2, from: cannotDraw })
    expect(again.pages).toBe(3)
    expect(Buffer.from(again.png).equals(first.png)).toBe(true)
    await expect(cannotDraw.renderPage(paper, 3, 595)).rejects.toThrow('worker.mjs')
  })

  test('at the same moment waits for the first', async () => {
    const paper = await honestPaper({ pages: 5 })
    const before = (await readdir(cacheFolder)).length
    const [one, other] = await Promise.all([draw(paper, { page: 5 }), draw(paper, { page: 5 })])
    expect(one.png).toBe(other.png)
    expect((await readdir(cacheFolder)).length).toBe(before + 1)
  })

  test('draws anew where the disk takes nothing', async () => {
    const folder = await newFolder()
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'a-file'), '')
    const diskless = await open({ cacheFolder: join(folder, 'a-file') })
    expect(await draw(await honestPaper(), { from: diskless })).toMatchObject({ pages: 1 })
    expect(await draw(await honestPaper(), { from: diskless })).toMatchObject({ pages: 1 })
  })
})

test('When very many wait, the last is asked to come back instead of waiting for minutes', async () => {
  const crowded = await open()
  const paper = await honestPaper()
  const waiting = Array.from({ length: 60 }, (_, index) => crowded.renderPage(paper, 1, 300 + index))
  const settled = Promise.allSettled(waiting)
  expect(await crowded.renderPage(paper, 1, 1000)).toMatchObject({ ok: false, retry: true })
  await crowded.close()
  await settled
})
