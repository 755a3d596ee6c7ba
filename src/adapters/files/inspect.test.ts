// Looking into uploads: good ones pass, and every bad one ends in a sentence that says what to do.

import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { inspectFile, inspectPdf, sniff } from './inspect.ts'
import { joined, makePdf, picture, type Sample, text } from './samples.fixture.ts'

const all = ['pdf', 'jpg', 'png'] as const

describe('a good upload', () => {
  test.each<Sample>([{}, { pages: 3 }, { packed: true }, { pages: 120, packed: true }])(
    'is a PDF with its pages counted: %j',
    async (sample) => {
      const inspection = await inspectFile(await makePdf(sample), ['pdf'])
      expect(inspection).toEqual({
        ok: true,
        kind: 'pdf',
        mime: 'application/pdf',
        extension: 'pdf',
        pages: sample.pages ?? 1,
      })
    },
  )

  test('is a PDF that a scanner began with a line end, or a mail program ended with some', async () => {
    const pdf = await makePdf()
    expect(inspectPdf(joined(text('\r\n'), pdf, text('\r\n\0\0\r\n')))).toMatchObject({ ok: true, pages: 1 })
    expect(inspectPdf(joined(text('\xef\xbb\xbf'), pdf))).toMatchObject({ ok: true })
  })

  test('is a PDF that was changed later: the last state counts', async () => {
    const first = await makePdf({ pages: 2 })
    const tree = /(\d+) 0 obj\s*<<\s*\/Type \/Pages/.exec(Buffer.from(first).toString('latin1'))?.[1]
    const update = `\n${tree} 0 obj\n<< /Type /Pages /Count 5 /Kids [] >>\nendobj\ntrailer\n<< /Root 2 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n`
    const root = /\/Root (\d+) 0 R/.exec(Buffer.from(first).toString('latin1'))?.[1]
    expect(inspectPdf(joined(first, text(update.replace('/Root 2', `/Root ${root}`))))).toMatchObject({
      ok: true,
      pages: 5,
    })
  })

  test('is a PDF that carries another, locked one as an attachment', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    await document.attach(await makePdf({ isLocked: true, pages: 9 }), 'lampiran.pdf')
    expect(inspectPdf(await document.save({ useObjectStreams: false }))).toMatchObject({ ok: true, pages: 1 })
  })

  test.each(['png', 'jpg'] as const)('is a picture (%s) where pictures are allowed', async (kind) => {
    expect(await inspectFile(picture[kind], all)).toMatchObject({ ok: true, kind, pages: null })
    expect(await inspectFile(picture[kind], ['pdf'])).toMatchObject({
      ok: false,
      fault: 'disguised',
      reason: { id: expect.stringContaining(`melainkan ${kind.toUpperCase()}`) },
    })
  })
})

describe('a bad upload', () => {
  test('is told every kind that is taken, not the first alone', async () => {
    expect(await inspectFile(text('Foto'), ['jpg', 'png'])).toMatchObject({
      reason: {
        id: expect.stringMatching(/bukan JPG atau PNG\..*simpan sebagai JPG atau PNG\.$/),
        en: expect.stringMatching(/save it as JPG or PNG\.$/),
      },
    })
  })

  test('is empty', async () => {
    expect(await inspectFile(new Uint8Array(), ['pdf'])).toMatchObject({
      ok: false,
      fault: 'empty',
      reason: { id: expect.stringContaining('kosong') },
    })
    expect(inspectPdf(new Uint8Array())).toMatchObject({ ok: false, fault: 'empty' })
  })

  test.each<[string, Uint8Array, string]>([
    ['a program', joined(text('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'), new Uint8Array(200)), 'melainkan EXE'],
    ['an archive', text('PK\x03\x04\x14\0\0\0\x08\0'.padEnd(80, '\0')), 'melainkan ZIP'],
    ['a web page', text('<!doctype html><script>alert(1)</script>'), 'bukan PDF'],
    ['a web page with a PDF behind it', text('<script>alert(1)</script>\n%PDF-1.7'), 'bukan PDF'],
    ['plain words', text('Surat permohonan'), 'bukan PDF'],
    ['a drawing with scripts', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'bukan PDF'],
  ])('is %s under another name', async (_what, bytes, words) => {
    expect(await inspectFile(bytes, ['pdf'])).toMatchObject({
      ok: false,
      fault: 'disguised',
      reason: { id: expect.stringContaining(words) },
    })
  })

  test.each<Sample>([{ isLocked: true }, { isLocked: true, packed: true }])(
    'is locked with a password: %j',
    async (sample) => {
      const inspection = await inspectFile(await makePdf(sample), ['pdf'])
      expect(inspection).toMatchObject({
        ok: false,
        fault: 'encrypted',
        reason: { id: expect.stringContaining('tanpa kunci') },
      })
    },
  )

  test('has no pages, or says so itself', async () => {
    expect(inspectPdf(text('%PDF-1.7\n%%EOF\n'))).toMatchObject({ ok: false, fault: 'broken' })
    expect(
      inspectPdf(
        text(
          '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF',
        ),
      ),
    ).toMatchObject({
      ok: false,
      fault: 'broken',
      reason: { id: expect.stringContaining('rusak') },
    })
  })

  test.each(['%%EOF', 'startxref', '/Root', '/Pages'])('has lost its %s', async (word) => {
    const damaged = Buffer.from(await makePdf())
      .toString('latin1')
      .replaceAll(word, '#'.repeat(word.length))
    expect(inspectPdf(text(damaged))).toMatchObject({ ok: false, fault: 'broken' })
  })

  test.each(['png', 'jpg'] as const)('is a picture (%s) that ends in the middle', async (kind) => {
    const half = picture[kind].subarray(0, picture[kind].length - 6)
    expect(await inspectFile(half, all)).toMatchObject({ ok: false, fault: 'broken' })
  })

  test('is a photograph cut off behind its small preview', async () => {
    const preview = text('\xff\xe1\x00\x0c' + 'mini\xff\xd9\0\0\0\0')
    const cut = joined(picture.jpg.subarray(0, 20), preview, picture.jpg.subarray(20, -4))
    expect(await inspectFile(cut, all)).toMatchObject({ ok: false, fault: 'broken' })
  })
})

test.each<Sample>([{ pages: 2 }, { pages: 2, packed: true }])(
  'a PDF cut anywhere is never taken for whole: %j',
  async (sample) => {
    const pdf = await makePdf(sample)
    const wholeFrom = Buffer.from(pdf).lastIndexOf('%%EOF') + 5
    fc.assert(
      fc.property(fc.integer({ min: 9, max: wholeFrom - 1 }), (length) => {
        expect(inspectPdf(pdf.subarray(0, length))).toMatchObject({ ok: false, fault: 'broken' })
      }),
    )
  },
)

test('whatever the bytes are, there is an answer and no fault', async () => {
  const pdf = await makePdf({ packed: true })
  const edits = fc.array(fc.tuple(fc.integer({ min: 8, max: pdf.length - 1 }), fc.integer({ min: 0, max: 255 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(edits, (changes) => {
      const damaged = Uint8Array.from(pdf)
      for (const [at, byte] of changes) damaged[at] = byte
      expect(inspectPdf(damaged)).toHaveProperty('ok')
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await inspectFile(bytes, all)).toHaveProperty('ok')
    }),
  )
})

test.each<[string, string]>([
  ['digits without end', '1'],
  ['numbers without end', '1 '],
  ['objects that never end', '1 0 obj\n'],
  ['streams that never end', '1 0 obj<</Type/ObjStm/FlateDecode>>stream\n'],
  ['trailers without end', 'trailer'],
  ['empty objects', '1 0 obj endobj '],
])('five megabytes of %s do not hold the house', (_what, piece) => {
  const bytes = text(`%PDF-1.7\n${piece.repeat(Math.ceil(5_000_000 / piece.length))}`)
  expect(inspectPdf(bytes)).toMatchObject({ ok: false, fault: 'broken' })
})

test('a stream that swells to a hundred times its size is not followed', () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 9 })
  const stream = joined(
    text(`1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>stream\n`),
    bomb,
  )
  expect(
    inspectPdf(joined(text('%PDF-1.7\n'), stream, text('\nendstream\nendobj\nstartxref\n9\n%%EOF'))),
  ).toMatchObject({ fault: 'broken' })
})

test('the type is told from the bytes', async () => {
  expect([await sniff(await makePdf()), await sniff(picture.png), await sniff(text('halo'))]).toEqual([
    'pdf',
    'png',
    null,
  ])
})
