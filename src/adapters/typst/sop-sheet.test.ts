// The official sheet of every procedure of the catalogue, through the real printer and read back from the file.
import { execFileSync } from 'node:child_process'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { catalogueEntries } from '../../core/procedure/sheet/catalogue.fixture.ts'
import { layOut } from '../../core/procedure/sheet/layout.ts'
import { sopSheet } from '../../letters/sop-sheet.ts'
import { sopSheetDocument } from '../../letters/sop-sheet-document.ts'
import { projectRoot } from '../../main/root.ts'
import { createTypst } from './typst.ts'

const printer = createTypst({ root: projectRoot() })
afterAll(() => printer.close())

/** Without poppler nothing is read back: then the pages are counted and the tags looked for. */
const readBack = (pdf: Uint8Array): string | null => {
  try {
    return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, '')
  } catch {
    return null
  }
}

describe.each(catalogueEntries().map((entry) => [entry.name, entry] as const))(
  'The printed sheet of %s',
  (_, entry) => {
    const sheet = sopSheet(entry.procedure, entry.agency)
    const picture = layOut(sheet)

    test('is A4 across, a PDF/A with tags, whose every cell can be read and copied', async () => {
      const bytes = await printer.renderPdf(sopSheetDocument(sheet, picture, null))
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
      expect(pdf.getPageCount()).toBe(picture.pages.length)
      for (const page of pdf.getPages()) expect(page.getSize()).toEqual({ width: 841.89, height: 595.28 })
      const raw = Buffer.from(bytes).toString('latin1')
      expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
      expect(raw).toContain('/StructTreeRoot')
      const text = readBack(bytes)
      for (const line of picture.pages.flatMap(({ tables, texts }) =>
        [...tables.flat(), ...texts].flatMap(({ lines }) => lines),
      ))
        expect(text ?? line.replace(/\s+/g, '')).toContain(line.replace(/\s+/g, ''))
    })

    test('is the same file whenever it is printed', async () => {
      const document = sopSheetDocument(sheet, picture, null)
      const [one, other] = [await printer.renderPdf(document), await printer.renderPdf(document)]
      expect(Buffer.from(one).equals(other)).toBe(true)
    })
  },
)

test('The arms of the agency stand on the sheet where it has some', async () => {
  const [entry] = catalogueEntries()
  if (!entry) throw new Error('The catalogue is empty')
  const sheet = sopSheet(entry.procedure, entry.agency)
  const arms =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="96"><rect width="80" height="96" fill="#c00"/></svg>'
  const [plain, coloured] = await Promise.all(
    [null, arms].map((one) => printer.renderPdf(sopSheetDocument(sheet, layOut(sheet), one))),
  )
  expect(Buffer.from(coloured ?? []).equals(plain ?? new Uint8Array())).toBe(false)
})
