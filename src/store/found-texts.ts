// What the papers and answers of some dossiers say, as far as this reader may read them: to show where words were found.
import { sql } from 'kysely'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { insideTo, visibleTo } from './visible-dossiers.ts'

/** `name` is the file's; null for the answers of the form. */
export type FoundText = { dossier: string; name: string | null; letter: string | null; text: string }

/** So many letters of each are looked through for a place to show. */
const SHOWN_LETTERS = 30_000

export const textsFor = (
  store: Store,
  agency: string,
  { dossiers, actor }: { dossiers: readonly string[]; actor: Pick<Actor, 'posts' | 'clients'> },
): Promise<FoundText[]> => {
  if (dossiers.length === 0) return Promise.resolve([])
  return store.inAgency(agency, async (db) =>
    db
      .selectFrom('paper_text as t')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 't.agency').onRef('d.dossier', '=', 't.dossier'))
      .leftJoin('paper as p', (join) =>
        join
          .onRef('p.agency', '=', 't.agency')
          .onRef('p.dossier', '=', 't.dossier')
          .on(sql<boolean>`p.paper::text = t.source`),
      )
      .select(['t.dossier', 'p.name', 'p.letter', sql<string>`left(t.text, ${SHOWN_LETTERS})`.as('text')])
      .where('t.agency', '=', agency)
      .where('t.dossier', 'in', [...dossiers])
      .where('t.text', '<>', '')
      .where(visibleTo(actor))
      .where((or) => or.or([or('t.is_inside', '=', false), insideTo(actor)]))
      .orderBy('t.dossier')
      .orderBy('t.source')
      .execute(),
  )
}

/** As the index knows them; a word without a stem of its own is left out. */
export const stemsOf = (store: Store, agency: string, words: readonly string[]): Promise<Map<string, string>> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<{ word: string; stem: string }>`select w.word, s.stem
      from unnest(${[...words]}::text[]) as w (word), unnest(ts_lexize('pg_catalog.indonesian_stem', w.word)) as s (stem)`.execute(
      db,
    )
    return new Map(found.rows.map(({ word, stem }) => [word, stem]))
  })
