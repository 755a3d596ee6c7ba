// A filled letter on paper: letterhead, number, addressee or title, its blocks, signatures, copies, attachments.
import type { Day, Instant } from '../core/clock/instant.ts'
import type { ActingCapacity } from '../core/person/holders.ts'
import { type SeatedBy, withNames } from '../core/person/title.ts'
import { type TypstDocument, typstDocument } from './document.ts'
import { counted, longDate, shortDateTime, titleOf } from './indonesian.ts'
import type { FilledLetter } from './language/template.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'
import { qrSvg } from './qr.ts'
import { legalLines, type PrintedSigning, signingLine } from './signing.ts'

export type Signatory = {
  post: string
  capacity: ActingCapacity
  /** The post in whose name the letter goes out (a.n.). */
  onBehalfOf: string | null
  /** The post below that one which signs for it (u.b.), above the signer's own. */
  ordering?: string | null
  signing: PrintedSigning
  /** Name or post of the holder, rank, staff number: one entry per line; may be empty. */
  holder: string[]
}

export type LetterPage = {
  /** Null for a citizen, who has none. */
  letterhead: Letterhead | null
  /** Who writes; stands as author in the file. */
  author: string
  zone: string
  createdAt: Instant
  place: string
  /** Null leaves a line to write on. */
  datedOn: Day | null
  number: string
  /** How many files go with it, beside the attachments written in the letter itself. */
  attachments: number
  /** Used where the template names none of its own. */
  addressee: { name: string; place: string }
  letter: FilledLetter
  signatory: Signatory
  initials: (SeatedBy & { at: Instant })[]
  /** `draft` is printed as KONSEP and proves nothing; `by-hand` is numbered and signed on paper by whoever wrote it. */
  standing: { kind: 'draft' } | { kind: 'by-hand'; foot: string } | { kind: 'issued'; check: Check }
}

/** The public check page of this very letter. */
export type Check = { code: string; url: string; site: string }

export const letterPage = (page: LetterPage): TypstDocument => {
  const { letterhead, letter, standing, datedOn } = page
  const { front } = letter
  const check = standing.kind === 'issued' ? standing.check : null
  const day = datedOn === null ? '' : longDate(datedOn)
  return typstDocument({
    template: 'letter',
    paper: front.paper,
    title: `${front.title} ${page.number}`.trim(),
    author: page.author,
    keywords: [...(page.number === '' ? [] : [page.number]), ...(check ? [check.code] : [])],
    createdAt: page.createdAt,
    images: { ...(letterhead === null ? {} : armsOf(letterhead)), ...(check ? { qr: qrSvg(check.url) } : {}) },
    body: {
      shape: front.shape,
      across: front.across,
      standing: standing.kind,
      head: letterhead && headOf(letterhead),
      dateline: `${page.place}, ${day}`.trim(),
      isDated: datedOn !== null,
      date: day,
      number: page.number,
      heading: front.heading ?? front.title.toUpperCase(),
      about: letter.about,
      security: front.security,
      attachments: attachmentsOf(page),
      subject: letter.subject,
      addressee:
        letter.addressee.length > 0
          ? { names: letter.addressee, place: '' }
          : { names: [page.addressee.name], place: page.addressee.place },
      blocks: letter.blocks,
      annexes: letter.annexes,
      annexTitle: front.title,
      ...signaturesOf(page),
      copies: letter.copies,
      check: check && { code: check.code, site: check.site },
      foot: standing.kind === 'by-hand' ? standing.foot : '',
      legal: legalLines(page.signatory.signing),
    },
  })
}

/** What is written in the letter itself, and what lies beside it: 2 (dua) berkas. */
const attachmentsOf = ({ letter, attachments }: LetterPage): string => {
  const count = letter.annexes.length + attachments
  return count === 0 ? '-' : counted(count, 'berkas')
}

const signaturesOf = (page: LetterPage) => {
  const { letter, signatory, zone } = page
  const { signatory: signs } = letter.front
  return {
    signatory: signs.kind === 'none' ? null : signatoryOf(page, signatory),
    other: letter.signed.other,
    knows: letter.signed.knows,
    initials: page.initials.map((initial) => ({
      by: withNames(titleOf(initial.post, initial.capacity), initial),
      at: shortDateTime(initial.at, zone),
    })),
  }
}

const signatoryOf = ({ letter, place, datedOn, zone }: LetterPage, signatory: Signatory) => {
  const { signing, onBehalfOf, ordering, holder } = signatory
  return {
    above: [...datedAt(letter, place, datedOn), ...(letter.signed.as === '' ? [] : [letter.signed.as])],
    titles: [
      ...(onBehalfOf === null ? [] : [`a.n. ${onBehalfOf}`]),
      ...(ordering ? [`${ordering}`, 'u.b.'] : []),
      `${titleOf(signatory.post, signatory.capacity)},`,
    ],
    issued: signingLine(signing, zone),
    holder,
  }
}

/** A letter with a title has its date at the signature: Ditetapkan di Demak / pada tanggal 20 November 2026. */
const datedAt = ({ front }: FilledLetter, place: string, datedOn: Day | null): string[] => {
  if (front.shape === 'correspondence' || front.dated === '-') return []
  const day = datedOn === null ? '' : longDate(datedOn)
  if (front.shape === 'form' && front.dated === undefined) return [`${place}, ${day}`]
  return [`${front.dated ?? 'Ditetapkan di'} ${place}`, `pada tanggal ${day}`]
}
