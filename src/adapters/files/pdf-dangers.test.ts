// What a PDF would do by itself is found however it is written; what only looks like it is not.
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { inspectFile } from './inspect.ts'
import { dangerIn } from './pdf-dangers.ts'

type Arming = (pdf: PDFDocument) => unknown

const action =
  (kind: string, more: Record<string, PDFString> = {}): Arming =>
  (pdf) =>
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(pdf.context.obj({ S: PDFName.of(kind), ...more })))

const made = async (arm: Arming, useObjectStreams: boolean): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await arm(pdf)
  return pdf.save({ useObjectStreams })
}

describe.each([
  ['written plainly', false],
  ['packed into a stream', true],
])('%s', (_how, packed) => {
  test.each<[string, Arming, RegExp]>([
    ['a script by its name', (pdf) => pdf.addJavaScript('mulai', 'app.alert(1)'), /berisi skrip/],
    ['a script when it is opened', action('JavaScript', { JS: PDFString.of('app.alert(1)') }), /berisi skrip/],
    ['a program when it is opened', action('Launch', { F: PDFString.of('cmd.exe') }), /menjalankan program/],
  ])('%s is refused with what to do', async (_what, arm, said) => {
    const found = await inspectFile(await made(arm, packed), ['pdf'])
    expect(found).toMatchObject({ ok: false, fault: 'dangerous', reason: { id: expect.stringMatching(said) } })
  })

  test('a title that speaks of it, a link and an attachment are no danger', async () => {
    const bytes = await made(async (pdf) => {
      pdf.setTitle('Cara menghapus /JavaScript (dan /Launch) dari PDF')
      await pdf.attach(Buffer.from('nama;alamat'), 'data.csv', { mimeType: 'text/csv' })
      pdf.catalog.set(PDFName.of('URI'), pdf.context.obj({ Base: PDFString.of('https://demakkab.go.id/JS') }))
    }, packed)
    expect(await inspectFile(bytes, ['pdf'])).toMatchObject({ ok: true, pages: 1 })
  })
})

test.each([
  ['<< /S /J#61v#61Script /J#53 (x) >>', 'script'],
  ['<< /S/Launch/F(cmd) >>', 'launch'],
  ['<< /Title (terbuka \\( /S /Launch >>', 'launch'],
  ['<< /T (a) /JS 5 0 R >>', 'script'],
  ['<< /T (/JS) /U (b (/Launch) c) >>', null],
  ['<< /JSX 1 /Launcher 2 >>', null],
  ['<< % /JS \n /A 1 >>', 'script'],
])('in %j is found: %s', (dictionary, danger) => {
  expect(dangerIn([dictionary])).toBe(danger)
})
