// Berita acara pemusnahan: which dossiers were destroyed, by what reason, who proposed and who approved; without their subjects.
import type { Instant } from '../core/clock/instant.ts'
import { inZone } from '../core/clock/instant.ts'
import { type TypstDocument, typstDocument } from './document.ts'
import { longDate, longDateTime } from './indonesian.ts'
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
  decided: { by: string; at: Instant } | null
  items: { number: string; classification: string; title: string; endedAt: Instant; headHash: string }[]
}

export const destructionRecordDocument = (record: DestructionRecord): TypstDocument => {
  const { letterhead, zone, number, reason, proposed, decided, items, place } = record
  const at = decided?.at ?? proposed.at
  return typstDocument({
    template: 'destruction-record',
    paper: 'a4',
    title: `Berita Acara Pemusnahan Arsip ${number}`.trim(),
    author: letterhead.office,
    keywords: number === '' ? [] : [number],
    // The same bytes, however often it is made.
    createdAt: at,
    images: armsOf(letterhead),
    body: {
      head: headOf(letterhead),
      number: number === '' ? '(usul, belum bernomor)' : number,
      placeAndDay: `${place}, ${longDate(dayOf(at, zone))}`,
      reason,
      count: String(items.length),
      proposed: { by: proposed.by, at: longDateTime(proposed.at, zone) },
      decided: decided && { by: decided.by, at: longDateTime(decided.at, zone) },
      items: items.map((one, index) => ({
        place: String(index + 1),
        number: one.number,
        classification: one.classification,
        title: one.title,
        ended: longDate(dayOf(one.endedAt, zone)),
        hash: one.headHash,
      })),
    },
  })
}

const dayOf = (at: Instant, zone: string): string => inZone(at, zone).toPlainDate().toString()
