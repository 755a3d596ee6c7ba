// Surat permohonan made from the form, for a client who uploads none: printed, signed by the client's head, kept with the dossier.
import type { Day, Instant } from '../core/clock/instant.ts'
import { type PaperSize, type TypstDocument, typstDocument } from './document.ts'
import type { FactGroup } from './facts.ts'
import { counted, longDate } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'
import type { FilledLetter } from './text.ts'

export type RequestLetter = {
  /** Null for a citizen, who has none. */
  letterhead: Letterhead | null
  paper?: PaperSize
  createdAt: Instant
  place: string
  datedOn: Day | null
  /** The client's own number; a line to write on when empty. */
  number: string
  /** How many files go with it. */
  attachments: number
  addressee: { name: string; place: string }
  letter: FilledLetter
  facts: FactGroup[]
  /** Who asks, e.g. "Dinas Kesehatan"; stands as author in the file. */
  client: string
  /** Post of the client's head, and lines under the signature where they are known. */
  signatory: { post: string; holder: string[] }
  /** e.g. "MIPP, tanda bukti 2026-000123"; empty while it is a draft of the applicant. */
  foot: string
}

export const requestLetterDocument = (request: RequestLetter): TypstDocument =>
  typstDocument({
    template: 'request-letter',
    paper: request.paper ?? 'a4',
    title: `${request.letter.title} ${request.client}`,
    author: request.client,
    keywords: request.number === '' ? [] : [request.number],
    createdAt: request.createdAt,
    images: request.letterhead === null ? {} : armsOf(request.letterhead),
    body: {
      head: request.letterhead && headOf(request.letterhead),
      dateline: `${request.place}, ${request.datedOn === null ? '' : longDate(request.datedOn)}`,
      isDated: request.datedOn !== null,
      number: request.number,
      security: request.letter.security,
      attachments: request.attachments === 0 ? '-' : counted(request.attachments, 'berkas'),
      subject: request.letter.subject,
      addressee: request.addressee,
      opening: request.letter.opening,
      table: request.letter.table,
      facts: request.facts,
      paragraphs: request.letter.paragraphs,
      closing: request.letter.closing,
      signatory: request.signatory,
      foot: request.foot,
    },
  })
