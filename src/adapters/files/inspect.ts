// Decides from the bytes, never from the name, whether an upload is what it should be and can be read.

import { fileTypeFromBuffer } from 'file-type'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { readPdf } from './pdf.ts'
import type { PdfDanger } from './pdf-dangers.ts'
import { readPicture } from './picture.ts'
import { type Sight, sightOf } from './sight.ts'

export type Permitted = 'pdf' | 'jpg' | 'png'

export type FileFault = 'empty' | 'disguised' | 'encrypted' | 'broken' | 'huge' | 'dangerous'

/** `pages` is null for pictures. */
export type Inspection =
  | { ok: true; kind: Permitted; mime: string; extension: string; pages: number | null }
  | { ok: false; fault: FileFault; reason: Sentence }

const mimes: Record<Permitted, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' }

export const inspectFile = async (bytes: Uint8Array, permitted: readonly Permitted[]): Promise<Inspection> => {
  if (bytes.length === 0) return { ok: false, fault: 'empty', reason: isEmpty }
  const found = await sniff(bytes)
  const kind = permitted.find((one) => one === found)
  if (!kind) return { ok: false, fault: 'disguised', reason: isSomethingElse(found, permitted) }
  return kind === 'pdf' ? inspectPdf(bytes) : inspectPicture(bytes, kind, permitted)
}

/** Of a large file, without holding it: null where it does not begin as a PDF does. */
export const inspectLargePdf = (sight: Sight): Inspection | null =>
  isPdf(sight.bytes(0, 32)) ? inspectPdfIn(sight) : null

/** The true type as an extension, e.g. `exe`; null when the bytes are of no known kind, such as plain text. */
export const sniff = async (bytes: Uint8Array): Promise<string | null> => {
  if (isPdf(bytes)) return 'pdf'
  return (await fileTypeFromBuffer(bytes))?.ext ?? null
}

/** Some scanners put a byte order mark or a line end before the header; a page or a program in front is no PDF. */
const isPdf = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?[\r\n ]{0,8}%PDF-\d/.test(latin(bytes.subarray(0, 32)))

export const inspectPdf = (bytes: Uint8Array): Inspection => {
  if (bytes.length === 0) return { ok: false, fault: 'empty', reason: isEmpty }
  if (!isPdf(bytes)) return { ok: false, fault: 'disguised', reason: isSomethingElse(null, ['pdf']) }
  return inspectPdfIn(sightOf(bytes))
}

/** Without holding all of it. */
export const inspectPdfIn = (sight: Sight): Inspection => {
  const pdf = readPdf(sight)
  if (pdf === 'encrypted') return { ok: false, fault: 'encrypted', reason: isLocked }
  if (pdf === 'broken') return { ok: false, fault: 'broken', reason: isBroken }
  if (pdf.danger) return { ok: false, fault: 'dangerous', reason: doesSomething[pdf.danger] }
  if (pdf.pages > MOST_PAGES) return { ok: false, fault: 'huge', reason: hasTooManyPages(pdf.pages) }
  return { ok: true, kind: 'pdf', mime: mimes.pdf, extension: 'pdf', pages: pdf.pages }
}

const inspectPicture = (bytes: Uint8Array, kind: 'jpg' | 'png', permitted: readonly Permitted[]): Inspection => {
  const picture = readPicture(bytes, kind)
  if (picture === 'broken') return { ok: false, fault: 'broken', reason: isBroken }
  if (picture.width * picture.height > MOST_PIXELS)
    return { ok: false, fault: 'huge', reason: isHuge(picture, permitted) }
  return { ok: true, kind, mime: mimes[kind], extension: kind, pages: null }
}

/** More than the finest scan of a sheet; unfolded on the reader's screen it takes 240 MB. */
const MOST_PIXELS = 60_000_000

/** A thick file of a whole office; what goes beyond is no letter any more. */
const MOST_PAGES = 2000

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const isEmpty = sentence('Berkas ini kosong. Pilih berkas lain.', 'This file is empty. Choose another one.')

const isLocked = sentence(
  'PDF ini dikunci dengan kata sandi atau dienkripsi. Simpan ulang tanpa kunci, lalu unggah lagi.',
  'This PDF is locked with a password or encrypted. Save it again without a lock and upload it again.',
)

const isBroken = sentence(
  'Berkas ini rusak atau tidak lengkap sehingga tidak dapat dibaca. Buka dan simpan ulang, atau pindai lagi, lalu unggah lagi.',
  'This file is broken or incomplete and cannot be read. Open and save it again, or scan it again, then upload it again.',
)

const doesSomething: Record<PdfDanger, Sentence> = {
  script: sentence(
    'PDF ini berisi skrip (JavaScript) yang dapat berjalan saat dibuka, jadi tidak diterima. Cetak ke PDF atau pindai dokumennya, lalu unggah hasilnya.',
    'This PDF holds a script (JavaScript) that may run when it is opened, so it is not taken. Print it to a PDF or scan it, and upload the result.',
  ),
  launch: sentence(
    'PDF ini dapat menjalankan program saat dibuka, jadi tidak diterima. Cetak ke PDF atau pindai dokumennya, lalu unggah hasilnya.',
    'This PDF can start a program when it is opened, so it is not taken. Print it to a PDF or scan it, and upload the result.',
  ),
}

const hasTooManyPages = (pages: number): Sentence =>
  sentence(
    `PDF ini ${pages} halaman; paling banyak ${MOST_PAGES} halaman. Bagi menjadi beberapa berkas, lalu unggah lagi.`,
    `This PDF has ${pages} pages; ${MOST_PAGES} at most. Split it into several files and upload them again.`,
  )

const isHuge = ({ width, height }: { width: number; height: number }, permitted: readonly Permitted[]): Sentence => {
  const [orPdf, orAsPdf] = permitted.includes('pdf')
    ? [', atau simpan sebagai PDF,', ', or save it as a PDF,']
    : [',', '']
  return sentence(
    `Gambar ini terlalu luas (${width} x ${height} piksel); paling luas ${MOST_PIXELS / 1_000_000} megapiksel. Perkecil ukurannya${orPdf} lalu unggah lagi.`,
    `This picture is too large (${width} x ${height} pixels); it may have ${MOST_PIXELS / 1_000_000} megapixels at most. Make it smaller${orAsPdf} and upload it again.`,
  )
}

const isSomethingElse = (found: string | null, permitted: readonly Permitted[]): Sentence => {
  const wanted = permitted.map((one) => one.toUpperCase())
  const other = found === null ? null : found.toUpperCase()
  return sentence(
    `Isi berkas ini bukan ${wanted.join(' atau ')}${other ? `, melainkan ${other}` : ''}. Mengganti nama berkas tidak mengubah isinya; simpan sebagai ${wanted.join(' atau ')}.`,
    `The content of this file is not ${wanted.join(' or ')}${other ? ` but ${other}` : ''}. Renaming a file does not change what it holds; save it as ${wanted.join(' or ')}.`,
  )
}
