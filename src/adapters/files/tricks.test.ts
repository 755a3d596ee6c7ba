// Uploads that are two things at once, unfold to something huge, or claim more than they hold.
import { describe, expect, test } from 'vitest'
import { inspectFile, inspectPdf } from './inspect.ts'
import { joined, makePdf, picture, text } from './samples.fixture.ts'

const all = ['pdf', 'jpg', 'png'] as const

describe('a picture that would unfold to more than a screen can bear', () => {
  const wide = {
    png: (() => {
      const bytes = Buffer.from(picture.png)
      bytes.writeUInt32BE(50_000, 16)
      bytes.writeUInt32BE(50_000, 20)
      return bytes
    })(),
    jpg: Buffer.from(
      Buffer.from(picture.jpg).toString('latin1').replace('\x08\x00\x01\x00\x01\x01', '\x08\xc3\x50\xc3\x50\x01'),
      'latin1',
    ),
  }

  test.each(['png', 'jpg'] as const)('is refused with its size (%s)', async (kind) => {
    expect(await inspectFile(wide[kind], all)).toMatchObject({
      ok: false,
      fault: 'huge',
      reason: { id: expect.stringContaining('50000 x 50000 piksel') },
    })
  })

  test('is not told to become a PDF where none is taken', async () => {
    const reasonOf = async (permitted: readonly ('pdf' | 'png')[]) => {
      const answer = await inspectFile(wide.png, permitted)
      return answer.ok ? '' : answer.reason.id
    }
    expect(await reasonOf(['png'])).toContain('Perkecil ukurannya, lalu unggah lagi.')
    expect(await reasonOf(['pdf', 'png'])).toContain('atau simpan sebagai PDF, lalu unggah lagi.')
  })

  test('is told from a fine scan of a sheet', async () => {
    const scan = Buffer.from(picture.png)
    scan.writeUInt32BE(7_000, 16)
    scan.writeUInt32BE(8_500, 20)
    expect(await inspectFile(scan, all)).toMatchObject({ ok: true, kind: 'png' })
  })
})

describe('a file that is two things at once', () => {
  test.each<[string, (pdf: Uint8Array) => Uint8Array]>([
    [
      'a web page in a comment of a PDF',
      (pdf) => joined(pdf.subarray(0, 9), text('%<script>alert(1)</script>\n'), pdf.subarray(9)),
    ],
    ['a few words after a PDF', (pdf) => joined(pdf, text('\n<script>alert(1)</script>'))],
  ])('is a PDF when a reader of PDFs would read it: %s', async (_what, make) => {
    expect(await inspectFile(make(await makePdf()), ['pdf'])).toMatchObject({ ok: true, mime: 'application/pdf' })
  })

  test.each<[string, (pdf: Uint8Array) => Uint8Array, string]>([
    [
      'an archive in front of a PDF',
      (pdf) => joined(text('PK\x03\x04\x14\0\0\0\x08\0'.padEnd(80, '\0')), pdf),
      'bukan PDF',
    ],
    [
      'a picture that is a script, before a PDF',
      (pdf) => joined(text('GIF89a/*\0\0\0\0\0*/=1;alert(1)//'), pdf),
      'melainkan GIF',
    ],
    [
      'an archive of some size behind a PDF',
      (pdf) => joined(pdf, text('PK\x03\x04'), new Uint8Array(100_000)),
      'rusak',
    ],
    [
      'the test virus of the scanners',
      () => text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
      'bukan PDF',
    ],
  ])('is refused otherwise: %s', async (_what, make, words) => {
    expect(await inspectFile(make(await makePdf()), ['pdf'])).toMatchObject({
      ok: false,
      reason: { id: expect.stringContaining(words) },
    })
  })

  test('is a picture, and nothing but one, when it begins and ends as one', async () => {
    const page = joined(picture.png, text('<script>alert(1)</script>'))
    expect(await inspectFile(page, all)).toMatchObject({ ok: true, mime: 'image/png' })
  })
})

test('a PDF of a thousand pages is counted, and one that claims a hundred million is refused with the limit', async () => {
  const thick = await makePdf({ pages: 1000, packed: true })
  expect(inspectPdf(thick)).toMatchObject({ ok: true, pages: 1000 })
  const boast = Buffer.from(await makePdf())
    .toString('latin1')
    .replace('/Count 1', '/Count 100000000')
  expect(inspectPdf(text(boast))).toMatchObject({
    ok: false,
    fault: 'huge',
    reason: { id: expect.stringContaining('paling banyak 2000 halaman') },
  })
})
