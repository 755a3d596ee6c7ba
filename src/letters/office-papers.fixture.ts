// Invented papers of the office itself, for the tests and for docs/letters.md: both books, control cards, a record of destruction.
import type { AgendaBook } from './agenda-book.ts'
import { BOOK_COLUMNS, BOOK_TITLES } from './agenda-columns.ts'
import type { ControlCard } from './control-card.ts'
import type { DestructionRecord } from './destruction-record.ts'
import { sampleLetterhead } from './papers.fixture.ts'

const zone = 'Asia/Jakarta'
const createdAt = '2026-12-01T02:10:00.000Z'
const APTIKA = 'Kepala Bidang Aplikasi Informatika'

const bookOf = (book: 'incoming' | 'outgoing', rows: readonly (readonly string[])[]): AgendaBook => ({
  letterhead: sampleLetterhead,
  zone,
  createdAt,
  title: BOOK_TITLES[book],
  period: 'Bulan November 2026',
  columns: BOOK_COLUMNS[book],
  rows,
  signing: { place: 'Demak', day: '1 Desember 2026', post: 'Sekretaris', holder: [] },
})

const INCOMING: readonly (readonly string[])[] = [
  [
    'Dinas Kesehatan',
    '500.12/118/DINKES/2026',
    '19 November 2026',
    'Permohonan Subdomain dan Hosting sehat.demakkab.go.id',
    '1',
    '500.12.2',
    'Sekretaris',
    'Segera',
  ],
  [
    'Kecamatan Demak',
    '005/212/2026',
    '19 November 2026',
    'Undangan Rapat Koordinasi Jaringan Kecamatan',
    '-',
    '000.1',
    APTIKA,
    '',
  ],
  [
    'PT Serat Nusantara Contoh',
    '018/SNC/XI/2026',
    '18 November 2026',
    'Permohonan Rekomendasi Teknis Penggelaran Fiber Optik Ruas Jalan Sultan Fatah',
    '6',
    '500.12.3',
    'Sekretaris',
    'SRK-2026-000481',
  ],
  ['RAHASIA', '', '', '', '', '', '', 'Rahasia'],
  [
    'Dinas Pendidikan dan Kebudayaan',
    '421/907/2026',
    '20 November 2026',
    'Permohonan Email go.id bagi 14 Satuan Pendidikan',
    '2',
    '500.12.2',
    'Sekretaris',
    '',
  ],
  [
    'Kelurahan Bintoro',
    '470/33/2026',
    '6 November 2026',
    'Laporan Gangguan Jaringan Kantor Kelurahan',
    '-',
    '500.12.6',
    'Ketua Tim Kerja Infrastruktur Jaringan',
    'Susulan: surat diterima sore hari sesudah buku ditutup',
  ],
]

export const sampleIncomingBook = bookOf(
  'incoming',
  Array.from({ length: 18 }, (_, at) => {
    const [sender = '', ...rest] = INCOMING[at % INCOMING.length] ?? []
    return [`${at + 1}`, `${440 + at}`, `${2 + at} November 2026`, sender, ...rest]
  }),
)

const OUTGOING: readonly (readonly string[])[] = [
  [
    '571',
    '500.12.2/571/DINKOMINFO/XI/2026',
    '20 November 2026',
    'Kepala Dinas Kesehatan Kabupaten Demak',
    'Akun Subdomain dan Hosting sehat.demakkab.go.id',
    '-',
    '500.12.2',
    'Kepala Dinas',
    APTIKA,
    'Melalui MIPP; 20 November 2026',
    '21 November 2026',
    '',
  ],
  [
    '572',
    '500.12.3/572/DINKOMINFO/XI/2026',
    '20 November 2026',
    'Direktur PT Serat Nusantara Contoh',
    'Rekomendasi Teknis Penggelaran Fiber Optik',
    '3',
    '500.12.3',
    'Kepala Dinas',
    `${APTIKA}, Sekretaris`,
    'Diambil sendiri; 23 November 2026',
    '23 November 2026; penerima kuasa',
    'SRK-2026-000502',
  ],
  [
    '573',
    '500.12.2/573/DINKOMINFO/XI/2026',
    '23 November 2026',
    'Kepala Dinas Pendidikan dan Kebudayaan',
    'Akun Email go.id',
    '-',
    '500.12.2',
    '',
    '',
    '',
    '',
    'BATAL, salah alamat tujuan',
  ],
  [
    '573.a',
    '500.12.2/573.a/DINKOMINFO/XI/2026',
    '23 November 2026',
    'Kepala Dinas Pendidikan dan Kebudayaan Kabupaten Demak',
    'Akun Email go.id',
    '1',
    '500.12.2',
    APTIKA,
    'Ketua Tim Kerja Sistem dan Program Aplikasi',
    'Pos; 24 November 2026',
    '',
    'Susulan: pengganti nomor yang batal',
  ],
  [
    '574',
    '500.12/574/DINKOMINFO/XI/2026',
    '24 November 2026',
    '',
    'Undangan evaluasi triwulan',
    '',
    '500.12',
    '',
    '',
    '',
    '',
    'DIPESAN',
  ],
  ['575', '500.12.4/575/DINKOMINFO/XI/2026', '25 November 2026', 'RAHASIA', '', '', '', '', '', '', '', ''],
]

export const sampleOutgoingBook = bookOf('outgoing', OUTGOING)

const cardOf = (card: Partial<ControlCard>): ControlCard => ({
  office: 'Dinas Komunikasi dan Informatika Kabupaten Demak',
  zone,
  createdAt,
  direction: 'M',
  index: 'Domain dan hosting',
  code: '500.12.2',
  place: '457',
  day: '20 November 2026',
  summary: 'Permohonan Subdomain dan Hosting sehat.demakkab.go.id',
  attachments: '1',
  from: 'Dinas Kesehatan Kabupaten Demak',
  to: 'Dinas Komunikasi dan Informatika Kabupaten Demak',
  letter: '500.12/118/DINKES/2026, 19 November 2026',
  processed: `Sekretaris, ${APTIKA}`,
  remark: '',
  moves: [
    { at: '20/11/2026 08.16', who: 'Pelaksana / Pranata Komputer', what: 'Surat dicatat dengan nomor agenda 457' },
    {
      at: '20/11/2026 09.12',
      who: 'Plt. Kepala Dinas',
      what: 'Didisposisi kepada Sekretaris: Mohon dipastikan nama subdomain sesuai ketentuan.',
    },
    { at: '20/11/2026 09.31', who: 'Sekretaris', what: `Didisposisi kepada ${APTIKA}` },
    { at: '20/11/2026 14.04', who: APTIKA, what: 'Permohonan selesai' },
  ],
  ...card,
})

export const sampleIncomingCard = cardOf({})

export const sampleOutgoingCard = cardOf({
  direction: 'K',
  place: '571',
  summary: 'Akun Subdomain dan Hosting sehat.demakkab.go.id',
  attachments: '-',
  from: 'Kepala Dinas',
  to: 'Kepala Dinas Kesehatan Kabupaten Demak',
  letter: '500.12.2/571/DINKOMINFO/XI/2026, 20 November 2026',
  moves: [
    { at: '20/11/2026 13.20', who: 'Ketua Tim Kerja Sistem dan Program Aplikasi', what: 'Naskah surat disusun' },
    { at: '20/11/2026 13.41', who: APTIKA, what: 'Naskah diparaf' },
    { at: '20/11/2026 13.58', who: 'Sekretaris', what: 'Naskah diparaf' },
    {
      at: '20/11/2026 14.04',
      who: 'Plt. Kepala Dinas',
      what: 'Surat ditandatangani dengan nomor 500.12.2/571/DINKOMINFO/XI/2026',
    },
    { at: '20/11/2026 14.05', who: 'MIPP', what: 'Surat dikirim melalui MIPP' },
  ],
})

/** More than one page: its table breaks. */
export const sampleDestruction: DestructionRecord = {
  letterhead: sampleLetterhead,
  zone,
  place: 'Demak',
  number: '000.1/3/BA-MUSNAH/DINKOMINFO/XII/2026',
  reason:
    'Masa simpan aktif dan inaktif menurut jadwal retensi arsip telah habis, dan berkas tidak bernilai guna lagi.',
  proposed: { by: 'Kepala Subbagian Umum dan Kepegawaian', at: '2026-11-27T03:15:00.000Z' },
  decided: { by: 'Plt. Kepala Dinas', at: '2026-12-01T02:05:00.000Z', isApproved: true },
  items: Array.from({ length: 21 }, (_, at) => ({
    number: `MIPP/2021/${String(31 + at * 7).padStart(4, '0')}`,
    ...(at % 3 === 0
      ? { classification: '500.12.6', title: 'Layanan dan bantuan TIK', kept: '1 tahun aktif, 2 tahun inaktif' }
      : { classification: '500.12.2', title: 'Domain dan hosting', kept: '2 tahun aktif, 3 tahun inaktif' }),
    endedAt: `2021-${String(1 + (at % 11)).padStart(2, '0')}-15T03:00:00.000Z`,
    headHash: Array.from({ length: 64 }, (_, place) => ((at * 31 + place * place * 7 + place) % 16).toString(16)).join(
      '',
    ),
    stays: at === 1 ? ['Register Subdomain: arsip.demakkab.go.id'] : [],
  })),
}
