// What has gone through some posts and now lies with others: a dossier to a row, with who holds it since when.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Task } from '../core/dossier/dossier.ts'
import type { Reading, Store } from './connect.ts'
import { WORK_PAGE } from './work-list.ts'
import { saying, type WorkFilter } from './work-view.ts'

export type HeldTask = Pick<Task, 'task' | 'step' | 'kind' | 'posts' | 'forApplicant' | 'takenBy' | 'openedAt'> & {
  takenName: string | null
  waitsForEffect: boolean
}

export type ElsewhereRow = {
  dossier: string
  /** When it left the last of these posts. */
  passedAt: Instant
  number: string
  subject: string
  client: string
  procedure: string
  edition: string
  urgency: string | null
  secrecy: string | null
  /** Where it is open, the oldest first. */
  tasks: HeldTask[]
}

export type ElsewhereCursor = { passedAt: Instant; dossier: string }

export type WantedElsewhere = {
  posts: readonly string[]
  filter: WorkFilter
  /** Whoever waits longest comes first, unless told otherwise. */
  newestFirst: boolean
  after: ElsewhereCursor | null
  size?: number
}

/** @returns one page and whether more follow */
export const readElsewhere = (
  store: Store,
  agency: string,
  wanted: WantedElsewhere,
): Promise<{ rows: ElsewhereRow[]; more: boolean }> =>
  store.inAgency(agency, async (db) => {
    const size = wanted.size ?? WORK_PAGE
    const direction = wanted.newestFirst ? sql`desc` : sql`asc`
    const found = await sql<ElsewhereRow>`
      select n.dossier, n.passed_at as "passedAt", d.number, d.subject, d.procedure, d.edition, d.urgency, d.secrecy,
        c.name as client, (
          select jsonb_agg(jsonb_build_object('task', t.task, 'step', t.step, 'kind', t.kind, 'posts', t.posts,
            'forApplicant', t.for_applicant, 'takenBy', t.taken_by, 'openedAt', t.opened_at, 'takenName', p.name,
            'waitsForEffect', t.waits_for_effect) order by t.opened_at, t.task)
          from task t left join person p on p.agency = t.agency and p.person = t.taken_by
          where t.agency = ${agency} and t.dossier = n.dossier and ${isElsewhere(wanted.posts)}
        ) as tasks
      from (${passedBy(agency, wanted, size + 1)}) as n
      join dossier d on d.agency = ${agency} and d.dossier = n.dossier
      join client c on c.agency = ${agency} and c.client = d.client
      order by n.passed_at ${direction}, n.dossier ${direction}`.execute(db)
    return { rows: found.rows.slice(0, size).map(known), more: found.rows.length > size }
  })

/** Counted no further than `most`. */
export const countElsewhere = async (
  db: Reading,
  agency: string,
  { posts, most }: { posts: readonly string[]; most: number },
): Promise<number> => {
  const all = passedBy(agency, { posts, filter: {}, newestFirst: false, after: null }, most)
  const found = await sql<{ count: number }>`select count(*)::integer as count from (${all}) as n`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Instants inside JSON come as PostgreSQL writes them. */
const known = (row: ElsewhereRow): ElsewhereRow => ({
  ...row,
  tasks: row.tasks.map((task) => ({ ...task, openedAt: new Date(task.openedAt).toISOString() })),
})

const isElsewhere = (posts: readonly string[]): RawBuilder<boolean> =>
  sql`t.closed_at is null and t.kind = 'main' and not (t.posts && ${[...posts]}::text[])`

/** Walked along the index of each post; of one that went through several the last time counts. */
const passedBy = (
  agency: string,
  { posts, filter, newestFirst, after }: WantedElsewhere,
  limit: number,
): RawBuilder<unknown> => {
  const mine = [...posts]
  const direction = newestFirst ? sql`desc` : sql`asc`
  const conditions = [
    sql`x.passed_at = (select max(o.passed_at) from passed o
      where o.agency = ${agency} and o.dossier = x.dossier and o.post = any(${mine}::text[]))`,
    sql`coalesce((select true from task t where t.agency = ${agency} and t.dossier = x.dossier
      and ${isElsewhere(posts)}${filter.step === undefined ? sql`` : sql` and t.step = ${filter.step}`} limit 1), false)`,
    ...ofDossier(agency, filter),
    ...(after ? [laterThan(after, newestFirst)] : []),
  ]
  return sql`
    select distinct w.dossier, w.passed_at from unnest(${mine}::text[]) as mine (post), lateral (
      select x.dossier, x.passed_at from passed x
      where x.agency = ${agency} and x.post = mine.post and ${sql.join(conditions, sql` and `)}
      order by x.passed_at ${direction}, x.dossier ${direction} limit ${limit}
    ) as w
    order by w.passed_at ${direction}, w.dossier ${direction} limit ${limit}`
}

const laterThan = ({ passedAt, dossier }: ElsewhereCursor, newestFirst: boolean): RawBuilder<boolean> =>
  newestFirst
    ? sql`(x.passed_at, x.dossier) < (${passedAt}::timestamptz, ${dossier}::uuid)`
    : sql`(x.passed_at, x.dossier) > (${passedAt}::timestamptz, ${dossier}::uuid)`

/** A subquery of one row, so that only what the walk meets is looked up. */
const ofDossier = (agency: string, filter: WorkFilter): RawBuilder<unknown>[] => {
  const { procedure, client, urgency, from, before, text } = filter
  const asked: RawBuilder<unknown>[] = []
  if (procedure !== undefined) asked.push(sql`d.procedure = ${procedure}`)
  if (client !== undefined) asked.push(sql`d.client = ${client}`)
  if (urgency !== undefined) asked.push(sql`coalesce(d.urgency, 'biasa') = ${urgency}`)
  if (from !== undefined) asked.push(sql`d.submitted_at >= ${from}::timestamptz`)
  if (before !== undefined) asked.push(sql`d.submitted_at < ${before}::timestamptz`)
  if (text !== undefined) asked.push(saying(text))
  return asked.length === 0
    ? []
    : [
        sql`coalesce((select ${sql.join(asked, sql` and `)} from dossier d
          where d.agency = ${agency} and d.dossier = x.dossier limit 1), false)`,
      ]
}
