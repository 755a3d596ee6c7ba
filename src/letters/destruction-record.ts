// Berita acara pemusnahan: which dossiers are destroyed, by what reason, who proposed and who approved; without their subjects.
// As long as nobody has approved it is called a proposal, and one that was refused says so.
import type { Instant } from '../core/clock/instant.ts'
import { type TypstDocument, typstDocument } from './document.ts'
import { counted, dateInWords, dayIn, longDate, longDateTime } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'

export type DestructionRecord = {
  letterhead: Letterhead
  zone: string
  place: string
  number: string
  reason: string
  /** Titles of posts. */
  proposed: { by: string; at: Instant }
  /** Null as long as it is a proposal. */
  decided: { by: string; at: Instant; isApproved: boolean } | null
  items: {
    number: string
    classification: string
    title: string
    /** How long the office keeps such dossiers: 2 tahun aktif, 3 tahun inaktif. */
    kept: string
    endedAt: Instant
    headHash: string
    /** What of it a register still holds. */
    stays: readonly string[]
  }[]
}

export const destructionRecordDocument = (record: DestructionRecord): TypstDocument => {
  const { letterhead, zone, number, reason, proposed, decided, items, place } = record
  const at = decided?.at ?? proposed.at
  const day = dayIn(at, zone)
  const standing = decided === null ? 'proposed' : decided.isApproved ? 'approved' : 'refused'
  return typstDocument({
    template: 'destruction-record',
    paper: 'a4',
    title: `${TITLES[standing]} ${number}`.trim(),
    author: letterhead.office,
    keywords: number === '' ? [] : [number],
    // The same bytes, however often it is made.
    createdAt: at,
    images: armsOf(letterhead),
    body: {
      head: headOf(letterhead),
      heading: TITLES[standing].toUpperCase(),
      standing,
      number,
      day: dateInWords(day),
      placeAndDay: `${place}, ${longDate(day)}`,
      reason,
      count: counted(items.length, 'berkas'),
      proposed: { by: proposed.by, at: longDateTime(proposed.at, zone) },
      decided: decided && { by: decided.by, at: longDateTime(decided.at, zone) },
      items: items.map((one, index) => ({
        place: String(index + 1),
        number: one.number,
        classification: `${one.classification} ${one.title}`.trim(),
        kept: one.kept,
        ended: longDate(dayIn(one.endedAt, zone)),
        hash: one.headHash,
      })),
      stays: items.flatMap(({ number: of, stays }) => stays.map((one) => `${one} (${of})`)).join('; '),
    },
  })
}

const TITLES = {
  proposed: 'Usul Pemusnahan Arsip',
  approved: 'Berita Acara Pemusnahan Arsip',
  refused: 'Usul Pemusnahan Arsip yang Ditolak',
} as const
