// Whether a session still stands, asked without counting as being used: a page left open must not keep it alive.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

/** @param session hash of the session's cookie */
export const isSessionStanding = (
  store: Store,
  agency: string,
  session: string,
  at: { now: Instant; idleSince: Instant },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('session as s')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 's.agency').onRef('p.person', '=', 's.person'))
      .select('s.person')
      .where('s.agency', '=', agency)
      .where('s.token_hash', '=', session)
      .where('s.ended_at', 'is', null)
      .where('s.expires_at', '>', at.now)
      .where('s.seen_at', '>', at.idleSince)
      .where('p.state', '=', 'active')
      .executeTakeFirst()
    return row !== undefined
  })
