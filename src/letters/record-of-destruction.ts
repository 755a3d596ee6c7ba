// From a record of destruction as it stands to its printed page.
import type { Agency } from '../core/agency/agency.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { DestructionRecord } from './destruction-record.ts'
import { agencyLetterhead } from './letterhead.ts'

type Standing = {
  number: string | null
  reason: string
  proposedAs: string
  proposedAt: Instant
  decidedAs: string | null
  decidedAt: Instant | null
  items: readonly { number: string; classification: string; endedAt: Instant; headHash: string }[]
}

/** Also what the page shows of a proposal before it is decided. */
export const recordOf = ({ agency }: { agency: Agency }, standing: Standing): DestructionRecord => ({
  letterhead: agencyLetterhead(agency, null),
  zone: agency.zone,
  place: agency.letterhead.place,
  number: standing.number ?? '',
  reason: standing.reason,
  proposed: { by: standing.proposedAs, at: standing.proposedAt },
  decided: standing.decidedAt ? { by: standing.decidedAs ?? '', at: standing.decidedAt } : null,
  items: standing.items.map(({ number, classification, endedAt, headHash }) => ({
    number,
    classification,
    title: agency.classifications.find(({ code }) => code === classification)?.title ?? '',
    endedAt,
    headHash,
  })),
})
