// The open tasks of some posts, oldest due first, page by page.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Task } from '../core/dossier/dossier.ts'
import type { Reading, Store } from './connect.ts'

export type WorkRow = Pick<Task, 'task' | 'step' | 'kind' | 'posts' | 'forApplicant' | 'takenBy' | 'openedAt'> & {
  dossier: string
  dueAt: Instant | null
  /** The system is at work on it. */
  waitsForEffect: boolean
  number: string
  subject: string
  client: string
  procedure: string
  edition: string
  urgency: string | null
  secrecy: string | null
}

/** Where the last page ended. */
export type WorkCursor = { dueAt: Instant | null; openedAt: Instant; task: string }

export const WORK_PAGE = 50

/** @returns one page and whether more follow */
export const readWorkList = (store: Store, agency: string, posts: readonly string[], after: WorkCursor | null) =>
  store.inAgency(agency, async (db): Promise<{ rows: WorkRow[]; more: boolean }> => {
    const later = after
      ? sql<boolean>`(coalesce(t.due_at, 'infinity'), t.opened_at, t.task) > (coalesce(${after.dueAt}::timestamptz, 'infinity'), ${after.openedAt}::timestamptz, ${after.task}::uuid)`
      : sql<boolean>`true`
    const rows = await openTasks(db, agency, posts, later, WORK_PAGE + 1)
    return { rows: rows.slice(0, WORK_PAGE), more: rows.length > WORK_PAGE }
  })

/** Tasks whose work on an outside system has failed for good: a person has to look. */
export const readTroubled = (store: Store, agency: string, posts: readonly string[]): Promise<WorkRow[]> =>
  store.inAgency(agency, (db) => openTasks(db, agency, posts, sql<boolean>`(t.failure->>'final')::boolean`, WORK_PAGE))

export const countWork = (store: Store, agency: string, posts: readonly string[]): Promise<number> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('task as t')
      .select(sql<number>`count(*)`.as('count'))
      .where('t.agency', '=', agency)
      .where('t.closed_at', 'is', null)
      .where(ofPosts(posts))
      .executeTakeFirstOrThrow()
    return row.count
  })

const openTasks = async (
  db: Reading,
  agency: string,
  posts: readonly string[],
  which: RawBuilder<boolean>,
  limit: number,
) => {
  const rows = await db
    .selectFrom('task as t')
    .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 't.agency').onRef('d.dossier', '=', 't.dossier'))
    .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
    .select([
      't.task',
      't.dossier',
      't.step',
      't.kind',
      't.posts',
      't.for_applicant',
      't.taken_by',
      't.opened_at',
      't.due_at',
      't.waits_for_effect',
    ])
    .select(['d.number', 'd.subject', 'd.procedure', 'd.edition', 'd.urgency', 'd.secrecy', 'c.name as client'])
    .where('t.agency', '=', agency)
    .where('t.closed_at', 'is', null)
    .where(ofPosts(posts))
    .where(which)
    .orderBy(sql`coalesce(t.due_at, 'infinity')`)
    .orderBy('t.opened_at')
    .orderBy('t.task')
    .limit(limit)
    .execute()
  return rows.map(
    ({ for_applicant, taken_by, opened_at, due_at, waits_for_effect, ...row }): WorkRow => ({
      ...row,
      forApplicant: for_applicant,
      takenBy: taken_by,
      openedAt: opened_at,
      dueAt: due_at,
      waitsForEffect: waits_for_effect,
    }),
  )
}

const ofPosts = (posts: readonly string[]): RawBuilder<boolean> => sql<boolean>`t.posts && ${[...posts]}::text[]`
