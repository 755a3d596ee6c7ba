// From a record of destruction as it stands to its printed page.
import type { Agency } from '../core/agency/agency.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { DestructionRecord } from './destruction-record.ts'
import { agencyLetterhead } from './letterhead.ts'

type Standing = {
  state: 'proposed' | 'approved' | 'refused' | 'done'
  number: string | null
  reason: string
  proposedAs: string
  proposedAt: Instant
  decidedAs: string | null
  decidedAt: Instant | null
  items: readonly {
    number: string
    classification: string
    endedAt: Instant
    headHash: string
    stays: readonly string[]
  }[]
}

/** Also what the page shows of a proposal before it is decided. */
export const recordOf = (
  { agency, arms }: { agency: Agency; arms?: string | undefined },
  standing: Standing,
): DestructionRecord => ({
  letterhead: agencyLetterhead(agency, arms ?? null),
  zone: agency.zone,
  place: agency.letterhead.place,
  number: standing.number ?? '',
  reason: standing.reason,
  proposed: { by: standing.proposedAs, at: standing.proposedAt },
  decided: standing.decidedAt
    ? { by: standing.decidedAs ?? '', at: standing.decidedAt, isApproved: standing.state !== 'refused' }
    : null,
  items: standing.items.map(({ number, classification, endedAt, headHash, stays }) => ({
    number,
    classification,
    title: agency.classifications.find(({ code }) => code === classification)?.title ?? '',
    kept: keptOf(agency, classification),
    endedAt,
    headHash,
    stays,
  })),
})

/** Empty where the office has set no years. */
const keptOf = ({ classifications }: Agency, wanted: string): string => {
  const one = classifications.find(({ code }) => code === wanted)
  const years = [
    ...(one?.active === undefined ? [] : [`${one.active} tahun aktif`]),
    ...(one?.inactive === undefined ? [] : [`${one.inactive} tahun inaktif`]),
  ]
  return years.join(', ')
}
