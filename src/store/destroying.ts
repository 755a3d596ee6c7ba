// How an approved record is carried out: the words of one dossier at a time, then its files, so that it goes on where it was interrupted.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

type Of = { agency: string; destruction: string }

/** The paper of the record, once made, stays the one. */
export const keepRecord = (store: Store, { agency, destruction }: Of, sha256: string): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await sql`update destruction set record_sha256 = ${sha256}
      where agency = ${agency} and destruction = ${destruction}::uuid and record_sha256 is null`.execute(db)
  })

/** @returns `emptied` when its files are still to go, or why not */
export const destroyDossier = (
  store: Store,
  { agency, destruction }: Of,
  { dossier, now }: { dossier: string; now: Instant },
): Promise<string> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ what: string }>`
      select destroy_dossier(${agency}, ${destruction}::uuid, ${dossier}::uuid, ${now}::timestamptz) as what`.execute(
      db,
    )
    return rows[0]?.what ?? 'not-there'
  })

/** Files of those whose words are gone. */
export const filesToGo = (store: Store, { agency, destruction }: Of, dossier: string): Promise<string[]> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ files: string[] }>`select files from destruction_item
      where agency = ${agency} and destruction = ${destruction}::uuid and dossier = ${dossier}::uuid and state = 'emptied'`.execute(
      db,
    )
    return rows[0]?.files ?? []
  })

export const filesAreGone = (store: Store, { agency, destruction }: Of, dossier: string): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await sql`update destruction_item set state = 'destroyed', files = '{}'
      where agency = ${agency} and destruction = ${destruction}::uuid and dossier = ${dossier}::uuid and state = 'emptied'`.execute(
      db,
    )
  })

/** @returns whether nothing of it is left to be done */
export const endDestruction = (store: Store, { agency, destruction }: Of, now: Instant): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{
      destruction: string
    }>`update destruction b set state = 'done', finished_at = ${now}::timestamptz
      where b.agency = ${agency} and b.destruction = ${destruction}::uuid and b.state = 'approved'
        and not exists (select from destruction_item i where i.agency = b.agency and i.destruction = b.destruction and i.state in ('listed', 'emptied'))
      returning b.destruction`.execute(db)
    return rows.length > 0
  })
