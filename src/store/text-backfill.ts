// How far the papers of dossiers that were there before searching knew them have been read: the newest first, to be gone on with.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type Backfill = {
  done: number
  total: number
  before: { submittedAt: Instant; dossier: string } | null
}

/** Null when there is nothing, or nothing more, to read. */
export const openBackfill = (store: Store, agency: string): Promise<Backfill | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('text_backfill')
      .selectAll()
      .where('agency', '=', agency)
      .where('finished_at', 'is', null)
      .executeTakeFirst()
    if (!row) return null
    const { done, total, before_at: submittedAt, before_dossier: dossier } = row
    return { done, total, before: submittedAt && dossier ? { submittedAt, dossier } : null }
  })

export type NextOld = { dossier: string; submittedAt: Instant; isRead: boolean }

export const nextOld = (store: Store, agency: string, { before }: Backfill, limit: number): Promise<NextOld[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<NextOld>`select d.dossier, d.submitted_at as "submittedAt",
        exists (select from text_entry t where t.agency = d.agency and t.dossier = d.dossier) as "isRead"
      from search_entry d
      where d.agency = ${agency} and (d.submitted_at, d.dossier) <
        (coalesce(${before?.submittedAt ?? null}::timestamptz, 'infinity'), coalesce(${before?.dossier ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by d.submitted_at desc, d.dossier desc limit ${limit}`.execute(db)
    return found.rows
  })

/** @param last where the next batch goes on; null when this was the end */
export const keepBackfill = (
  store: Store,
  agency: string,
  { read, last, now }: { read: number; last: NextOld | null; now: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('text_backfill')
      .set((be) => ({
        done: be('done', '+', read),
        ...(last ? { before_at: last.submittedAt, before_dossier: last.dossier } : { finished_at: now }),
      }))
      .where('agency', '=', agency)
      .execute()
  })
