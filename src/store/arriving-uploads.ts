// Files that arrive in pieces: how far each has come, and how much one person has on its way or lying ready.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'
import { isUploadId } from './uploads.ts'

export type Arriving = { upload: string; name: string; bytes: number; received: number }

export const beginArriving = (
  store: Store,
  agency: string,
  { person, now, ...file }: Omit<Arriving, 'received'> & { person: string; now: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('upload_arriving')
      .values({ agency, person, begun_at: now, touched_at: now, ...file })
      .execute()
  })

/** Null when there is none, or it is somebody else's. */
export const findArriving = async (
  store: Store,
  agency: string,
  person: string,
  upload: string,
): Promise<Arriving | null> => {
  if (!isUploadId(upload)) return null
  return store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('upload_arriving')
      .select(['upload', 'name', 'bytes', 'received'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('upload', '=', upload)
      .executeTakeFirst()
    return row ? { ...row, bytes: Number(row.bytes), received: Number(row.received) } : null
  })
}

/** @returns false when another piece was quicker, or the upload is gone */
export const advanceArriving = (
  store: Store,
  agency: string,
  { upload, from, to, now }: { upload: string; from: number; to: number; now: Instant },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('upload_arriving')
      .set({ received: to, touched_at: now })
      .where('agency', '=', agency)
      .where('upload', '=', upload)
      .where('received', '=', from)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })

/** Whole or not wanted any more. @returns whether it was there */
export const dropArriving = (
  store: Store,
  agency: string,
  { person, upload }: { person: string; upload: string },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('upload_arriving')
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('upload', '=', upload)
      .executeTakeFirst()
    return numDeletedRows === 1n
  })

/** What one person holds of the disk before any form has named it. */
export const uploadsHeld = (
  store: Store,
  agency: string,
  person: string,
): Promise<{ arriving: number; bytes: number }> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ arriving: number; bytes: string }>`
      select (select count(*)::int from upload_arriving where agency = ${agency} and person = ${person}) as arriving,
        coalesce((select sum(bytes) from upload_arriving where agency = ${agency} and person = ${person}), 0)
          + coalesce((select sum(bytes) from upload where agency = ${agency} and person = ${person}), 0) as bytes
    `.execute(db)
    const [held] = rows
    return { arriving: held?.arriving ?? 0, bytes: Number(held?.bytes ?? 0) }
  })
