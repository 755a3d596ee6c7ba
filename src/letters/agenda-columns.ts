// The official heads of the columns of the two books of letters, and what the books are called.
import type { BookColumn } from './agenda-book.ts'

export const BOOK_TITLES = { incoming: 'BUKU AGENDA SURAT MASUK', outgoing: 'BUKU AGENDA SURAT KELUAR' } as const

const incoming: readonly BookColumn[] = [
  { head: 'No.', width: 4 },
  { head: 'No. agenda', width: 6 },
  { head: 'Tanggal diterima', width: 9 },
  { head: 'Asal surat', width: 17 },
  { head: 'Nomor surat', width: 12 },
  { head: 'Tanggal surat', width: 9 },
  { head: 'Isi ringkas', width: 24 },
  { head: 'Lamp.', width: 5 },
  { head: 'Klasifikasi', width: 9 },
  { head: 'Diteruskan kepada', width: 14 },
  { head: 'Keterangan', width: 13 },
]

const outgoing: readonly BookColumn[] = [
  { head: 'No. urut', width: 6 },
  { head: 'Nomor surat', width: 17 },
  { head: 'Tanggal', width: 10.5 },
  { head: 'Kepada', width: 16 },
  { head: 'Isi ringkas', width: 18.5 },
  { head: 'Lamp.', width: 5 },
  { head: 'Klasifikasi', width: 9 },
  { head: 'Penanda tangan', width: 12 },
  { head: 'Pengolah', width: 12 },
  { head: 'Dikirim', width: 11 },
  { head: 'Diterima', width: 9 },
  { head: 'Keterangan', width: 13 },
]

export const BOOK_COLUMNS = { incoming, outgoing } as const
