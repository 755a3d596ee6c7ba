// One act in the books: done once for each form, with the line of the journal that tells of it; and places in a series.
import { sql } from 'kysely'
import type { Day, Instant } from '../../core/clock/instant.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Reading, Store } from '../connect.ts'
import type { Book } from './book.ts'

/** `key`: the same form sent twice is done once. */
export type Doing = { key: string; person: string; post: string; now: Instant }
export type Entry = { entry: string; number: string }
export type BookDone = { ok: true; entries: Entry[] } | Refused

/** A number to be taken: its pattern is filled but for its place; `lateOn` puts it behind what stood there by that day. */
export type Taking = { series: string; year: number; pattern: string; lateOn: Day | null }
export type Placed = { seq: number; sub: string; number: string }

export type Written = { book: Book; what: string; entries: readonly Entry[]; reason: string; details?: object }
export type Refused = { ok: false; at: string; sentence: Sentence }

export const once = (
  store: Store,
  agency: string,
  doing: Doing,
  act: (db: Reading) => Promise<Written | Refused>,
): Promise<BookDone> =>
  store.inAgency(agency, async (db): Promise<BookDone> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`mipp book ${agency} ${doing.key}`}, 0))`.execute(db)
    const done = await doneBefore(db, agency, doing.key)
    if (done.length > 0) return { ok: true, entries: done }
    const written = await act(db)
    if ('ok' in written) return written
    for (const { entry } of written.entries) await journal(db, agency, doing, { ...written, entry })
    return { ok: true, entries: written.entries.map(({ entry, number }) => ({ entry, number })) }
  })

const doneBefore = async (db: Reading, agency: string, key: string): Promise<Entry[]> => {
  const found = await sql<Entry>`
    select j.entry, coalesce(o.number, a.number) as number from book_journal j
    left join outgoing o on o.agency = j.agency and o.entry = j.entry
    left join agenda a on a.agency = j.agency and a.entry = j.entry
    where j.agency = ${agency} and j.key = ${key} order by j.act`.execute(db)
  return found.rows
}

const journal = async (
  db: Reading,
  agency: string,
  { key, person, post, now }: Doing,
  { book, entry, what, reason, details = {} }: Omit<Written, 'entries'> & { entry: string },
): Promise<void> => {
  await db
    .insertInto('book_journal')
    .values({ agency, key, book, entry, what, person, post, at: now, reason, details: JSON.stringify(details) })
    .execute()
}

export const takePlace = async (
  db: Reading,
  agency: string,
  { series, year, pattern, lateOn }: Taking,
): Promise<Placed> => {
  const found = await sql<Placed>`
    with place as materialized (
      select case when ${lateOn}::date is null then next_number(${agency}, ${series}, ${year}) else place_before(${agency}, ${series}, ${year}, ${lateOn}::date) end as seq
    ), letter as materialized (
      select p.seq, case when ${lateOn}::date is null then '' else sub_letter(next_number(${agency}, ${series} || '#' || p.seq, ${year})) end as sub from place p
    )
    select l.seq, l.sub, written_number(${pattern}, l.seq, l.sub) as number from letter l`.execute(db)
  const [placed] = found.rows
  if (!placed) throw new Error('No number was taken')
  return placed
}

export const refused = (id: string, en: string, at = ''): Refused => ({ ok: false, at, sentence: sentence(id, en) })
