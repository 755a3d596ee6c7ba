// Ended dossiers with how long they are kept still: the rules of core/retention as a question to the database.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { RETENTION_STATES, type RetentionRule, type RetentionState } from '../core/retention/retention.ts'
import type { Reading, Store } from './connect.ts'

/** What an office files under which code, and what its codes say today. */
export type Schedule = { rules: readonly RetentionRule[]; codes: Readonly<Record<string, string>> }

export type RetainedRow = {
  dossier: string
  number: string
  /** Null where the dossier is not for everybody. */
  subject: string | null
  procedure: string
  classification: string | null
  endedAt: Instant
  state: RetentionState
  hold: string | null
  /** Listed in a record that is proposed or approved. */
  destruction: string | null
}

export type RetentionFilter = { state?: RetentionState; classification?: string }
export type RetentionCursor = { endedAt: Instant; dossier: string }

export const RETENTION_PAGE = 50

type Wanted = { schedule: Schedule; filter: RetentionFilter; after: RetentionCursor | null; limit?: number }

/** What ended first stands first. @returns one more than asked for, where more follow */
export const readRetention = (store: Store, agency: string, wanted: Wanted): Promise<RetainedRow[]> =>
  store.inAgency(agency, (db) => retained(db, agency, wanted))

export const retained = async (
  db: Reading,
  agency: string,
  { schedule, filter, after, limit = RETENTION_PAGE }: Wanted,
  only?: readonly string[],
): Promise<RetainedRow[]> => {
  const { rows } = await sql<RetainedRow>`
    with kept as (${keptOf(agency, schedule)})
    select dossier, number, subject, procedure, classification, ended_at as "endedAt", state, hold, destruction from kept
    where true
      ${filter.state ? sql`and state = ${filter.state}` : sql``}
      ${filter.classification ? sql`and classification = ${filter.classification}` : sql``}
      ${after ? sql`and (ended_at, dossier) > (${after.endedAt}::timestamptz, ${after.dossier}::uuid)` : sql``}
      ${only ? sql`and dossier = any(${[...only]}::uuid[])` : sql``}
    order by ended_at, dossier limit ${limit + 1}`.execute(db)
  return rows.filter(({ state }) => RETENTION_STATES.includes(state))
}

/** @returns null where it has not ended, or there is none */
export const readOneRetained = (
  store: Store,
  agency: string,
  { schedule, dossier }: { schedule: Schedule; dossier: string },
): Promise<RetainedRow | null> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(dossier)) return null
    const [row] = await retained(db, agency, { schedule, filter: {}, after: null }, [dossier])
    return row ?? null
  })

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type RetentionCounts = Partial<Record<RetentionState, number>>

export const countRetention = (
  store: Store,
  agency: string,
  { schedule, classification }: { schedule: Schedule } & Pick<RetentionFilter, 'classification'>,
): Promise<RetentionCounts> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ state: RetentionState; count: number }>`
      with kept as (${keptOf(agency, schedule)}) select state, count(*)::integer as count from kept
      where true ${classification ? sql`and classification = ${classification}` : sql``} group by state`.execute(db)
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  })

/** The code that somebody chose, that of the procedure, or that under which the letter was entered, in this order. */
const keptOf = (agency: string, { rules, codes }: Schedule): RawBuilder<unknown> => sql`
  with rule as (
    select r.code, r."activeFrom" as active_from, r."inactiveFrom" as inactive_from, r.fate
    from json_to_recordset(${JSON.stringify(rules)}::json) as r (code text, "activeFrom" timestamptz, "inactiveFrom" timestamptz, fate text)
  ), filed as (
    select d.dossier, d.number, case when coalesce(d.secrecy, 'biasa') = 'biasa' then d.subject end as subject,
      d.procedure, d.ended_at, m.hold, coalesce(m.classification, ${JSON.stringify(codes)}::json->>d.procedure, a.classification) as code,
      i.state as item, i.destruction
    from dossier d
    left join retention_mark m on m.agency = d.agency and m.dossier = d.dossier
    left join destruction_item i on i.agency = d.agency and i.dossier = d.dossier and i.state not in ('freed', 'kept')
    left join lateral (select nullif(e.classification, '') as classification from agenda e
      where e.agency = d.agency and e.dossier = d.dossier order by e.entered_at desc limit 1) a on true
    where d.agency = ${agency} and d.ended_at is not null
  )
  select f.dossier, f.number, f.subject, f.procedure, f.code as classification, f.ended_at, f.hold, f.destruction, case
    when f.item in ('emptied', 'destroyed') then 'destroyed'
    when r.code is null then 'unclassified'
    when f.ended_at >= r.active_from then 'active'
    when f.ended_at >= r.inactive_from then 'inactive'
    when r.fate = 'permanen' then 'permanent'
    when r.fate = 'dinilai-kembali' then 'review'
    when f.hold is not null then 'held'
    else 'due' end as state
  from filed f left join rule r on r.code = f.code`

type Marked = { dossier: string; person: string; post: string; now: Instant }

/** `unfinished`: how long it is kept begins with its end. `gone`: nothing is left to keep, or there never was. */
export type Kept = 'kept' | 'unfinished' | 'gone'

/** Waits for whoever destroys it at this moment. */
export const holdDossier = (
  store: Store,
  agency: string,
  { dossier, person, post, now, reason }: Marked & { reason: string | null },
): Promise<Kept> =>
  store.inAgency(agency, async (db) => {
    const standing = await lockWhole(db, agency, dossier)
    if (standing !== 'kept') return standing
    await sql`insert into retention_mark (agency, dossier, hold, changed_at, changed_by)
      values (${agency}, ${dossier}::uuid, ${reason}, ${now}::timestamptz, ${person}::uuid)
      on conflict (agency, dossier) do update set hold = excluded.hold, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
      db,
    )
    const what = reason === null ? 'released' : 'held'
    await journal(db, agency, { person, post, now, what, dossier, note: reason ?? '' })
    return 'kept'
  })

export const classifyDossier = (
  store: Store,
  agency: string,
  { dossier, person, post, now, classification }: Marked & { classification: string | null },
): Promise<Kept> =>
  store.inAgency(agency, async (db) => {
    const standing = await lockWhole(db, agency, dossier)
    if (standing !== 'kept') return standing
    await sql`insert into retention_mark (agency, dossier, classification, changed_at, changed_by)
      values (${agency}, ${dossier}::uuid, ${classification}, ${now}::timestamptz, ${person}::uuid)
      on conflict (agency, dossier) do update set classification = excluded.classification, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by`.execute(db)
    await journal(db, agency, { person, post, now, what: 'classified', dossier, note: classification ?? '' })
    return 'kept'
  })

const lockWhole = async (db: Reading, agency: string, dossier: string): Promise<Kept> => {
  if (!UUID.test(dossier)) return 'gone'
  const { rows } = await sql<{ standing: Kept }>`
    select case
      when exists (select from destruction_item i where i.agency = d.agency and i.dossier = d.dossier
        and i.state in ('emptied', 'destroyed')) then 'gone'
      when d.ended_at is null then 'unfinished'
      else 'kept' end as standing
    from dossier d where d.agency = ${agency} and d.dossier = ${dossier}::uuid for update of d`.execute(db)
  return rows[0]?.standing ?? 'gone'
}

type Noted = {
  person: string
  post: string
  now: Instant
  what: string
  dossier?: string
  destruction?: string
  note: string
}

export const journal = async (db: Reading, agency: string, noted: Noted): Promise<void> => {
  const { person, post, now, what, dossier = null, destruction = null, note } = noted
  await sql`insert into retention_journal (agency, at, person, post, what, dossier, destruction, note)
    values (${agency}, ${now}::timestamptz, ${person}::uuid, ${post}, ${what}, ${dossier}::uuid, ${destruction}::uuid, ${note})`.execute(
    db,
  )
}
