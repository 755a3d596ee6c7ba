// Counts how often something is tried in a window of time; in the database, so that every process counts alike.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

export type Window = {
  /** What is tried and by or on whom; mail addresses only hashed. */
  what: string
  windowStart: Instant
}

/** Counts before the try, so that many at once cannot slip through. @returns how many in this window, this one included */
export const countTry = (store: Store, agency: string, { what, windowStart }: Window): Promise<number> =>
  store.inAgency(agency, async (db) => {
    const { count } = await db
      .insertInto('rate_count')
      .values({ agency, what, window_start: windowStart, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['agency', 'what', 'window_start']).doUpdateSet({ count: sql<number>`rate_count.count + 1` }),
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    if (count === 1) await forgetOld(db, agency, windowStart)
    return count
  })

/** A try that went well does not stand against the next one. */
export const forgiveTry = (store: Store, agency: string, { what, windowStart }: Window): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('rate_count')
      .set({ count: sql<number>`greatest(count - 1, 0)` })
      .where('agency', '=', agency)
      .where('what', '=', what)
      .where('window_start', '=', windowStart)
      .execute()
  })

/** No window is longer than a day: what is older than one counts no more. */
const forgetOld = async (db: Reading, agency: string, windowStart: Instant): Promise<void> => {
  await db
    .deleteFrom('rate_count')
    .where('agency', '=', agency)
    .where('window_start', '<', sql<string>`${windowStart}::timestamptz - interval '1 day'`)
    .execute()
}
