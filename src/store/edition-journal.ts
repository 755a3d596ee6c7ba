// The journal of editions and drafts: who did what, when and why; only added to.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import type { EditionJournal } from './schema.ts'

/** Nobody: the command line of whoever runs the installation. */
export type EditionBy = { person: string | null; now: Instant }

export type EditionAct = EditionJournal['act']

export type JournalEntry = {
  entry: number
  at: Instant
  act: EditionAct
  procedure: string
  edition: string
  /** Name of the person; null for the command line. */
  by: string | null
  detail: Record<string, unknown>
}

type NewEntry = {
  act: EditionAct
  procedure: string
  edition: string
  draft?: string
  detail?: Record<string, unknown>
}

export const writeJournal = async (
  db: Reading,
  agency: string,
  { person, now }: EditionBy,
  { detail = {}, draft, ...entry }: NewEntry,
): Promise<void> => {
  await db
    .insertInto('edition_journal')
    .values({ agency, at: now, person, draft: draft ?? null, detail: JSON.stringify(detail), ...entry })
    .execute()
}

/** What happened to the editions of a procedure, the latest first. */
export const readJournal = (
  store: Store,
  agency: string,
  { procedure, limit = 100 }: { procedure: string; limit?: number },
): Promise<JournalEntry[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('edition_journal as j')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'j.agency').onRef('p.person', '=', 'j.person'))
      .select(['j.entry', 'j.at', 'j.act', 'j.procedure', 'j.edition', 'j.detail', 'p.name as by'])
      .where('j.agency', '=', agency)
      .where('j.procedure', '=', procedure)
      .orderBy('j.entry', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ detail, ...row }) => ({ ...row, detail: detail as Record<string, unknown> }))
  })
