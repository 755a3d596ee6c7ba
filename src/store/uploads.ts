// Files that programs have sent, waiting to be named in a command: each belongs to the person it was sent for.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type KeptUpload = { upload: string; sha256: string; name: string; bytes: number; mime: string }

export const keepUpload = (
  store: Store,
  agency: string,
  { person, now, ...file }: KeptUpload & { person: string; now: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('upload')
      .values({ agency, person, at: now, ...file })
      .execute()
  })

/** In the order asked for; what is not there, or is somebody else's, is left out. */
export const findUploads = async (
  store: Store,
  agency: string,
  person: string,
  uploads: readonly string[],
): Promise<KeptUpload[]> => {
  const asked = uploads.filter(isUploadId)
  if (asked.length === 0) return []
  return store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('upload')
      .select(['upload', 'sha256', 'name', 'bytes', 'mime'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('upload', 'in', asked)
      .execute()
    return asked.flatMap((upload) => rows.find((row) => row.upload === upload) ?? [])
  })
}

/** What an address or a form names may be anything; the database takes only a UUID. */
export const isUploadId = (text: string): boolean => UUID.test(text)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Taken back before any form named it. @returns whether it was there */
export const dropUpload = (
  store: Store,
  agency: string,
  { person, upload }: { person: string; upload: string },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('upload')
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('upload', '=', upload)
      .executeTakeFirst()
    return numDeletedRows === 1n
  })
