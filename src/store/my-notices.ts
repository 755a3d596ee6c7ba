// A person's own notices: how many are unread, the list of them, and what has been read.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { type NoticeFacts, noticeFactsSchema } from '../core/notice/facts.ts'
import type { Reader } from '../core/notice/moment.ts'
import { OCCASIONS, type Occasion } from '../core/notice/occasions.ts'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { visibleTo } from './visible-dossiers.ts'

export type MyNotice = {
  notice: string
  dossier: string
  task: string | null
  occasion: Occasion
  reader: Reader
  facts: NoticeFacts
  isUrgent: boolean
  at: Instant
  readAt: Instant | null
  /** The work it tells of is done. */
  isDone: boolean
  isSecret: boolean
  /** This person may open the dossier today. */
  isOpen: boolean
}

/** More than this is not counted. */
export const MOST_UNREAD = 100

export const unreadNotices = async ({ pool }: Pick<Store, 'pool'>, agency: string, person: string): Promise<number> => {
  const result = await pool.query<{ unread: number }>({
    name: 'unread_notices',
    text: 'select unread_notices($1, $2) as unread',
    values: [agency, person],
  })
  return result.rows[0]?.unread ?? 0
}

export type NoticeCursor = { at: Instant; notice: string }

type Wanted = {
  actor: Pick<Actor, 'person' | 'posts' | 'clients'>
  unread: boolean
  after: NoticeCursor | null
  limit: number
}

/** The newest first. Unread are those not read and not about work that is done. @returns one page and whether more follow */
export const myNotices = (
  store: Store,
  agency: string,
  { actor, unread, after, limit }: Wanted,
): Promise<{ rows: MyNotice[]; more: boolean }> =>
  store.inAgency(agency, async (db) => {
    const isUnread = sql<boolean>`(n.read_at is null and (n.task is null or t.closed_at is null))`
    const found = await sql<Row>`
      select n.notice, n.dossier, n.task, n.occasion, n.reader, n.facts, n.is_urgent as "isUrgent", n.at,
        n.read_at as "readAt", (t.closed_at is not null) as "isDone", (d.secrecy = 'rahasia') as "isSecret",
        ${visibleTo(actor)} as "isOpen"
      from notice n
      join dossier d on d.agency = n.agency and d.dossier = n.dossier
      left join task t on t.agency = n.agency and t.task = n.task
      where n.agency = ${agency} and n.person = ${actor.person}::uuid
        and ${unread ? isUnread : sql`not ${isUnread}`}
        ${after ? sql`and (n.at, n.notice) < (${after.at}::timestamptz, ${after.notice}::uuid)` : sql``}
      order by n.at desc, n.notice desc limit ${limit + 1}`.execute(db)
    return { rows: found.rows.slice(0, limit).flatMap(noticeOf), more: found.rows.length > limit }
  })

type Row = Omit<MyNotice, 'facts' | 'occasion' | 'isSecret'> & {
  facts: unknown
  occasion: string
  isSecret: boolean | null
}

/** A kind of occasion that this program does not know comes from a newer one. */
const noticeOf = (row: Row): MyNotice[] => {
  const occasion = OCCASIONS.find((known) => known === row.occasion)
  if (!occasion) return []
  return [{ ...row, occasion, facts: noticeFactsSchema.parse(row.facts), isSecret: row.isSecret ?? false }]
}

/** @param notice one of this person's; all of them without it @returns the dossier and task of the one */
export const markRead = (
  store: Store,
  agency: string,
  { person, notice, now }: { person: string; notice?: string; now: Instant },
): Promise<{ dossier: string; task: string | null; reader: string } | null> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('notice')
      .set({ read_at: now })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('read_at', 'is', null)
      .$if(notice !== undefined, (query) => query.where('notice', '=', notice ?? ''))
      .execute()
    if (notice === undefined) return null
    const row = await db
      .selectFrom('notice')
      .select(['dossier', 'task', 'reader'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('notice', '=', notice)
      .executeTakeFirst()
    return row ?? null
  })
