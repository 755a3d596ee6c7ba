// Every kind of letter of the catalogue through the real printer: tags, pages, and what somebody typed as nothing but text.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/servers/pdf-tools.ts'
import { readTemplate } from '../../letters/language/read.ts'
import type { LetterTemplate } from '../../letters/language/template.ts'
import { letterPage } from '../../letters/letter-page.ts'
import { filledLetter, sampleReply } from '../../letters/papers.fixture.ts'
import { samplePage } from '../../letters/sample-page.ts'
import { trialOffice } from '../../letters/trial-office.fixture.ts'
import { createTypst } from './typst.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const printer = createTypst({ root })
afterAll(() => printer.close())

const templates = readdirSync(`${root}/catalogue/letters`).map((name): [string, LetterTemplate] => {
  const read = readTemplate(readFileSync(`${root}/catalogue/letters/${name}`, 'utf8'))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.faults)}`)
  return [name, read.template]
})

const printed = async (template: LetterTemplate, standing: 'draft' | 'issued'): Promise<Uint8Array> => {
  const page = samplePage(template, { office: trialOffice, arms: null, standing })
  if (!page.ok) throw new Error(JSON.stringify(page.faults))
  return printer.renderPdf(page.document)
}

/** Null without poppler: then the pages are counted only. */
const textOf = (pdf: Uint8Array): string | null => {
  try {
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  } catch {
    return null
  }
}

describe.each(templates)('%s', (_, template) => {
  test('is printed as PDF/A-2a with its number, and as a draft that says so', async () => {
    const [pdf, draft] = [await printed(template, 'issued'), await printed(template, 'draft')]
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const tags = judge('pdfinfo', pdf, '-struct')?.says
    if (tags !== undefined) {
      expect(tags).toMatch(template.front.shape === 'correspondence' ? /P \(block\)/ : /H1/)
      const hasTable = template.body.some((part) => part.kind === 'table')
      if (hasTable) expect(tags).toMatch(/Table[\s\S]*THead[\s\S]*TH[\s\S]*TBody/)
    }
    const text = textOf(draft)
    if (text !== null) expect(text).toContain('KONSEP, belum bernomor')
  })
})

const HEAD = '---\nletter: uji\ntitle: Surat Uji\nshape: titled\nsubject: Uji\n---\n'

test('a table over several pages has its head on each of them, and the letter says how many there are', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({ words: { titik: `Titik ${at + 1}` }, values: {} }))
  const letter = filledLetter(`${HEAD}| No. | Nama titik |\n|--:|---|\n[ulang t]\n| {no} | {titik} |\n[selesai]\n`, {
    tables: { t: rows },
  })
  const pdf = await printer.renderPdf(letterPage({ ...sampleReply, letter }))
  const pages = (await PDFDocument.load(pdf)).getPageCount()
  expect(pages).toBeGreaterThan(2)
  const text = textOf(pdf)
  if (text === null) return
  for (const page of text.split('\f').filter((one) => one.includes('Titik '))) expect(page).toContain('Nama titik')
  expect(text).toContain(`Halaman 1 dari ${pages}`)
  expect(text).toContain('Titik 120')
})

const HOSTILE = [
  '#import "/etc/hosts": *',
  '#panic("x")',
  '$x^2$ @ref <label> `kode`',
  '= Judul',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://contoh.example")',
  '[selesai] {surat.nomor} **tebal** | --- |',
]

test('Typst, HTML, formulas and our own signs are printed as they were typed, in every kind of block', async () => {
  const body = '# {a}\n{a}\n\nIsi : {a}\n\n- {a}\n\n| {a} |\n|---|\n| {a} |\n\n[tengah {a}]\n\n[lampiran {a}]\n{a}\n'
  for (const a of HOSTILE) {
    const pdf = await printer.renderPdf(
      letterPage({ ...sampleReply, letter: filledLetter(HEAD + body, { words: { a } }) }),
    )
    const text = textOf(pdf)
    if (text === null) continue
    const bare = (words: string): string => words.replace(/\s/g, '').toLowerCase()
    expect(bare(text).split(bare(a)).length - 1).toBe(9)
  }
})

test('F4 and the long side of the paper are what they say', async () => {
  const size = async (more: string) => {
    const letter = filledLetter(`${HEAD.replace('shape: titled', `shape: titled\n${more}`)}Isi`)
    const page = (await PDFDocument.load(await printer.renderPdf(letterPage({ ...sampleReply, letter })))).getPage(0)
    return [page.getWidth(), page.getHeight()].map((points) => Math.round((points / 72) * 25.4))
  }
  expect(await size('paper: f4')).toEqual([215, 330])
  expect(await size('across: true')).toEqual([297, 210])
})
