// How far the stored files of an agency have been looked through: kept after each part, so that a walk that broke off goes on.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'
import { nextStored } from './stored-things.ts'

export type FileWalk = {
  beganAt: Instant
  endedAt: Instant | null
  /** The last that was looked at; the next in order comes next. */
  after: string
  files: number
  bytes: number
  missing: number
  damaged: number
}

export type FileToLook = { sha256: string; bytes: number }

export const lastWalk = (store: Store, agency: string): Promise<FileWalk | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('file_walk')
      .select(['began_at as beganAt', 'ended_at as endedAt', 'after_sha256 as after'])
      .select(['files', 'bytes', 'missing', 'damaged'])
      .where('agency', '=', agency)
      .executeTakeFirst()
    return row ?? null
  })

export const keepWalk = (store: Store, agency: string, walk: FileWalk): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const { beganAt, endedAt, after, ...sums } = walk
    const row = { began_at: beganAt, ended_at: endedAt, after_sha256: after, ...sums }
    await db
      .insertInto('file_walk')
      .values({ agency, ...row })
      .onConflict((conflict) => conflict.column('agency').doUpdateSet(row))
      .execute()
  })

/** Each file once, however many papers are made of it; what lies in quarantine is in another place. */
export const nextFiles = (
  store: Store,
  agency: string,
  { after, atMost }: { after: string; atMost: number },
): Promise<FileToLook[]> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await nextStored(agency, { after, atMost }).execute(db)
    return rows
  })
