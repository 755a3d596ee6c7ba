// Surat balasan: the office's answer in the shape of official correspondence (domain.md 2.4).
import type { Day, Instant } from '../core/clock/instant.ts'
import type { ActingCapacity } from '../core/person/holders.ts'
import { type SeatedBy, withNames } from '../core/person/title.ts'
import { type PaperSize, type TypstDocument, typstDocument } from './document.ts'
import { counted, longDate, longDateTime, shortDateTime, titleOf } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'
import { qrSvg } from './qr.ts'
import type { FilledLetter } from './text.ts'

export type Signatory = {
  post: string
  capacity: ActingCapacity
  /** The post in whose name the letter goes out (a.n.). */
  onBehalfOf: string | null
  /** `by-hand` leaves room for a wet signature; `in-mipp` says that the post issued it in the system, and when. */
  signing: { kind: 'by-hand' } | { kind: 'in-mipp'; at: Instant }
  /** Name or post of the holder, rank, staff number: one entry per line; may be empty. */
  holder: string[]
}

export type ReplyLetter = {
  letterhead: Letterhead
  paper?: PaperSize
  zone: string
  createdAt: Instant
  place: string
  datedOn: Day
  /** Empty in a draft: the number is taken when the letter goes out. */
  number: string
  /** How many files go with it. */
  attachments: number
  addressee: { name: string; place: string }
  letter: FilledLetter
  signatory: Signatory
  initials: (SeatedBy & { at: Instant })[]
  /** The public check page of this very letter. Null in a draft: it is printed as KONSEP and proves nothing. */
  check: { code: string; url: string; site: string } | null
}

export const replyLetterDocument = (reply: ReplyLetter): TypstDocument => {
  const { letterhead, letter, signatory, check, zone } = reply
  return typstDocument({
    template: 'reply-letter',
    paper: reply.paper ?? 'a4',
    title: `${letter.title} ${reply.number}`.trim(),
    author: letterhead.office,
    keywords: check ? [reply.number, check.code] : [],
    createdAt: reply.createdAt,
    images: {
      ...armsOf(letterhead),
      ...(check ? { qr: qrSvg(check.url) } : {}),
    },
    body: {
      head: headOf(letterhead),
      dateline: `${reply.place}, ${longDate(reply.datedOn)}`,
      number: reply.number,
      security: letter.security,
      attachments: reply.attachments === 0 ? '-' : counted(reply.attachments, 'berkas'),
      subject: letter.subject,
      addressee: reply.addressee,
      opening: letter.opening,
      table: letter.table,
      paragraphs: letter.paragraphs,
      closing: letter.closing,
      signatory: {
        titles: [
          ...(signatory.onBehalfOf === null ? [] : [`a.n. ${signatory.onBehalfOf}`]),
          `${titleOf(signatory.post, signatory.capacity)},`,
        ],
        issued:
          signatory.signing.kind === 'in-mipp'
            ? `Diterbitkan melalui MIPP\n${longDateTime(signatory.signing.at, zone)}`
            : '',
        holder: signatory.holder,
      },
      initials: reply.initials.map((initial) => ({
        by: withNames(titleOf(initial.post, initial.capacity), initial),
        at: shortDateTime(initial.at, zone),
      })),
      copies: letter.copies,
      check: check && { code: check.code, site: check.site },
    },
  })
}
