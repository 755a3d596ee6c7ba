// What a superior has to look after: overdue work, delays without a reason or without a superior's note, escalations, failed notices.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

export type OverdueRow = { post: string; procedure: string; count: number; oldest: Instant }
export type BreachRow = {
  dossier: string
  number: string
  procedure: string
  edition: string
  clock: string
  step: string | null
  posts: string[]
  dueAt: Instant
  tell: string[]
  reason: string | null
  explainedAt: Instant | null
  explainedPost: string | null
}
export type FailedNotice = { dossier: string; number: string; at: Instant; name: string | null }

export type BoardRows = {
  overdue: OverdueRow[]
  unexplained: BreachRow[]
  unacknowledged: BreachRow[]
  /** Running ones that were told further up. */
  escalated: BreachRow[]
  failed: FailedNotice[]
}

/** Of each list; the oldest come first, so that what is not shown is less late. */
export const BOARD_ROWS = 50

/** @param posts whose work is looked at */
export const readBoard = (
  store: Store,
  agency: string,
  { posts, now }: { posts: readonly string[]; now: Instant },
): Promise<BoardRows> =>
  store.inAgency(agency, async (db) => ({
    overdue: await overdueOf(db, agency, { posts, now }),
    unexplained: await breachesOf(db, agency, posts, sql`b.reason is null`),
    unacknowledged: await breachesOf(db, agency, posts, sql`b.reason is not null and b.acknowledged_at is null`),
    escalated: await breachesOf(db, agency, posts, sql`b.ended_at is null and b.tell && '{superior,head}'::text[]`),
    failed: await failedNotices(db, agency, posts),
  }))

type Asked = { posts: readonly string[]; now: Instant }

const overdueOf = (db: Reading, agency: string, { posts, now }: Asked): Promise<OverdueRow[]> =>
  db
    .selectFrom('waiting as w')
    .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'w.agency').onRef('d.dossier', '=', 'w.dossier'))
    .select(['w.post', 'd.procedure'])
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.min('w.due_at').as('oldest')])
    .where('w.agency', '=', agency)
    .where('w.post', 'in', posts.length > 0 ? [...posts] : [''])
    .where('w.due_at', '<', now)
    .groupBy(['w.post', 'd.procedure'])
    .orderBy('count', 'desc')
    .limit(BOARD_ROWS)
    .execute()

const breachesOf = (
  db: Reading,
  agency: string,
  posts: readonly string[],
  which: RawBuilder<unknown>,
): Promise<BreachRow[]> =>
  db
    .selectFrom('breach as b')
    .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'b.agency').onRef('d.dossier', '=', 'b.dossier'))
    .select(['b.dossier', 'd.number', 'd.procedure', 'd.edition', 'b.clock', 'b.step', 'b.posts', 'b.due_at as dueAt'])
    .select(['b.tell', 'b.reason', 'b.explained_at as explainedAt', 'b.explained_post as explainedPost'])
    .where('b.agency', '=', agency)
    .where(sql<boolean>`b.posts && ${[...posts]}::text[]`)
    .where(sql<boolean>`${which}`)
    .orderBy('b.due_at')
    .orderBy('b.dossier')
    .limit(BOARD_ROWS)
    .execute()

/** Told of a delay by a mail that the server would not take. */
const failedNotices = (db: Reading, agency: string, posts: readonly string[]): Promise<FailedNotice[]> =>
  db
    .selectFrom('delivery as l')
    .innerJoin('mail as m', (join) => join.onRef('m.agency', '=', 'l.agency').onRef('m.mail', '=', 'l.mail'))
    .innerJoin('notice as n', (join) => join.onRef('n.agency', '=', 'l.agency').onRef('n.notice', '=', 'l.notice'))
    .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'n.agency').onRef('d.dossier', '=', 'n.dossier'))
    .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'n.agency').onRef('p.person', '=', 'n.person'))
    .select(['n.dossier', 'd.number', 'n.at', 'p.name'])
    .where('l.agency', '=', agency)
    .where('m.state', '=', 'failed')
    .where((one) =>
      one.exists(
        one
          .selectFrom('breach as b')
          .select('b.clock')
          .whereRef('b.agency', '=', 'n.agency')
          .whereRef('b.dossier', '=', 'n.dossier')
          .where('b.acknowledged_at', 'is', null)
          .where(sql<boolean>`b.posts && ${[...posts]}::text[]`),
      ),
    )
    .orderBy('n.at', 'desc')
    .limit(BOARD_ROWS)
    .execute()
