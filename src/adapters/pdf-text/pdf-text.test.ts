import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makePdf } from '../files/samples.fixture.ts'
import { bomb, handMade, lockedPaper } from '../pdf-pictures/papers.fixture.ts'
import { createPdfText, type PdfText } from './pdf-text.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let reader: PdfText
beforeAll(() => {
  reader = createPdfText({ root })
})
afterAll(() => reader.close())

const letter = async (...pages: string[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  for (const text of pages) pdf.addPage([595, 842]).drawText(text, { x: 72, y: 760, size: 12 })
  return pdf.save()
}

describe('The words of a paper', () => {
  test('are read from all its pages, line by line', async () => {
    const words = await reader.read(await letter('Nomor 045/77/2026\nHal: Permohonan', 'Lampiran kedua'))
    expect(words).toMatchObject({ state: 'read', pages: 2, isCut: false })
    expect(words.state === 'read' && words.text.split(/\s+/).join(' ')).toBe(
      'Nomor 045/77/2026 Hal: Permohonan Lampiran kedua',
    )
  })

  test('are none in a scan, a locked file or a broken one, and each is told apart', async () => {
    expect(await reader.read(handMade({ content: '0 0 100 100 re f' }))).toEqual({ state: 'empty', pages: 1 })
    expect(await reader.read(await lockedPaper())).toEqual({ state: 'locked' })
    expect(await reader.read(Buffer.from('%PDF-1.7 and nothing'))).toEqual({ state: 'broken' })
  })

  test('of a very long paper are read as far as the limit goes, and it says that there is more', async () => {
    const short = createPdfText({ root, maxPages: 2, maxLetters: 40 })
    onTestFinished(short.close)
    expect(await short.read(await makePdf({ pages: 50 }))).toMatchObject({ pages: 50 })
    expect(await short.read(await letter('satu', 'dua', 'tiga'))).toMatchObject({ state: 'read', isCut: true })
    const long = await short.read(await letter('panjang '.repeat(30)))
    expect(long).toMatchObject({ state: 'read', isCut: true })
    expect(long.state === 'read' && long.text.length).toBeLessThanOrEqual(40)
  })

  test('of a paper that takes too much are given up, and the next paper is read', async () => {
    const tight = createPdfText({ root, maxMemoryBytes: 250_000_000 })
    onTestFinished(tight.close)
    expect(await tight.read(bomb(300))).toEqual({ state: 'too-complex' })
    expect(await tight.read(await letter('sesudahnya'))).toMatchObject({ state: 'read', text: 'sesudahnya' })
  })
})

test('A reader that cannot start is a fault of ours, never of the paper', async () => {
  const nowhere = createPdfText({ root: '/nowhere' })
  onTestFinished(nowhere.close)
  await expect(nowhere.read(await letter('x'))).rejects.toThrow('The reader of papers')
})
