// Every kind of paper before independent judges: is the file sound, are its fonts inside, can it be read in order aloud.
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/servers/pdf-tools.ts'
import { agendaBookDocument } from '../../letters/agenda-book.ts'
import { controlCardDocument } from '../../letters/control-card.ts'
import { destructionRecordDocument } from '../../letters/destruction-record.ts'
import { dispositionSheetDocument } from '../../letters/disposition-sheet.ts'
import type { TypstDocument } from '../../letters/document.ts'
import { letterPage } from '../../letters/letter-page.ts'
import {
  sampleDestruction,
  sampleIncomingBook,
  sampleOutgoingBook,
  sampleOutgoingCard,
} from '../../letters/office-papers.fixture.ts'
import { sampleReceipt, sampleReply, sampleRequest, sampleSheet } from '../../letters/papers.fixture.ts'
import { receiptDocument } from '../../letters/receipt.ts'
import { createTypst } from './typst.ts'

const printer = createTypst({ root: fileURLToPath(new URL('../../..', import.meta.url)) })
afterAll(() => printer.close())

const PAPERS: [string, () => TypstDocument][] = [
  ['a reply letter', () => letterPage(sampleReply)],
  ['a request letter', () => letterPage(sampleRequest)],
  ['a disposition sheet', () => dispositionSheetDocument(sampleSheet)],
  ['a receipt', () => receiptDocument(sampleReceipt)],
  ['the book of incoming letters', () => agendaBookDocument(sampleIncomingBook)],
  ['the book of outgoing letters', () => agendaBookDocument(sampleOutgoingBook)],
  ['a control card', () => controlCardDocument(sampleOutgoingCard)],
  ['a record of destruction', () => destructionRecordDocument(sampleDestruction)],
]

/** Embedded, subset and with a way back to letters: the columns `emb sub uni` of pdffonts. */
const FONT_LINE = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/

describe.each(PAPERS)('The file of %s', (_, paper) => {
  test('is sound, holds its fonts, and has a tree of tags', async () => {
    const pdf = await printer.renderPdf(paper())
    const sound = judge('qpdf', pdf, '--check')
    if (sound) expect(sound).toEqual({ code: 0, says: expect.stringContaining('No syntax or stream encoding errors') })
    const fonts = judge('pdffonts', pdf)
    if (fonts) {
      const lines = fonts.says.trim().split('\n').slice(2)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(FONT_LINE.exec(line)?.slice(1)).toEqual(['yes', 'yes', 'yes'])
    }
    const tags = judge('pdfinfo', pdf, '-struct')
    if (tags) for (const tag of ['Document', 'P ']) expect(tags.says).toContain(tag)
    const facts = judge('pdfinfo', pdf)
    if (facts) expect(facts.says).toMatch(/Title:\s+\S[\s\S]*Tagged:\s+yes[\s\S]*Encrypted:\s+no/)
  })
})
