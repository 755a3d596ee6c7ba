// Buku agenda of a month as the office prints it: landscape A4, the official heads of the columns, a place for the signature.
import type { Instant } from '../core/clock/instant.ts'
import { type TypstDocument, typstDocument } from './document.ts'
import { longDateTime } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'

export type BookColumn = { head: string /** Share of the width. */; width: number }

export type AgendaBook = {
  letterhead: Letterhead
  zone: string
  createdAt: Instant
  /** BUKU AGENDA SURAT MASUK */
  title: string
  /** Bulan November 2026 */
  period: string
  columns: readonly BookColumn[]
  /** A cell for each column. */
  rows: readonly (readonly string[])[]
  /** Who signs the book, with place and day. */
  signing: { place: string; day: string; post: string; holder: readonly string[] }
}

export const agendaBookDocument = (book: AgendaBook): TypstDocument =>
  typstDocument({
    template: 'agenda-book',
    paper: 'a4',
    title: `${book.title} ${book.period}`,
    author: book.letterhead.office,
    keywords: [],
    createdAt: book.createdAt,
    images: armsOf(book.letterhead),
    body: {
      head: headOf(book.letterhead),
      title: book.title,
      period: book.period,
      columns: book.columns.map(({ head }) => head),
      widths: book.columns.map(({ width }) => width),
      rows: book.rows.map((row) => [...row]),
      none: 'Nihil',
      signing: { ...book.signing, holder: [...book.signing.holder] },
      foot: `MIPP, keadaan ${longDateTime(book.createdAt, book.zone)}`,
    },
  })
