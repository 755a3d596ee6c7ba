// What papers say, and the index of it: written by the job that reads them, whole for one dossier at a time.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { wordsOfText } from '../core/find/words.ts'
import type { Reading, Store } from './connect.ts'

export type TextState = 'read' | 'empty' | 'locked' | 'broken' | 'too-complex' | 'not-text' | 'away' | 'withheld'

/** The long answers of the form, beside its papers. */
export const ANSWERS = 'answers'

/** `source` is the identity of a paper, or `answers`. Inside: only officers read it. */
export type PaperText = {
  source: string
  isInside: boolean
  state: TextState
  text: string
  pages: number
  isCut: boolean
}

export type KnownText = Pick<PaperText, 'source' | 'isInside' | 'state' | 'text'>

export const knownTexts = (store: Store, agency: string, dossier: string): Promise<KnownText[]> =>
  store.inAgency(agency, (db) => textsOf(db, agency, dossier))

/** Several jobs may read the papers of one dossier at once: whoever comes last sees what the others have written. */
export const keepTexts = (
  store: Store,
  agency: string,
  { dossier, texts, now }: { dossier: string; texts: readonly PaperText[]; now: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`mipp texts ${dossier}`}, 0))`.execute(db)
    for (const { source, isInside, state, text, pages, isCut } of texts) {
      const row = { is_inside: isInside, state, text, pages, is_cut: isCut, read_at: now }
      await db
        .insertInto('paper_text')
        .values({ agency, dossier, source, ...row })
        .onConflict((conflict) => conflict.columns(['agency', 'dossier', 'source']).doUpdateSet(row))
        .execute()
    }
    await indexAnew(db, agency, dossier)
  })

const textsOf = async (db: Reading, agency: string, dossier: string): Promise<KnownText[]> => {
  const rows = await db
    .selectFrom('paper_text')
    .select(['source', 'is_inside as isInside', 'state', 'text'])
    .where('agency', '=', agency)
    .where('dossier', '=', dossier)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as TextState }))
}

const indexAnew = async (db: Reading, agency: string, id: string): Promise<void> => {
  const dossier = await db
    .selectFrom('dossier')
    .select(['client', 'procedure', 'search_text', 'submitted_at'])
    .where('agency', '=', agency)
    .where('dossier', '=', id)
    .executeTakeFirst()
  if (!dossier) return
  const texts = await textsOf(db, agency, id)
  const marks = [`p${dossier.procedure}`, `c${dossier.client}`]
  const write = async (isInside: boolean): Promise<void> => {
    const readable = texts.filter((one) => isInside || !one.isInside).map((one) => one.text)
    const words = wordsOfText(dossier.search_text, ...readable)
    await sql`insert into text_entry (agency, dossier, is_inside, submitted_at, words)
      values (${agency}, ${id}, ${isInside}, ${dossier.submitted_at}, text_words(${dossier.submitted_at}::timestamptz, ${words}::text[], ${marks}::text[]))
      on conflict (agency, dossier, is_inside) do update set words = excluded.words`.execute(db)
  }
  await write(false)
  if (texts.some((one) => one.isInside && one.text !== '')) return write(true)
  await db
    .deleteFrom('text_entry')
    .where('agency', '=', agency)
    .where('dossier', '=', id)
    .where('is_inside', '=', true)
    .execute()
}
