import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { dispositionSheetDocument } from '../../letters/disposition-sheet.ts'
import { sampleTree } from '../../letters/disposition-tree.fixture.ts'
import type { TypstDocument } from '../../letters/document.ts'
import { letterPage } from '../../letters/letter-page.ts'
import {
  accountLetter,
  requestOf,
  sampleReceipt,
  sampleReply,
  sampleRequest,
  sampleSheet,
} from '../../letters/papers.fixture.ts'
import { GLYPHS } from '../../letters/printable.ts'
import { receiptDocument } from '../../letters/receipt.ts'
import { createTypst } from './typst.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const printer = createTypst({ root })
afterAll(() => printer.close())

const hasPdftotext = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** What stands on the pages, white space as one blank; without poppler what was handed to the compiler. */
const printed = async (document: TypstDocument): Promise<string> => {
  const pdf = await printer.renderPdf(document)
  const text = hasPdftotext
    ? execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    : texts(document.data).join(' ')
  return text.replace(/\s+/g, ' ')
}

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : []

const papers = {
  'the disposition sheet': dispositionSheetDocument(sampleSheet),
  'the request letter': letterPage(sampleRequest),
  'the reply letter': letterPage(sampleReply),
  'the receipt': receiptDocument(sampleReceipt),
}

describe.each(Object.entries(papers))('%s', (_, document) => {
  test('is a PDF/A-2a with tags that says what it is, who made it and when', async () => {
    const bytes = await printer.renderPdf(document)
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw.startsWith('%PDF-1.7')).toBe(true)
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(raw).toContain('/StructTreeRoot')
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(pdf.getTitle()).toMatch(/^(Lembar Disposisi|Surat Permohonan|Surat Akun|Tanda Terima)/)
    expect(pdf.getAuthor()).toMatch(/^Dinas /)
    expect(pdf.getCreationDate()?.toISOString()).toMatch(/^2026-11-(19|20)T/)
    expect(pdf.getPageCount()).toBe(1)
  })

  test('is the same file whenever and wherever it is printed', async () => {
    const other = createTypst({ root })
    const [first, again, elsewhere] = await Promise.all([
      printer.renderPdf(document),
      printer.renderPdf(document),
      other.renderPdf(document),
    ])
    await other.close()
    expect(Buffer.from(again).equals(first)).toBe(true)
    expect(Buffer.from(elsewhere).equals(first)).toBe(true)
  })
})

describe('The disposition sheet', () => {
  test('has the fields an official looks for, and fills as it travels', async () => {
    const text = await printed(papers['the disposition sheet'])
    const fields = [
      'LEMBAR DISPOSISI',
      'Surat dari',
      'No. Surat',
      'Tgl. Surat',
      'Diterima Tgl',
      'No. Agenda',
      'Sifat',
      'Perihal',
    ]
    for (const field of hasPdftotext
      ? [...fields, 'Diteruskan kepada Sdr.', 'Dengan hormat harap', 'Catatan', '(paraf dan tanggal)']
      : ['0457/2026']) {
      expect(text).toContain(field)
    }
    expect(text).toContain('Plt. Kepala Dinas')
    expect(text).toContain('20 November 2026 pukul 09.12 WIB')
    expect(text).toContain('20 November 2026 pukul 09.31 WIB')
  })

  test('ticks the chosen boxes only', async () => {
    const text = await printed(papers['the disposition sheet'])
    if (!hasPdftotext)
      return expect(JSON.stringify(papers['the disposition sheet'])).toContain('{"label":"Segera","ticked":true}')
    expect(text).toContain('√ Segera')
    expect(text).toContain('√ Proses lebih lanjut')
    expect(text).not.toMatch(/√ (Sangat segera|Rahasia|Untuk diketahui)/)
  })

  test('shows the whole tree with the initial and the date of everyone, on as many half folios as it takes', async () => {
    const dispositions = sampleSheet.dispositions.slice(0, 1)
    const sheet = dispositionSheetDocument({ ...sampleSheet, dispositions, tree: sampleTree })
    const text = await printed(sheet)
    const marks = ['1.2', 'Arsip lengkap sejak 2020', 'diteruskan', 'ditarik kembali', 'Ditanyakan lagi']
    for (const words of [...marks, 'Kepala Subbagian Umum', '20 November 2026']) expect(text).toContain(words)
    const long = sampleTree.map((node) => ({ ...node, note: 'Mohon ditelaah. '.repeat(20) }))
    const wide = dispositionSheetDocument({ ...sampleSheet, dispositions, tree: [...long, ...long, ...long, ...long] })
    const pdf = await PDFDocument.load(await printer.renderPdf(wide))
    expect(pdf.getPageCount()).toBeGreaterThan(3)
    expect(pdf.getPages().map((page) => Math.round(page.getWidth() / 2.8346))).toEqual(pdf.getPages().map(() => 165))
  })

  test('is half a folio for one disposition and A4 for a chain', async () => {
    const size = async (document: TypstDocument): Promise<number[]> => {
      const { width, height } = (await PDFDocument.load(await printer.renderPdf(document))).getPage(0).getSize()
      return [Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]
    }
    expect(
      await size(dispositionSheetDocument({ ...sampleSheet, dispositions: sampleSheet.dispositions.slice(0, 1) })),
    ).toEqual([165, 215])
    expect(await size(papers['the disposition sheet'])).toEqual([210, 297])
    expect(await size(dispositionSheetDocument({ ...sampleSheet, paper: 'f4' }))).toEqual([215, 330])
  })
})

describe('The reply letter', () => {
  test('carries number, addressee, facts, signer, initials, copies and the way to check it', async () => {
    const text = await printed(papers['the reply letter'])
    for (const said of [
      'B/500.12.16/573/DINKOMINFO/XI/2026',
      'Demak, 20 November 2026',
      'Kepala Dinas Kesehatan Kabupaten Demak',
      'sehat.demakkab.go.id',
      'a.n. Kepala Dinas Komunikasi dan Informatika',
      '20/11/2026 13.58 WIB',
      'sebagai laporan',
      'mipp.contoh.go.id/periksa',
      'K7QM-2XWD',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).not.toMatch(/UU ITE|BSrE|ditandatangani secara elektronik/i)
  })

  test('is marked as a draft until it can be checked', async () => {
    const draft = letterPage({ ...sampleReply, standing: { kind: 'draft' } })
    expect(JSON.stringify(draft.data)).not.toContain('"qr"')
    expect(hasPdftotext ? await printed(draft) : 'KONSEP, belum bernomor').toContain('KONSEP, belum bernomor')
  })
})

test('A letter that nobody has numbered or dated leaves room for the pen', async () => {
  const blank = letterPage({ ...sampleRequest, letterhead: null, number: '', datedOn: null })
  expect(await printed(blank)).toContain('Permohonan Subdomain dan Hosting')
})

describe('Whatever people type', () => {
  const nasty =
    '#import "/etc/hosts": * ] } #{panic("x")} $x$ @b <c> `d` *e* _f_ \\u{41} "g" \'h\' // i /* j */ = k ~ -- ---'
  const long = `${nasty} go.\u202elapec\u202c.id 漢 \u{1f600} ${'kata '.repeat(700)}${'x'.repeat(1500)} akhir`

  test.each([
    [
      'a disposition',
      dispositionSheetDocument({
        ...sampleSheet,
        dispositions: sampleSheet.dispositions.map((one) => ({ ...one, note: long })),
      }),
    ],
    [
      'a disposition on half a folio',
      dispositionSheetDocument({
        ...sampleSheet,
        paper: 'half-folio',
        dispositions: sampleSheet.dispositions.map((one) => ({ ...one, note: long })),
      }),
    ],
    [
      'a letter',
      letterPage({
        ...sampleReply,
        letter: accountLetter({ label: nasty, text: long }),
      }),
    ],
    [
      'a request',
      letterPage({
        ...sampleRequest,
        letter: requestOf([{ label: nasty, facts: [{ label: 'Keperluan', value: long }] }]),
      }),
    ],
    ['a receipt', receiptDocument({ ...sampleReceipt, subject: long, papers: [nasty, nasty] })],
  ])('is printed literally in %s, and goes on over the pages', async (_, document) => {
    const pdf = await PDFDocument.load(await printer.renderPdf(document))
    expect(pdf.getPageCount()).toBeGreaterThan(1)
    // Cells of a table lie beside each other in the extracted text, so single words are looked for.
    const text = (await printed(document)).replace(/\s/g, '')
    for (const word of [
      '#import',
      '"/etc/hosts":',
      '#{panic("x")}',
      '$x$',
      '@b',
      '<c>',
      '`d`',
      '*e*',
      '_f_',
      '\\u{41}',
      '/*j*/',
      'go.lapec.id',
      'akhir',
    ]) {
      expect(text).toContain(word)
    }
  })

  test('every character that is let through has a glyph in the font, regular and bold', async () => {
    const all = GLYPHS.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    ).join('')
    const document = dispositionSheetDocument({
      ...sampleSheet,
      dispositions: sampleSheet.dispositions.map((one) => ({ ...one, from: all, note: all })),
    })
    // PDF/A refuses a missing glyph, so that it was made at all is the proof.
    expect((await printer.renderPdf(document)).length).toBeGreaterThan(50_000)
  })
})

/** A thread would go on with it for a minute, and take a gigabyte and a half. */
const HEAVY = receiptDocument({ ...sampleReceipt, papers: Array.from({ length: 100_000 }, (_, at) => `Surat ${at}`) })

describe('The printer', () => {
  test('says what is wrong with data that does not fit, and goes on with the next paper', async () => {
    await expect(printer.renderPdf({ template: 'receipt', data: {} })).rejects.toThrow('Typst')
    expect((await printer.renderPdf(papers['the receipt'])).length).toBeGreaterThan(1000)
  })

  test('lets nobody wait for ever', async () => {
    const hasty = createTypst({ root, deadlineMs: 0 })
    await expect(hasty.renderPdf(papers['the receipt'])).rejects.toThrow('did not answer within 0 ms')
    await hasty.close()
  })

  test('stops for certain what is too heavy, and prints the next paper', async () => {
    const hasty = createTypst({ root, deadlineMs: 1500 })
    await expect(hasty.renderPdf(HEAVY)).rejects.toThrow('did not answer within 1500 ms')
    expect((await hasty.renderPdf(papers['the receipt'])).length).toBeGreaterThan(1000)
    await hasty.close()
    const narrow = createTypst({ root, maxBytes: 250_000_000 })
    await expect(narrow.renderPdf(HEAVY)).rejects.toThrow('took more than 250000000 bytes')
    expect((await narrow.renderPdf(papers['the receipt'])).length).toBeGreaterThan(1000)
    await narrow.close()
  })

  test('tells those who wait when it closes or cannot start', async () => {
    const closing = createTypst({ root })
    const asked = expect(closing.renderPdf(papers['the receipt'])).rejects.toThrow('closed')
    await closing.close()
    await asked
    const lost = createTypst({ root: '/nowhere' })
    await expect(lost.renderPdf(papers['the receipt'])).rejects.toThrow('worker.mjs')
    await lost.close()
  })
})
