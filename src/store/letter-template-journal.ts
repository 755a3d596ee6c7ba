// The journal of the texts of letters: who did what with an edition or a draft, when and why; only added to.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import type { EditionBy } from './edition-journal.ts'
import type { LetterTemplateJournal } from './schema.ts'

export type TemplateAct = LetterTemplateJournal['act']

export type TemplateEntry = {
  entry: number
  at: Instant
  act: TemplateAct
  letter: string
  /** Null while it is a draft. */
  edition: number | null
  /** Name of the person; null for the program itself. */
  by: string | null
  detail: Record<string, unknown>
}

type NewEntry = {
  act: TemplateAct
  letter: string
  edition?: number
  draft?: string
  detail?: Record<string, unknown>
}

export const writeTemplateJournal = async (
  db: Reading,
  agency: string,
  { person, now }: EditionBy,
  { act, letter, edition, draft, detail = {} }: NewEntry,
): Promise<void> => {
  await db
    .insertInto('letter_template_journal')
    .values({
      agency,
      at: now,
      person,
      act,
      letter,
      edition: edition ?? null,
      draft: draft ?? null,
      detail: JSON.stringify(detail),
    })
    .execute()
}

/** What happened to the texts of one kind of letter, the latest first. */
export const readTemplateJournal = (
  store: Store,
  agency: string,
  { letter, limit = 100 }: { letter: string; limit?: number },
): Promise<TemplateEntry[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('letter_template_journal as j')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'j.agency').onRef('p.person', '=', 'j.person'))
      .select(['j.entry', 'j.at', 'j.act', 'j.letter', 'j.edition', 'j.detail', 'p.name as by'])
      .where('j.agency', '=', agency)
      .where('j.letter', '=', letter)
      .orderBy('j.entry', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ detail, ...row }) => ({ ...row, detail: detail as Record<string, unknown> }))
  })
