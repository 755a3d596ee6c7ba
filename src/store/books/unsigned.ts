// Numbers that lie in reserve for letters of dossiers: numbered by one of these posts, and not signed yet.
import type { Instant } from '../../core/clock/instant.ts'
import type { Store } from '../connect.ts'

export type UnsignedNumber = { dossier: string; number: string; numberedAt: Instant }

/** @returns the oldest first */
export const unsignedNumbers = (
  store: Store,
  agency: string,
  { posts, most }: { posts: readonly string[]; most: number },
): Promise<UnsignedNumber[]> =>
  store.inAgency(agency, async (db) => {
    if (posts.length === 0) return []
    const rows = await db
      .selectFrom('outgoing')
      .select(['dossier', 'number', 'numbered_at as numberedAt'])
      .where('agency', '=', agency)
      .where('signatory', 'in', posts)
      .where('state', '=', 'reserved')
      .where('dossier', 'is not', null)
      .orderBy('numbered_at')
      .orderBy('number')
      .limit(most)
      .execute()
    return rows.flatMap(({ dossier, ...row }) => (dossier === null ? [] : [{ dossier, ...row }]))
  })
