// Lists of destructions that a restored database does not know: taken over dossier by dossier, where it is the very same one.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

export type DestructionList = {
  agency: string
  destruction: string
  number: string
  reason: string
  proposedAt: Instant
  proposedBy: string
  proposedAs: string
  decidedAt: Instant
  decidedBy: string
  decidedAs: string
  remark: string
  items: readonly {
    dossier: string
    number: string
    classification: string
    version: number
    headHash: string
    endedAt: Instant
    state: string
  }[]
}

/** `differing`: whose chain stands elsewhere than the list says. `missing`: of which the backup knew nothing. */
export type Applied = { differing: number; missing: number }

export const applyList = (store: Store, list: DestructionList): Promise<Applied> =>
  store.inAgency(list.agency, async (db) => {
    await keepRecord(db, list)
    const applied = { differing: 0, missing: 0 }
    for (const item of list.items.filter(
      ({ state }) => state === 'destroyed' || state === 'emptied' || state === 'listed',
    )) {
      const { rows } = await sql<{ is_same: boolean }>`
        select d.version = ${item.version}::integer and d.head_hash = ${item.headHash} and d.status <> 'open' as is_same
        from dossier d where d.agency = ${list.agency} and d.dossier = ${item.dossier}::uuid for update`.execute(db)
      const [row] = rows
      if (!row) applied.missing += 1
      else if (!row.is_same) applied.differing += 1
      else await keepItem(db, list, item)
    }
    return applied
  })

/** One that is there already stays as it is, but for being open to what it lists. */
const keepRecord = async (db: Reading, list: DestructionList): Promise<void> => {
  await sql`insert into destruction (agency, destruction, number, reason, state, proposed_at, proposed_by, proposed_as, decided_at,
      decided_by, decided_as, remark)
    values (${list.agency}, ${list.destruction}::uuid, ${list.number}, ${list.reason}, 'approved', ${list.proposedAt}::timestamptz,
      ${list.proposedBy}::uuid, ${list.proposedAs}, ${list.decidedAt}::timestamptz, ${list.decidedBy}::uuid, ${list.decidedAs}, ${list.remark})
    on conflict (agency, destruction) do update set state = 'approved', number = excluded.number, decided_at = excluded.decided_at,
      decided_by = excluded.decided_by, decided_as = excluded.decided_as
      where destruction.state in ('proposed', 'approved')`.execute(db)
}

const keepItem = async (db: Reading, list: DestructionList, item: DestructionList['items'][number]): Promise<void> => {
  await sql`insert into destruction_item (agency, destruction, dossier, number, classification, version, head_hash, ended_at, state)
    values (${list.agency}, ${list.destruction}::uuid, ${item.dossier}::uuid, ${item.number}, ${item.classification}, ${item.version}::integer,
      ${item.headHash}, ${item.endedAt}::timestamptz, 'listed')
    on conflict do nothing`.execute(db)
}
