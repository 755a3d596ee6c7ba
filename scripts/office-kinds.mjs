// The papers of fixed layout: what the program itself prints for the office, each with its sample.
import { layOut } from '../src/core/procedure/sheet/layout.ts'
import { agendaBookDocument } from '../src/letters/agenda-book.ts'
import { controlCardDocument } from '../src/letters/control-card.ts'
import { destructionRecordDocument } from '../src/letters/destruction-record.ts'
import { dispositionSheetDocument } from '../src/letters/disposition-sheet.ts'
import { sampleTree } from '../src/letters/disposition-tree.fixture.ts'
import {
  sampleDestruction,
  sampleIncomingBook,
  sampleIncomingCard,
  sampleOutgoingBook,
  sampleOutgoingCard,
} from '../src/letters/office-papers.fixture.ts'
import { sampleReceipt, sampleSheet } from '../src/letters/papers.fixture.ts'
import { receiptDocument } from '../src/letters/receipt.ts'
import { monitoringDocument } from '../src/letters/sop-monitoring.ts'
import { sopSheet } from '../src/letters/sop-sheet.ts'
import { sopSheetDocument } from '../src/letters/sop-sheet-document.ts'

/** The SOP whose sheet is shown. */
const SHOWN = 'subdomain-hosting'

export const officeKinds = (office) =>
  [
    ['tanda-terima', 'Tanda Terima Permohonan', receiptDocument(sampleReceipt)],
    ['lembar-disposisi', 'Lembar Disposisi', dispositionSheetDocument(sampleSheet)],
    [
      'lembar-disposisi-pohon',
      'Lembar Disposisi dengan Pohon Disposisi',
      dispositionSheetDocument({ ...sampleSheet, tree: sampleTree }),
    ],
    ['kartu-kendali-masuk', 'Kartu Kendali Surat Masuk', controlCardDocument(sampleIncomingCard)],
    ['kartu-kendali-keluar', 'Kartu Kendali Surat Keluar', controlCardDocument(sampleOutgoingCard)],
    ['buku-agenda-masuk', 'Buku Agenda Surat Masuk', agendaBookDocument(sampleIncomingBook)],
    ['buku-agenda-keluar', 'Buku Agenda Surat Keluar', agendaBookDocument(sampleOutgoingBook)],
    ['berita-acara-pemusnahan', 'Berita Acara Pemusnahan Arsip', destructionRecordDocument(sampleDestruction)],
    ['lembar-sop', 'Lembar SOP', sheetOfSop(office)],
    ['pemantauan-sop-terukur', 'Formulir Pemantauan SOP yang Diisi dari Waktu Nyata', monitoringOf(office)],
  ].map(([name, title, document]) => ({ name, title, shape: 'fixed', document }))

function sheetOfSop({ agency, arms, editions }) {
  const shown = editions.map(({ procedure }) => procedure).find(({ procedure }) => procedure === SHOWN)
  if (!shown) throw new Error(`The catalogue has no "${SHOWN}"`)
  const sheet = sopSheet(shown, agency)
  return sopSheetDocument(sheet, layOut(sheet), arms ?? null)
}

function monitoringOf({ agency, arms, letters }) {
  return monitoringDocument({
    office: agency,
    letters,
    arms: arms ?? null,
    from: '2026-07-01',
    to: '2026-12-31',
    today: '2026-12-31',
    at: '2026-12-31T03:00:00.000Z',
    measured: [
      measured('Pengelolaan Subdomain dan Hosting', '7 hari', [24, 24, 23, 1310, 2890]),
      measured('Pemblokiran Konten Negatif', '60 menit', [9, 9, 6, 71, 214]),
      measured('Pembangunan Aplikasi/Website', null, [2, 0, 0, 9640, 12_300]),
      measured('Penggunaan Data Center', '1 hari', [0, 0, 0, 0, 0]),
    ],
  })
}

const measured = (title, promise, [finished, limited, inTime, meanMinutes, mostMinutes]) => ({
  title,
  promise,
  finished,
  limited,
  inTime,
  meanMinutes,
  mostMinutes,
})
