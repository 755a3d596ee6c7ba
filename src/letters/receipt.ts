// Tanda terima permohonan: what the applicant holds in the hand after submitting.
import type { Day, Instant } from '../core/clock/instant.ts'
import { type PaperSize, type TypstDocument, typstDocument } from './document.ts'
import { longDate, longDateTime } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'
import { qrSvg } from './qr.ts'

export type Receipt = {
  letterhead: Letterhead
  paper?: PaperSize
  zone: string
  createdAt: Instant
  dossierNumber: string
  trackingCode: string
  /** Full address of the tracking page for the QR, and its short form for the eye. */
  tracking: { url: string; site: string }
  service: string
  subject: string
  client: string
  submittedAt: Instant
  /** e.g. "melalui MIPP" or "di loket pelayanan" */
  channel: string
  /** Post that took it at the counter; null online. */
  receivedBy: string | null
  /** Names of the papers that were handed in. */
  papers: string[]
  /** The service standard as printed, e.g. "7 hari kerja", and the day it ends when it is known. */
  promise: { text: string; dueOn: Day | null }
  cost: string
}

export const receiptDocument = (receipt: Receipt): TypstDocument =>
  typstDocument({
    template: 'receipt',
    paper: receipt.paper ?? 'a4',
    title: `Tanda Terima Permohonan ${receipt.dossierNumber}`,
    author: receipt.letterhead.office,
    keywords: [receipt.dossierNumber, receipt.trackingCode],
    createdAt: receipt.createdAt,
    images: { ...armsOf(receipt.letterhead), qr: qrSvg(receipt.tracking.url) },
    body: {
      head: headOf(receipt.letterhead),
      number: receipt.dossierNumber,
      code: receipt.trackingCode,
      site: receipt.tracking.site,
      facts: factsOf(receipt),
      papers: receipt.papers,
    },
  })

const factsOf = (receipt: Receipt): { label: string; value: string }[] => [
  { label: 'Layanan', value: receipt.service },
  { label: 'Hal', value: receipt.subject },
  { label: 'Pemohon', value: receipt.client },
  { label: 'Diterima', value: `${longDateTime(receipt.submittedAt, receipt.zone)} ${receipt.channel}`.trim() },
  ...(receipt.receivedBy === null ? [] : [{ label: 'Diterima oleh', value: receipt.receivedBy }]),
  { label: 'Batas waktu layanan', value: promiseOf(receipt) },
  ...(receipt.cost === '' ? [] : [{ label: 'Biaya', value: receipt.cost }]),
]

const promiseOf = ({ promise }: Receipt): string =>
  promise.dueOn === null ? promise.text : `${promise.text}, paling lambat ${longDate(promise.dueOn)}`
