// One view of a work list, narrowed and in the order asked for, page by page; and how many tasks stand in a view.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import { insideTo } from './visible-dossiers.ts'
import { WORK_PAGE, type WorkRow } from './work-list.ts'

/** Whose tasks are shown of a post: all, those that nobody has taken, or those that a colleague has not taken. */
export type Place = {
  post: string
  taken: 'any' | 'free' | 'open'
  /** Of this post only the work of these procedures, which this person does for somebody absent. */
  procedures?: readonly string[]
}

export type Whose = {
  person: string
  /** Held by this person: only of these is what is secret shown to the person. */
  posts: readonly string[]
  places: readonly Place[]
  /** Of these posts also what the person has taken. */
  takenOf: readonly string[]
  /** Due from then on, and before. */
  dueFrom: Instant | null
  dueBefore: Instant | null
}

export type WorkFilter = {
  procedure?: string | undefined
  step?: string | undefined
  client?: string | undefined
  urgency?: string | undefined
  /** Submitted from then on, and before. */
  from?: Instant | undefined
  before?: Instant | undefined
  /** Stands in the subject, in the number or in the agenda number. */
  text?: string | undefined
}

export const WORK_SORTS = ['due', 'oldest', 'newest', 'urgent'] as const
export type WorkSort = (typeof WORK_SORTS)[number]

/** The last row of a page; `rank` is how urgent it is, 0 the most. */
export type ViewCursor = { rank: number; dueAt: Instant | null; openedAt: Instant; task: string }

export type ViewRow = WorkRow & { rank: number; takenName: string | null }

export type WantedView = { whose: Whose; filter: WorkFilter; sort: WorkSort; after: ViewCursor | null; size?: number }

/** @returns one page and whether more follow */
export const readWorkView = (
  store: Store,
  agency: string,
  wanted: WantedView,
): Promise<{ rows: ViewRow[]; more: boolean }> =>
  store.inAgency(agency, async (db) => {
    const size = wanted.size ?? WORK_PAGE
    const { order } = ORDERS[wanted.sort]
    const found = await sql<ViewRow>`
      select t.task, t.dossier, t.step, t.kind, t.posts, t.for_applicant as "forApplicant", t.taken_by as "takenBy",
        t.opened_at as "openedAt", t.due_at as "dueAt", t.waits_for_effect as "waitsForEffect", d.number, d.subject,
        d.procedure, d.edition, d.urgency, d.secrecy, c.name as client, n.rank, p.name as "takenName"
      from (${tasksOf(agency, wanted, size + 1)}) as n
      join task t on t.agency = ${agency} and t.task = n.task
      join dossier d on d.agency = ${agency} and d.dossier = t.dossier
      join client c on c.agency = ${agency} and c.client = d.client
      left join person p on p.agency = ${agency} and p.person = t.taken_by
      order by ${order('n')}`.execute(db)
    return { rows: found.rows.slice(0, size), more: found.rows.length > size }
  })

/** Each counted no further than `most`. */
export const countViews = async (
  db: Reading,
  agency: string,
  { views, most }: { views: readonly Whose[]; most: number },
): Promise<number[]> => {
  if (views.length === 0) return []
  const counts = views.map(
    (whose) =>
      sql`(select count(*)::integer from (${tasksOf(agency, { whose, filter: {}, sort: 'due', after: null }, most)}) as n)`,
  )
  const found = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db)
  return found.rows[0]?.counts ?? []
}

/** The tasks of one page. Each post is walked along its index by itself, so that what is not shown is not read. */
const tasksOf = (agency: string, { whose, filter, sort, after }: WantedView, limit: number): RawBuilder<unknown> => {
  const { order, later } = ORDERS[sort]
  const { places, person } = whose
  const conditions = [...narrowed(agency, whose, filter), ...(after ? [later(after)] : [])]
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
  const walked = sql`
    select w.* from unnest(${places.map(({ post }) => post)}::text[], ${places.map(({ taken }) => taken)}::text[],
        ${places.map(inOneText)}::text[]) as mine (post, taken, procedures),
      lateral (
        select i.task, i.due_at, i.opened_at, ${RANK} as rank from waiting i
        where i.agency = ${agency} and i.post = mine.post
          and (mine.procedures = '' or i.procedure = any(string_to_array(mine.procedures, ',')))
          and (mine.taken = 'any' or i.taken_by is null or (mine.taken = 'open' and i.taken_by = ${person}::uuid)) and ${where}
        order by ${order('i')} limit ${limit}
      ) as w`
  const taken = sql`
    (select i.task, i.due_at, i.opened_at, ${RANK} as rank from waiting i
     where i.agency = ${agency} and i.taken_by = ${person}::uuid and i.post = any(${[...whose.takenOf]}::text[]) and ${where}
     order by ${order('i')} limit ${limit})`
  const all = whose.takenOf.length === 0 ? walked : sql`${walked} union all ${taken}`
  return sql`select distinct a.* from (${all}) as a order by ${order('a')} limit ${limit}`
}

/** What the walk looks at stands in the row itself; only the text of a subject is looked up, one by one. */
const narrowed = (agency: string, whose: Whose, filter: WorkFilter): RawBuilder<unknown>[] => {
  const { posts, places, dueFrom, dueBefore } = whose
  const { procedure, step, client, urgency, from, before, text } = filter
  const found: RawBuilder<unknown>[] = []
  if (dueFrom !== null) found.push(sql`i.due_at >= ${dueFrom}::timestamptz`)
  if (dueBefore !== null) found.push(sql`i.due_at < ${dueBefore}::timestamptz`)
  if (procedure !== undefined) found.push(sql`i.procedure = ${procedure}`)
  if (step !== undefined) found.push(sql`i.step = ${step}`)
  if (client !== undefined) found.push(sql`i.client = ${client}`)
  if (urgency !== undefined) found.push(sql`coalesce(i.urgency, 'biasa') = ${urgency}`)
  if (from !== undefined) found.push(sql`i.submitted_at >= ${from}::timestamptz`)
  if (before !== undefined) found.push(sql`i.submitted_at < ${before}::timestamptz`)
  if (text !== undefined) found.push(ofDossier(agency, saying(text)))
  if (places.some(({ post }) => !posts.includes(post)))
    found.push(
      sql`(i.post = any(${[...posts]}::text[]) or ${ofLimited(places)} or ${ofDossier(agency, insideTo({ posts }))})`,
    )
  return found
}

/** Names of procedures have no comma; none means all. */
const inOneText = ({ procedures = [] }: Place): string => procedures.join(',')

/** What somebody does for an absent holder they see as the holder would. */
const ofLimited = (places: readonly Place[]): RawBuilder<boolean> => {
  const limited = places.filter(({ procedures = [] }) => procedures.length > 0)
  if (limited.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (select from unnest(${limited.map(({ post }) => post)}::text[], ${limited.map(inOneText)}::text[]) as l (post, procedures)
    where l.post = i.post and i.procedure = any(string_to_array(l.procedures, ',')))`
}

/** A subquery of one row: as a join it would tempt the planner to read all dossiers. */
const ofDossier = (agency: string, condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`coalesce((select ${condition} from dossier d where d.agency = ${agency} and d.dossier = i.dossier limit 1), false)`

/** @param text as it was typed; capitals do not matter */
export const saying = (text: string): RawBuilder<boolean> =>
  sql`position(lower(${text}) in lower(d.subject || ' ' || d.number || ' ' || coalesce(d.agenda_number, ''))) > 0`

const RANK = sql`case i.urgency when 'sangat-segera' then 0 when 'segera' then 1 else 2 end`

type Order = { order: (alias: string) => RawBuilder<unknown>; later: (after: ViewCursor) => RawBuilder<boolean> }

const columns = (alias: string, names: readonly string[], descending = false): RawBuilder<unknown> =>
  sql.join(
    names.map((name) => {
      const column = name === 'rank' && alias === 'i' ? RANK : sql.ref(`${alias}.${name}`)
      return descending ? sql`${column} desc` : column
    }),
  )

const dueAt = ({ dueAt: due }: ViewCursor) => sql`${due ?? 'infinity'}::timestamptz`
const openedAt = ({ openedAt: opened }: ViewCursor) => sql`${opened}::timestamptz`
const taskOf = ({ task }: ViewCursor) => sql`${task}::uuid`

const ORDERS: Record<WorkSort, Order> = {
  due: {
    order: (alias) => columns(alias, ['due_at', 'opened_at', 'task']),
    later: (after) => sql`(i.due_at, i.opened_at, i.task) > (${dueAt(after)}, ${openedAt(after)}, ${taskOf(after)})`,
  },
  oldest: {
    order: (alias) => columns(alias, ['opened_at', 'task']),
    later: (after) => sql`(i.opened_at, i.task) > (${openedAt(after)}, ${taskOf(after)})`,
  },
  newest: {
    order: (alias) => columns(alias, ['opened_at', 'task'], true),
    later: (after) => sql`(i.opened_at, i.task) < (${openedAt(after)}, ${taskOf(after)})`,
  },
  urgent: {
    order: (alias) => columns(alias, ['rank', 'due_at', 'opened_at', 'task']),
    later: (after) =>
      sql`(${RANK}, i.due_at, i.opened_at, i.task) > (${after.rank}::integer, ${dueAt(after)}, ${openedAt(after)}, ${taskOf(after)})`,
  },
}
