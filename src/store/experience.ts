// What the last requests of a service took, and how many of it are at work: for what an applicant may expect.
import { sql } from 'kysely'
import type { Experience } from '../core/clock/forecast.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

/** As many as say what is usual; of more the newest count. */
const ENOUGH = 500
/** A longer line is not told more exactly. */
const MOST_OPEN = 1000

/** @param since the oldest end that counts */
export const experienceOf = (store: Store, agency: string, procedure: string, since: Instant): Promise<Experience> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('service_time')
      .select(['used_minutes as used', 'ended_at as endedAt'])
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('ended_at', '>=', since)
      .orderBy('ended_at', 'desc')
      .limit(ENOUGH)
      .execute()
    const line = db
      .selectFrom('dossier')
      .select(sql`1`.as('one'))
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('status', '=', 'open')
      .limit(MOST_OPEN)
    const { open } = await db
      .selectFrom(line.as('line'))
      .select(({ fn }) => fn.countAll<string>().as('open'))
      .executeTakeFirstOrThrow()
    return { used: rows.map(({ used }) => used), since: rows.at(-1)?.endedAt ?? null, open: Number(open) }
  })
