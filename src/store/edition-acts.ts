// Ratifying a draft, putting an edition in force, withdrawing it: one at a time for an agency, each with its journal.

import {
  type DaysChange,
  type DaysDecision,
  decideInForce,
  decideWithdraw,
  type EditionDays,
} from '../core/agency/edition-days.ts'
import type { Day } from '../core/clock/instant.ts'
import type { DraftName } from '../core/procedure/draft-name.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Reading, Store } from './connect.ts'
import { type EditionBy, writeJournal } from './edition-journal.ts'
import { takeDraft } from './procedure-drafts.ts'
import { holdEditions, sha256Of } from './seed-editions.ts'

/** The post that ratifies, and the decree by which it does. */
export type Ratifying = { post: string; decree: string }

/** `exists`: an edition of this name is ratified; `changed`: the draft is not what was looked at any more. */
export type RatifyOutcome = 'ratified' | 'exists' | 'changed'

/** @param ratified the draft in the version that was found without faults, and what its text says that it is */
export const ratifyDraft = (
  store: Store,
  agency: string,
  ratified: DraftName & Ratifying & { draft: string; version: number },
  by: EditionBy,
): Promise<RatifyOutcome> =>
  store
    .inAgency(agency, async (db): Promise<RatifyOutcome> => {
      await holdEditions(db, agency)
      const draft = await takeDraft(db, agency, ratified.draft)
      if (draft?.version !== ratified.version) throw new TakenBack('changed')
      const isNew = await insertEdition(db, agency, { ...ratified, source: draft.source }, by)
      if (!isNew) throw new TakenBack('exists')
      return 'ratified'
    })
    .catch(whatWasTakenBack<RatifyOutcome>)

/** `differs`: another text has this name; a sentence: why it cannot be in force from that day. */
export type PublishOutcome = { ok: true } | { ok: false; differs: true } | { ok: false; sentence: Sentence }

/** A text that was never a draft here, ratified and put in force in one: whatever is refused, nothing is changed. */
export const publishSource = (
  store: Store,
  agency: string,
  published: Named & Ratifying & { source: string; from: Day },
  by: EditionBy,
): Promise<PublishOutcome> =>
  store
    .inAgency(agency, async (db): Promise<PublishOutcome> => {
      await holdEditions(db, agency)
      if ((await ratifyIn(db, agency, published, by)) === 'differs') return { ok: false, differs: true }
      const inForce = { ...published, decide: (all: EditionDays[]) => decideInForce(all, published) }
      const forced = await setAllDays(db, agency, inForce, by)
      if (!forced.ok) throw new TakenBack(forced)
      return forced
    })
    .catch(whatWasTakenBack<PublishOutcome>)

/** The first half alone: ratified, and in force from a day that is decided later. */
export const ratifySource = (
  store: Store,
  agency: string,
  edition: DraftName & Ratifying & { source: string },
  by: EditionBy,
): Promise<'ratified' | 'same' | 'differs'> =>
  store.inAgency(agency, async (db) => {
    await holdEditions(db, agency)
    return ratifyIn(db, agency, edition, by)
  })

const ratifyIn = async (
  db: Reading,
  agency: string,
  edition: DraftName & Ratifying & { source: string },
  by: EditionBy,
): Promise<'ratified' | 'same' | 'differs'> => {
  if (await insertEdition(db, agency, edition, by)) return 'ratified'
  const known = await db
    .selectFrom('procedure_edition')
    .select('source')
    .where('agency', '=', agency)
    .where('procedure', '=', edition.procedure)
    .where('edition', '=', edition.edition)
    .executeTakeFirst()
  return known?.source === edition.source ? 'same' : 'differs'
}

export type DaysOutcome = { ok: true } | { ok: false; sentence: Sentence }

type Named = DraftName & { reason: string; today: Day }

export const putInForce = (
  store: Store,
  agency: string,
  named: Named & { from: Day },
  by: EditionBy,
): Promise<DaysOutcome> => changeDays(store, agency, { ...named, decide: (all) => decideInForce(all, named) }, by)

export const withdrawEdition = (store: Store, agency: string, named: Named, by: EditionBy): Promise<DaysOutcome> =>
  changeDays(store, agency, { ...named, decide: (all) => decideWithdraw(all, named) }, by)

/** Takes back what the transaction has done so far. */
class TakenBack<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('taken back')
    this.outcome = outcome
  }
}

const whatWasTakenBack = <T>(error: unknown): T => {
  if (error instanceof TakenBack) return error.outcome
  throw error
}

/** @returns false when there is one of this name */
const insertEdition = async (
  db: Reading,
  agency: string,
  { procedure, edition, source, post, decree, ...of }: DraftName & Ratifying & { source: string; draft?: string },
  by: EditionBy,
): Promise<boolean> => {
  const made = await db
    .insertInto('procedure_edition')
    .values({
      agency,
      procedure,
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
    .onConflict((conflict) => conflict.doNothing())
    .returning('edition')
    .executeTakeFirst()
  if (!made) return false
  const draft = of.draft === undefined ? {} : { draft: of.draft }
  await writeJournal(db, agency, by, { act: 'ratified', procedure, edition, ...draft, detail: { post, decree } })
  return true
}

type Deciding = Named & { decide: (editions: EditionDays[]) => DaysDecision }

const changeDays = (store: Store, agency: string, deciding: Deciding, by: EditionBy): Promise<DaysOutcome> =>
  store.inAgency(agency, async (db) => {
    await holdEditions(db, agency)
    return setAllDays(db, agency, deciding, by)
  })

const setAllDays = async (
  db: Reading,
  agency: string,
  { procedure, reason, decide }: Deciding,
  by: EditionBy,
): Promise<DaysOutcome> => {
  const editions = await db
    .selectFrom('procedure_edition')
    .select(['edition', 'in_force_from as from', 'in_force_to as to'])
    .where('agency', '=', agency)
    .where('procedure', '=', procedure)
    .execute()
  const decided = decide(editions)
  if (!decided.ok) return decided
  for (const change of decided.changes) {
    await setDays(db, agency, procedure, change)
    const { act, edition, from, to } = change
    await writeJournal(db, agency, by, { act, procedure, edition, detail: { from, to, reason } })
  }
  return { ok: true }
}

const setDays = async (
  db: Reading,
  agency: string,
  procedure: string,
  { edition, from, to, act }: DaysChange,
): Promise<void> => {
  await db
    .updateTable('procedure_edition')
    .set({ in_force_from: from, in_force_to: to, ...(act === 'in-force' ? { is_assumed: false } : {}) })
    .where('agency', '=', agency)
    .where('procedure', '=', procedure)
    .where('edition', '=', edition)
    .execute()
}
