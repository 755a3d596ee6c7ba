// Records of destruction: proposed by one person, decided by another, carried out dossier by dossier; what stays of each.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import { journal, retained, type Schedule } from './retention.ts'

export type DestructionState = 'proposed' | 'approved' | 'refused' | 'done'

export type Destruction = {
  destruction: string
  number: string | null
  reason: string
  state: DestructionState
  proposedAt: Instant
  proposedBy: string
  /** The title under which it was done. */
  proposedAs: string
  decidedAt: Instant | null
  decidedBy: string | null
  decidedAs: string | null
  remark: string
  recordSha256: string | null
  finishedAt: Instant | null
}

export type DestructionItem = {
  dossier: string
  number: string
  classification: string
  version: number
  headHash: string
  endedAt: Instant
  papers: number
  /** Things of it that a register still holds, with their contacts: register and name. */
  stays: string[]
  state: 'listed' | 'freed' | 'kept' | 'emptied' | 'destroyed'
  destroyedAt: Instant | null
}

type Actor = { person: string; as: string; now: Instant }
export const MOST_AT_ONCE = 500

export type Proposal = Actor & { destruction: string; reason: string; dossiers: readonly string[]; schedule: Schedule }
export type Proposed = { ok: true } | { ok: false; notDue: number }

/** Only what is due now and stands in no other record; all of it, or nothing. */
export const proposeDestruction = (store: Store, agency: string, wish: Proposal): Promise<Proposed> =>
  store.inAgency(agency, async (db) => {
    const { destruction, reason, dossiers, schedule, person, as, now } = wish
    const ids = [...new Set(dossiers)]
    if (await readOne(db, agency, destruction)) return { ok: true }
    await lockAll(db, agency, ids)
    const due = await dueAmong(db, agency, ids, schedule)
    const free = due.filter((row) => row.destruction === null)
    if (free.length < ids.length) return { ok: false, notDue: ids.length - free.length }
    await sql`insert into destruction (agency, destruction, reason, state, proposed_at, proposed_by, proposed_as)
      values (${agency}, ${destruction}::uuid, ${reason}, 'proposed', ${now}::timestamptz, ${person}::uuid, ${as})`.execute(
      db,
    )
    const codes = JSON.stringify(free.map((row) => ({ dossier: row.dossier, code: row.classification })))
    await sql`insert into destruction_item (agency, destruction, dossier, number, classification, version, head_hash, ended_at, state)
      select ${agency}, ${destruction}::uuid, d.dossier, d.number, c.code, d.version, d.head_hash, d.ended_at, 'listed'
      from json_to_recordset(${codes}::json) as c (dossier uuid, code text)
      join dossier d on d.agency = ${agency} and d.dossier = c.dossier`.execute(db)
    await journal(db, agency, { person, post: as, now, what: 'proposed', destruction, note: reason })
    return { ok: true }
  })

const dueAmong = async (db: Reading, agency: string, ids: readonly string[], schedule: Schedule) => {
  const rows = await retained(db, agency, { schedule, filter: { state: 'due' }, after: null, limit: MOST_AT_ONCE }, ids)
  return rows.slice(0, MOST_AT_ONCE)
}

const lockAll = (db: Reading, agency: string, ids: readonly string[]) =>
  sql`select from dossier where agency = ${agency} and dossier = any(${[...ids]}::uuid[]) order by dossier for update`.execute(
    db,
  )

export type Decision = Actor & {
  destruction: string
  isApproved: boolean
  remark: string
  schedule: Schedule
  /** Pattern of the number of the official record, `{seq}` still in it. */
  pattern: string
  year: number
}

export type Decided = 'decided' | 'own-proposal' | 'not-open' | 'not-due'

/** Another person than the one who proposed; what is due no more sends it back. Approved it is carried out by a job. */
export const decideDestruction = (store: Store, agency: string, wish: Decision): Promise<Decided> =>
  store.inAgency(agency, async (db) => {
    const { destruction, isApproved, remark, person, as, now, schedule } = wish
    const standing = await readOne(db, agency, destruction, true)
    if (standing?.state !== 'proposed') return 'not-open'
    if (standing.proposedBy === person) return 'own-proposal'
    const items = await readItems(db, agency, destruction)
    const ids = items.map((one) => one.dossier)
    if (isApproved) {
      await lockAll(db, agency, ids)
      if ((await dueAmong(db, agency, ids, schedule)).length < ids.length) return 'not-due'
    } else {
      await sql`update destruction_item set state = 'freed' where agency = ${agency} and destruction = ${destruction}::uuid`.execute(
        db,
      )
    }
    const number = isApproved ? await takeNumber(db, agency, wish) : null
    await sql`update destruction set state = ${isApproved ? 'approved' : 'refused'}, number = ${number}, remark = ${remark},
        decided_at = ${now}::timestamptz, decided_by = ${person}::uuid, decided_as = ${as}
      where agency = ${agency} and destruction = ${destruction}::uuid`.execute(db)
    const what = isApproved ? 'approved' : 'refused'
    await journal(db, agency, { person, post: as, now, what, destruction, note: remark })
    if (isApproved) await queueDestruction(db, agency, destruction)
    return 'decided'
  })

/** A list that was applied after a restore brings the number of its record along: that one is passed over. */
const takeNumber = async (db: Reading, agency: string, decision: Decision): Promise<string> => {
  const { pattern, year } = decision
  const { rows } = await sql<{
    taken: number
  }>`select next_number(${agency}, 'pemusnahan', ${year}::integer) as taken`.execute(db)
  const taken = String(rows[0]?.taken ?? 0)
  const number = pattern.replaceAll('{seq4}', taken.padStart(4, '0')).replaceAll('{seq}', taken)
  const other = await db
    .selectFrom('destruction')
    .select('destruction')
    .where('agency', '=', agency)
    .where('number', '=', number)
    .executeTakeFirst()
  return other && number !== pattern ? takeNumber(db, agency, decision) : number
}

export const queueDestruction = async (db: Reading, agency: string, destruction: string): Promise<void> => {
  const payload = JSON.stringify({ agency, destruction })
  await sql`select queue_job('destroy', ${payload}::json, ${`destroy:${destruction}`})`.execute(db)
}

/** Approved and not carried out to the end: taken up again once a day, whatever became of its job. */
export const queueUnfinished = (store: Store, agency: string): Promise<number> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('destruction')
      .select('destruction')
      .where('agency', '=', agency)
      .where('state', '=', 'approved')
      .execute()
    for (const { destruction } of rows) await queueDestruction(db, agency, destruction)
    return rows.length
  })

export const listDestructions = (store: Store, agency: string): Promise<(Destruction & { items: number })[]> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<Destruction & { items: number }>`
      select ${COLUMNS}, (select count(*)::integer from destruction_item i where i.agency = b.agency and i.destruction = b.destruction) as items
      from destruction b where b.agency = ${agency} order by b.proposed_at desc, b.destruction limit 200`.execute(db)
    return rows
  })

export const readDestruction = (
  store: Store,
  agency: string,
  destruction: string,
): Promise<(Destruction & { items: DestructionItem[] }) | null> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(destruction)) return null
    const one = await readOne(db, agency, destruction)
    return one ? { ...one, items: await readItems(db, agency, destruction) } : null
  })

/** What stays of a dossier that was destroyed. */
export type Tombstone = DestructionItem & { client: string; record: string; reason: string; destruction: string }

export const tombstoneOf = (store: Store, agency: string, dossier: string): Promise<Tombstone | null> =>
  store.inAgency(agency, async (db) => {
    if (!UUID.test(dossier)) return null
    const { rows } = await sql<Tombstone>`
      select ${ITEM}, d.client, b.number as record, b.reason, b.destruction
      from destruction_item i join destruction b on b.agency = i.agency and b.destruction = i.destruction
      join dossier d on d.agency = i.agency and d.dossier = i.dossier
      where i.agency = ${agency} and i.dossier = ${dossier}::uuid and i.state in ('emptied', 'destroyed')`.execute(db)
    return rows[0] ?? null
  })

const COLUMNS = sql`b.destruction, b.number, b.reason, b.state, b.proposed_at as "proposedAt", b.proposed_by as "proposedBy",
  b.proposed_as as "proposedAs", b.decided_at as "decidedAt", b.decided_by as "decidedBy", b.decided_as as "decidedAs", b.remark,
  b.record_sha256 as "recordSha256", b.finished_at as "finishedAt"`

const ITEM = sql`i.dossier, i.number, i.classification, i.version, i.head_hash as "headHash", i.ended_at as "endedAt", i.papers,
  array(select r.register || ' ' || r.key from register_item r
    where r.agency = i.agency and r.dossier = i.dossier and r.state = 'active' order by 1) as stays, i.state, i.destroyed_at as "destroyedAt"`

const readOne = async (
  db: Reading,
  agency: string,
  destruction: string,
  isLocked = false,
): Promise<Destruction | null> => {
  const { rows } = await sql<Destruction>`select ${COLUMNS} from destruction b
    where b.agency = ${agency} and b.destruction = ${destruction}::uuid ${isLocked ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0] ?? null
}

const readItems = async (db: Reading, agency: string, destruction: string): Promise<DestructionItem[]> => {
  const { rows } = await sql<DestructionItem>`select ${ITEM} from destruction_item i
    where i.agency = ${agency} and i.destruction = ${destruction}::uuid order by i.ended_at, i.dossier`.execute(db)
  return rows
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
