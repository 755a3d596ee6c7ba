// The journal of the organisation: every row as it was and as it is, who changed it and why; only added to.
import type { Instant } from '../core/clock/instant.ts'
import type { Write } from '../core/organisation/change.ts'
import type { Reading, Store } from './connect.ts'

/** Nobody: the command line of whoever runs the installation. */
export type ChangedBy = { person: string | null; now: Instant }

export type OrganisationEntry = {
  entry: number
  at: Instant
  kind: Write['kind']
  subject: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
  /** Name of the person; null for the command line. */
  by: string | null
}

export const journalWrite = async (
  db: Reading,
  agency: string,
  write: Write,
  { person, now, reason }: ChangedBy & { reason: string | null },
): Promise<void> => {
  await db
    .insertInto('organisation_journal')
    .values({
      agency,
      at: now,
      person,
      kind: write.kind,
      subject: write.key,
      before: kept(write, write.before),
      after: kept(write, write.after),
      reason,
    })
    .execute()
}

/** Names and addresses of people stay in their accounts, where the law can have them deleted. */
const kept = ({ kind }: Write, row: object | null): string | null => {
  if (row === null) return null
  return JSON.stringify(kind === 'person' && 'state' in row ? { state: row.state } : row)
}

type Asked = { kind?: Write['kind']; subject?: string; before?: number; limit?: number }

/** The latest first. @param before an entry, for the page after it */
export const readOrganisationJournal = (
  store: Store,
  agency: string,
  { kind, subject, before, limit = 50 }: Asked,
): Promise<OrganisationEntry[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('organisation_journal as j')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'j.agency').onRef('p.person', '=', 'j.person'))
      .select(['j.entry', 'j.at', 'j.kind', 'j.subject', 'j.before', 'j.after', 'j.reason', 'p.name as by'])
      .where('j.agency', '=', agency)
      .$if(kind !== undefined, (query) => query.where('j.kind', '=', kind ?? 'unit'))
      .$if(subject !== undefined, (query) => query.where('j.subject', '=', subject ?? ''))
      .$if(before !== undefined, (query) => query.where('j.entry', '<', before ?? 0))
      .orderBy('j.entry', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      ...row,
      before: row.before as Record<string, unknown> | null,
      after: row.after as Record<string, unknown> | null,
    }))
  })
