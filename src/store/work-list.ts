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

type ListedRow = {
  task: string
  dossier: string
  step: string
  kind: Task['kind']
  posts: string[]
  for_applicant: boolean
  taken_by: string | null
  opened_at: Instant
  due_at: Instant | null
  waits_for_effect: boolean
  number: string
  subject: string
  procedure: string
  edition: string
  urgency: string | null
  secrecy: string | null
  client: string
}

/** @returns one page and whether more follow */
export const readWorkList = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  posts: readonly string[],
  after: WorkCursor | null,
): Promise<{ rows: WorkRow[]; more: boolean }> => {
  const from = after ? [after.dueAt ?? 'infinity', after.openedAt, after.task] : [null, null, null]
  const found = await pool.query<ListedRow>({
    name: 'work_list',
    text: 'select * from work_list($1, $2, $3, $4, $5, $6)',
    values: [agency, posts, ...from, WORK_PAGE + 1],
  })
  return { rows: found.rows.slice(0, WORK_PAGE).map(workRow), more: found.rows.length > WORK_PAGE }
}

/** Tasks whose work on an outside system has failed for good: a person has to look. The oldest first, one page of them. */
export const readTroubled = (store: Store, agency: string, posts: readonly string[]): Promise<WorkRow[]> =>
  store.inAgency(agency, (db) => troubledTasks(db, agency, posts))

const troubledTasks = async (db: Reading, agency: string, posts: readonly string[]): Promise<WorkRow[]> => {
  const first = db
    .selectFrom('task as t')
    .selectAll()
    .where('t.agency', '=', agency)
    .where('t.closed_at', 'is', null)
    .where(ofPosts(posts))
    // Said apart, so that the small index of failed tasks can be used; its order is theirs.
    .where('t.failure', 'is not', null)
    .where(sql<boolean>`(t.failure->>'final')::boolean`)
    .orderBy('t.opened_at')
    .orderBy('t.task')
    .limit(WORK_PAGE)
  const rows = await db
    .selectFrom(first.as('t'))
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
    .orderBy('t.opened_at')
    .orderBy('t.task')
    .execute()
  return rows.map((row) => workRow({ ...row, kind: row.kind as Task['kind'] }))
}

const workRow = ({ for_applicant, taken_by, opened_at, due_at, waits_for_effect, ...row }: ListedRow): WorkRow => ({
  ...row,
  forApplicant: for_applicant,
  takenBy: taken_by,
  openedAt: opened_at,
  dueAt: due_at,
  waitsForEffect: waits_for_effect,
})

const ofPosts = (posts: readonly string[]): RawBuilder<boolean> => sql<boolean>`t.posts && ${[...posts]}::text[]`
