// What can stand in the way of showing a page, said to the person who wants to read it.
import { type Sentence, sentence } from '../../core/sentence.ts'

export const isTooComplex: Sentence = sentence(
  'Halaman ini terlalu rumit untuk ditampilkan di sini. Unduh berkasnya dan buka dengan pembaca PDF Anda.',
  'This page is too complex to be shown here. Download the file and open it with your PDF reader.',
)

export const isBroken: Sentence = sentence(
  'Berkas PDF ini rusak sehingga halamannya tidak dapat ditampilkan. Minta pengirim mengirim berkas yang utuh.',
  'This PDF file is broken, so its page cannot be shown. Ask the sender for a whole file.',
)

export const isLocked: Sentence = sentence(
  'Berkas PDF ini dikunci dengan kata sandi. Minta pengirim mengirim berkas tanpa kata sandi.',
  'This PDF file is locked with a password. Ask the sender for a file without one.',
)

export const hasNoSuchPage = (page: number, pages: number): Sentence =>
  sentence(
    `Halaman ${page} tidak ada: berkas ini berisi ${pages} halaman.`,
    `There is no page ${page}: this file has ${pages} ${pages === 1 ? 'page' : 'pages'}.`,
  )

export const isNotAPage: Sentence = sentence('Halaman itu tidak ada dalam berkas ini.', 'This file has no such page.')

export const isBeyondShown = (maxPages: number): Sentence =>
  sentence(
    `Hanya ${maxPages} halaman pertama yang ditampilkan di sini. Unduh berkasnya untuk membaca halaman selebihnya.`,
    `Only the first ${maxPages} pages are shown here. Download the file to read the others.`,
  )

export const isBusy: Sentence = sentence(
  'Terlalu banyak halaman sedang disiapkan. Muat ulang halaman ini sebentar lagi.',
  'Too many pages are being prepared. Load this page again in a moment.',
)
