// Daily roots: one hash over all chain heads of an agency.
import { createHash } from 'node:crypto'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

/** sha256 over `dossier:version:head` lines in order of the dossier's id; sealed once per day. */
export const sealDay = (store: Store, agency: string, { day, now }: { day: Day; now: Instant }): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const heads = await db
      .selectFrom('dossier')
      .select(['dossier', 'version', 'head_hash'])
      .where('agency', '=', agency)
      .orderBy('dossier')
      .execute()
    const hash = createHash('sha256')
    for (const { dossier, version, head_hash } of heads) hash.update(`${dossier}:${version}:${head_hash}\n`)
    await db
      .insertInto('daily_root')
      .values({ agency, on_day: day, dossiers: heads.length, root: hash.digest('hex'), sealed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
