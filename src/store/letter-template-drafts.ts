// Texts of letters in work: saved only over the version that was read, so that of two who write nobody loses anything.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import type { EditionBy } from './edition-journal.ts'
import { writeTemplateJournal } from './letter-template-journal.ts'

export type TemplateDraftHead = {
  draft: string
  letter: string
  /** The edition it was begun from. */
  base: number | null
  version: number
  createdAt: Instant
  changedAt: Instant
  /** Who saved last; null for a text that the catalogue offers. */
  changedBy: { person: string; name: string } | null
}

export type TemplateDraft = TemplateDraftHead & { source: string }

export type NewTemplateDraft = {
  draft: string
  letter: string
  base: number | null
  source: string
  isImport: boolean
}

/** `repeated`: the same form sent twice. */
export const createTemplateDraft = (
  store: Store,
  agency: string,
  { draft, letter, base, source, isImport }: NewTemplateDraft,
  by: EditionBy,
): Promise<'created' | 'repeated'> =>
  store.inAgency(agency, async (db) => {
    const { person, now } = by
    const made = await db
      .insertInto('letter_template_draft')
      .values({
        agency,
        draft,
        letter,
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
    await writeTemplateJournal(db, agency, by, {
      act: isImport ? 'imported' : 'drafted',
      letter,
      draft,
      detail: { base },
    })
    return 'created'
  })

export const readTemplateDraft = (store: Store, agency: string, draft: string): Promise<TemplateDraft | null> =>
  UUID.test(draft) ? store.inAgency(agency, (db) => draftIn(db, agency, draft)) : Promise.resolve(null)

/** All drafts of the office, the latest change first; without their text. */
export const listTemplateDrafts = (store: Store, agency: string): Promise<TemplateDraftHead[]> =>
  store.inAgency(agency, async (db) =>
    (await headsIn(db, agency).orderBy('d.changed_at', 'desc').execute()).map(headOf),
  )

export type TemplateSaved =
  | { ok: true; version: number }
  /** `theirs` is what stands there now; null when the draft is gone: ratified or deleted. */
  | { ok: false; theirs: TemplateDraft | null }

/** @param saving its version is the one that was read */
export const saveTemplateDraft = (
  store: Store,
  agency: string,
  { draft, version, source }: { draft: string; version: number; source: string },
  { person, now }: EditionBy,
): Promise<TemplateSaved> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(draft)) return { ok: false, theirs: null }
    const saved = await db
      .updateTable('letter_template_draft')
      .set((row) => ({ source, version: row('version', '+', 1), changed_at: now, changed_by: person }))
      .where('agency', '=', agency)
      .where('draft', '=', draft)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst()
    return saved ? { ok: true, version: saved.version } : { ok: false, theirs: await draftIn(db, agency, draft) }
  })

/** The journal keeps the text. @returns false when it was gone already */
export const deleteTemplateDraft = (
  store: Store,
  agency: string,
  { draft, reason }: { draft: string; reason: string },
  by: EditionBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(draft)) return false
    const gone = await takeTemplateDraft(db, agency, draft)
    if (!gone) return false
    const { letter, source, version } = gone
    await writeTemplateJournal(db, agency, by, { act: 'deleted', letter, draft, detail: { reason, version, source } })
    return true
  })

export const takeTemplateDraft = (db: Reading, agency: string, draft: string) =>
  db
    .deleteFrom('letter_template_draft')
    .where('agency', '=', agency)
    .where('draft', '=', draft)
    .returning(['letter', 'source', 'version'])
    .executeTakeFirst()

const draftIn = async (db: Reading, agency: string, draft: string): Promise<TemplateDraft | null> => {
  const row = await headsIn(db, agency).select('d.source').where('d.draft', '=', draft).executeTakeFirst()
  return row ? { ...headOf(row), source: row.source } : null
}

const headsIn = (db: Reading, agency: string) =>
  db
    .selectFrom('letter_template_draft as d')
    .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'd.agency').onRef('p.person', '=', 'd.changed_by'))
    .select(['d.draft', 'd.letter', 'd.base_edition as base', 'd.version', 'd.created_at as createdAt'])
    .select(['d.changed_at as changedAt', 'd.changed_by as person', 'p.name'])
    .where('d.agency', '=', agency)

const headOf = <R extends Omit<TemplateDraftHead, 'changedBy'> & { person: string | null; name: string | null }>({
  draft,
  letter,
  base,
  version,
  createdAt,
  changedAt,
  person,
  name,
}: R): TemplateDraftHead => ({
  draft,
  letter,
  base,
  version,
  createdAt,
  changedAt,
  changedBy: person === null ? null : { person, name: name ?? '' },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
