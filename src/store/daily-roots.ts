// Daily roots: one hash over what has happened since the root before, so that all of them together are a chain.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

/** `page`: how many dossiers are looked at in one statement. */
type Sealed = { day: Day; now: Instant; page?: number }

/** Seals the heads that have moved since the last seal, once per day; a day that was missed is sealed with the next. */
export const sealDay = (store: Store, agency: string, { day, now, page = PAGE }: Sealed): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('mipp seal ' || ${agency}, 0))`.execute(db)
    const known = await db
      .selectFrom('daily_root')
      .select('root')
      .where('agency', '=', agency)
      .where('on_day', '=', day)
      .executeTakeFirst()
    if (known) return
    await keepHeads(db, { agency, day, page })
    const before = await lastRoot(db, agency)
    const { root, dossiers } = await rootOver(db, { agency, day, before: before.root })
    await db
      .insertInto('daily_root')
      .values({ agency, on_day: day, dossiers, root, sealed_at: now, place: before.place + 1 })
      .execute()
  })

export type Sealing = { agency: string; day: Day /** The root before; empty at the beginning. */; before: string }

/** sha256 over the root before, the day, and a line for each head in order of the dossier's id. */
export const rootOver = async (
  db: Reading,
  { agency, day, before }: Sealing,
): Promise<{ root: string; dossiers: number }> => {
  const hash = createHash('sha256').update(`${before}\n${day}\n`)
  let dossiers = 0
  let after: string | null = null
  for (;;) {
    const heads: HeadLine[] = await headsOfDay(db, { agency, day, after })
    for (const { dossier, number, version, hash: head } of heads)
      hash.update(`${dossier}:${number}:${version}:${head}\n`)
    dossiers += heads.length
    after = heads.at(-1)?.dossier ?? null
    if (heads.length < PAGE) return { root: hash.digest('hex'), dossiers }
  }
}

/**
 * A head that is sealed already has not moved. Not by time: clocks jump, and a commit may come late. Page by page in the
 * order of the ids, because one statement over all of them takes longer than a statement may, some day.
 */
const keepHeads = async (db: Reading, { agency, day, page }: { agency: string; day: Day; page: number }) => {
  for (let after: string | null = NIL; after !== null; ) {
    const from: string = after
    after = await lastOfPage(db, { agency, after: from, page })
    await sql`
      insert into daily_head (agency, on_day, dossier, number, version, hash)
      select d.agency, ${day}::date, d.dossier, d.number, d.version, d.head_hash
      from dossier d
      where d.agency = ${agency} and d.dossier > ${from}::uuid and (${after}::uuid is null or d.dossier <= ${after}::uuid)
        and not exists (
          select from daily_head h where h.agency = d.agency and h.dossier = d.dossier and h.version = d.version
        )`.execute(db)
  }
}

/** Before every id that is ever given. */
const NIL = '00000000-0000-0000-0000-000000000000'

/** @returns the last id of a full page; null where what is left is less than one */
const lastOfPage = async (
  db: Reading,
  { agency, after, page }: { agency: string; after: string; page: number },
): Promise<string | null> => {
  const row = await db
    .selectFrom('dossier')
    .select('dossier')
    .where('agency', '=', agency)
    .where('dossier', '>', after)
    .orderBy('dossier')
    .offset(page - 1)
    .limit(1)
    .executeTakeFirst()
  return row?.dossier ?? null
}

/** Older rows have no place; the first that has one goes on from the last of them. */
const lastRoot = async (db: Reading, agency: string): Promise<{ root: string; place: number }> => {
  const row = await db
    .selectFrom('daily_root')
    .select(['root', 'place'])
    .where('agency', '=', agency)
    .orderBy('place', (order) => order.desc().nullsLast())
    .orderBy('on_day', 'desc')
    .executeTakeFirst()
  return { root: row?.root ?? '', place: row?.place ?? 0 }
}

/** So many rows at a time: a million heads need not fit into memory. */
const PAGE = 10_000

type HeadLine = { dossier: string; number: string; version: number; hash: string }

const headsOfDay = (
  db: Reading,
  { agency, day, after }: { agency: string; day: Day; after: string | null },
): Promise<HeadLine[]> =>
  db
    .selectFrom('daily_head')
    .select(['dossier', 'number', 'version', 'hash'])
    .where('agency', '=', agency)
    .where('on_day', '=', day)
    .$if(after !== null, (query) => query.where('dossier', '>', after))
    .orderBy('dossier')
    .limit(PAGE)
    .execute()
