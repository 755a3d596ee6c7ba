// Bytes of papers that are gone or no longer what was kept: noted when somebody meets them, listed for administrators.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'
import { type NewMail, queueMail } from './mails.ts'
import { storedThings } from './stored-things.ts'

/** Where administrators read which papers it is: mails lead there, too. */
export const STORAGE_PATH = '/storage'

export type FoundTrouble = { sha256: string; what: 'missing' | 'damaged' }

type LetterTo = (language: string) => Pick<NewMail, 'subject' | 'body'>

type Noting = FoundTrouble & { now: Instant; newId: () => string; letterToAdministrator: LetterTo }

/**
 * Only what this agency keeps is noted. Administrators get one mail a day, however many files are met.
 *
 * @returns whether it was news
 */
export const noteTrouble = (
  store: Store,
  agency: string,
  { sha256, what, now, newId, letterToAdministrator }: Noting,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ sha256: string }>`
      insert into file_trouble (agency, sha256, what, found_at)
      select ${agency}, ${sha256}, ${what}, ${now}::timestamptz
      where exists (select from ${storedThings} as t (agency, sha256, bytes, name, dossier, number) where t.agency = ${agency} and t.sha256 = ${sha256})
      on conflict (agency, sha256) do update set what = excluded.what where file_trouble.what <> excluded.what
      returning sha256`.execute(db)
    if (rows.length === 0) return false
    const administrators = await db
      .selectFrom('person')
      .select(['person', 'email', 'language'])
      .where('agency', '=', agency)
      .where('is_administrator', '=', true)
      .where('state', '=', 'active')
      .execute()
    for (const one of administrators) {
      const once = `file-trouble:${now.slice(0, 10)}:${one.person}`
      await queueMail(db, { agency, mail: newId(), once, to: one.email, now, ...letterToAdministrator(one.language) })
    }
    return true
  })

/** Found whole again, such as after it was put back from a backup. */
export const settleTrouble = (store: Store, agency: string, files: readonly string[]): Promise<void> =>
  store.inAgency(agency, async (db) => {
    if (files.length === 0) return
    await db.deleteFrom('file_trouble').where('agency', '=', agency).where('sha256', 'in', files).execute()
  })

/** One row for each paper that it touches; a scan of the book and a record of destruction belong to no dossier. */
export type TroubledPaper = FoundTrouble & {
  foundAt: Instant
  dossier: string | null
  /** Of the dossier, of the letter in the book, or of the record. */
  number: string
  name: string
  bytes: number
}

export const MOST_TROUBLES = 200

/** The latest first. @returns one more than are shown, where there are more */
export const troubledPapers = (store: Store, agency: string): Promise<TroubledPaper[]> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<TroubledPaper>`
      select f.sha256, f.what, f.found_at as "foundAt", t.dossier, coalesce(d.number, t.number, '') as number, t.name, t.bytes::float8 as bytes
      from file_trouble f
      join ${storedThings} as t (agency, sha256, bytes, name, dossier, number) on t.agency = f.agency and t.sha256 = f.sha256
      left join dossier d on d.agency = t.agency and d.dossier = t.dossier
      where f.agency = ${agency}
      order by f.found_at desc, number, t.name limit ${MOST_TROUBLES + 1}`.execute(db)
    return rows
  })

export type FileHealth = { missing: number; damaged: number; lookedAt: Instant | null }

/** Over all agencies, for machines. */
export const fileHealth = async (store: Store): Promise<FileHealth> => {
  const { rows } = await store.pool.query<FileHealth>(
    'select missing, damaged, looked_at as "lookedAt" from stored_file_health()',
  )
  return rows[0] ?? { missing: 0, damaged: 0, lookedAt: null }
}
