// Ratifying the text of a letter, putting an edition in force, withdrawing it: one at a time for an agency, each with its journal.
import {
  type DaysChange,
  type DaysDecision,
  decideInForce,
  decideWithdraw,
  type EditionDays,
} from '../core/agency/edition-days.ts'
import type { Day } from '../core/clock/instant.ts'
import type { TemplateName } from '../core/paper/letter-templates.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Reading, Store } from './connect.ts'
import type { Ratifying } from './edition-acts.ts'
import type { EditionBy } from './edition-journal.ts'
import { takeTemplateDraft } from './letter-template-drafts.ts'
import { writeTemplateJournal } from './letter-template-journal.ts'
import { sha256Of } from './seed-editions.ts'
import { holdLetterTemplates } from './seed-letter-templates.ts'

/** `changed`: the draft is not what was looked at any more. */
export type TemplateRatified = { ok: true; edition: number } | { ok: false; why: 'changed' }

/** The draft, in the version that was found without faults, becomes the next edition of its letter. */
export const ratifyTemplate = (
  store: Store,
  agency: string,
  { draft: id, version, post, decree }: Ratifying & { draft: string; version: number },
  by: EditionBy,
): Promise<TemplateRatified> =>
  store
    .inAgency(agency, async (db): Promise<TemplateRatified> => {
      await holdLetterTemplates(db, agency)
      const draft = await takeTemplateDraft(db, agency, id)
      if (draft?.version !== version) throw new NotAsSeen()
      const { letter, source } = draft
      const edition = await nextEdition(db, agency, letter)
      await db
        .insertInto('letter_template')
        .values({
          agency,
          letter,
          edition,
          source,
          sha256: sha256Of(source),
          is_assumed: false,
          ratified_at: by.now,
          ratified_by: by.person,
          ratifying_post: post,
          decree,
          stored_at: by.now,
        })
        .execute()
      await writeTemplateJournal(db, agency, by, {
        act: 'ratified',
        letter,
        edition,
        draft: id,
        detail: { post, decree },
      })
      return { ok: true, edition }
    })
    .catch((error: unknown) => {
      if (error instanceof NotAsSeen) return { ok: false, why: 'changed' }
      throw error
    })

/** Takes back what the transaction has done so far. */
class NotAsSeen extends Error {}

const nextEdition = async (db: Reading, agency: string, letter: string): Promise<number> => {
  const { last } = await db
    .selectFrom('letter_template')
    .select((row) => row.fn.max('edition').as('last'))
    .where('agency', '=', agency)
    .where('letter', '=', letter)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export type TemplateDays = { ok: true } | { ok: false; sentence: Sentence }

type Named = TemplateName & { reason: string; today: Day }

export const putTemplateInForce = (
  store: Store,
  agency: string,
  named: Named & { from: Day },
  by: EditionBy,
): Promise<TemplateDays> => {
  const edition = String(named.edition)
  return changeDays(store, agency, { ...named, decide: (all) => decideInForce(all, { ...named, edition }) }, by)
}

export const withdrawTemplate = (store: Store, agency: string, named: Named, by: EditionBy): Promise<TemplateDays> => {
  const edition = String(named.edition)
  return changeDays(store, agency, { ...named, decide: (all) => decideWithdraw(all, { ...named, edition }) }, by)
}

type Deciding = Named & { decide: (editions: EditionDays[]) => DaysDecision }

const changeDays = (store: Store, agency: string, deciding: Deciding, by: EditionBy): Promise<TemplateDays> =>
  store.inAgency(agency, async (db): Promise<TemplateDays> => {
    const { letter, reason, decide } = deciding
    await holdLetterTemplates(db, agency)
    const decided = decide(await daysOf(db, agency, letter))
    if (!decided.ok) return decided
    for (const change of decided.changes) {
      await setDays(db, agency, letter, change)
      const { act, from, to } = change
      const edition = Number(change.edition)
      await writeTemplateJournal(db, agency, by, { act, letter, edition, detail: { from, to, reason } })
    }
    return { ok: true }
  })

const daysOf = async (db: Reading, agency: string, letter: string): Promise<EditionDays[]> => {
  const rows = await db
    .selectFrom('letter_template')
    .select(['edition', 'in_force_from as from', 'in_force_to as to'])
    .where('agency', '=', agency)
    .where('letter', '=', letter)
    .orderBy('edition')
    .execute()
  return rows.map((row) => ({ ...row, edition: String(row.edition) }))
}

const setDays = async (
  db: Reading,
  agency: string,
  letter: string,
  { edition, from, to, act }: DaysChange,
): Promise<void> => {
  await db
    .updateTable('letter_template')
    .set({ in_force_from: from, in_force_to: to, ...(act === 'in-force' ? { is_assumed: false } : {}) })
    .where('agency', '=', agency)
    .where('letter', '=', letter)
    .where('edition', '=', Number(edition))
    .execute()
}
