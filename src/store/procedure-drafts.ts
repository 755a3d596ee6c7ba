// Editions in work: saved only over the version that was read, so that of two who write nobody loses anything.
import type { Instant } from '../core/clock/instant.ts'
import type { DraftName } from '../core/procedure/draft-name.ts'
import type { Reading, Store } from './connect.ts'
import { type EditionBy, writeJournal } from './edition-journal.ts'

export type DraftHead = {
  draft: string
  procedure: string
  edition: string
  /** The edition it was begun from. */
  base: string | null
  version: number
  createdAt: Instant
  changedAt: Instant
  /** Who saved last; null for the command line. */
  changedBy: { person: string; name: string } | null
}

export type ProcedureDraft = DraftHead & { source: string }

export type NewProcedureDraft = DraftName & { draft: string; base: string | null; source: string; isImport: boolean }

/** `repeated`: the same form sent twice. */
export const createProcedureDraft = (
  store: Store,
  agency: string,
  { draft, procedure, edition, base, source, isImport }: NewProcedureDraft,
  by: EditionBy,
): Promise<'created' | 'repeated'> =>
  store.inAgency(agency, async (db) => {
    const { person, now } = by
    const made = await db
      .insertInto('procedure_draft')
      .values({
        agency,
        draft,
        procedure,
        edition,
        base_edition: base,
        source,
        version: 1,
        created_at: now,
        created_by: person,
        changed_at: now,
        changed_by: person,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('draft')
      .executeTakeFirst()
    if (!made) return 'repeated'
    const act = isImport ? 'imported' : 'drafted'
    await writeJournal(db, agency, by, { act, procedure, edition, draft, detail: { base } })
    return 'created'
  })

export const readProcedureDraft = (store: Store, agency: string, draft: string): Promise<ProcedureDraft | null> =>
  UUID.test(draft) ? store.inAgency(agency, (db) => draftIn(db, agency, draft)) : Promise.resolve(null)

/** All drafts of the office, the latest change first; without their text. */
export const listProcedureDrafts = (store: Store, agency: string): Promise<DraftHead[]> =>
  store.inAgency(agency, async (db) =>
    (await headsIn(db, agency).orderBy('d.changed_at', 'desc').execute()).map(headOf),
  )

export type Saved =
  | { ok: true; version: number }
  /** `theirs` is what stands there now; null when the draft is gone: ratified or deleted. */
  | { ok: false; theirs: ProcedureDraft | null }

/** @param saving its version is the one that was read */
export const saveProcedureDraft = (
  store: Store,
  agency: string,
  { draft, version, source, procedure, edition }: DraftName & { draft: string; version: number; source: string },
  { person, now }: EditionBy,
): Promise<Saved> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(draft)) return { ok: false, theirs: null }
    const saved = await db
      .updateTable('procedure_draft')
      .set((row) => ({
        source,
        procedure,
        edition,
        version: row('version', '+', 1),
        changed_at: now,
        changed_by: person,
      }))
      .where('agency', '=', agency)
      .where('draft', '=', draft)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst()
    return saved ? { ok: true, version: saved.version } : { ok: false, theirs: await draftIn(db, agency, draft) }
  })

/** The journal keeps the text. @returns false when it was gone already */
export const deleteProcedureDraft = (
  store: Store,
  agency: string,
  { draft, reason }: { draft: string; reason: string },
  by: EditionBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(draft)) return false
    const gone = await takeDraft(db, agency, draft)
    if (!gone) return false
    const { procedure, edition, source, version } = gone
    await writeJournal(db, agency, by, {
      act: 'deleted',
      procedure,
      edition,
      draft,
      detail: { reason, version, source },
    })
    return true
  })

export const takeDraft = (db: Reading, agency: string, draft: string) =>
  db
    .deleteFrom('procedure_draft')
    .where('agency', '=', agency)
    .where('draft', '=', draft)
    .returning(['procedure', 'edition', 'source', 'version'])
    .executeTakeFirst()

const draftIn = async (db: Reading, agency: string, draft: string): Promise<ProcedureDraft | null> => {
  const row = await headsIn(db, agency).select('d.source').where('d.draft', '=', draft).executeTakeFirst()
  return row ? { ...headOf(row), source: row.source } : null
}

const headsIn = (db: Reading, agency: string) =>
  db
    .selectFrom('procedure_draft as d')
    .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'd.agency').onRef('p.person', '=', 'd.changed_by'))
    .select(['d.draft', 'd.procedure', 'd.edition', 'd.base_edition as base', 'd.version'])
    .select(['d.created_at as createdAt', 'd.changed_at as changedAt', 'd.changed_by as person', 'p.name'])
    .where('d.agency', '=', agency)

type HeadRow = Omit<DraftHead, 'changedBy'> & { person: string | null; name: string | null }

const headOf = ({
  draft,
  procedure,
  edition,
  base,
  version,
  createdAt,
  changedAt,
  person,
  name,
}: HeadRow): DraftHead => ({
  draft,
  procedure,
  edition,
  base,
  version,
  createdAt,
  changedAt,
  changedBy: person === null ? null : { person, name: name ?? '' },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
