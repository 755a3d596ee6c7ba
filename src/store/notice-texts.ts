// The office's own words for notices, each with its versions.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../core/clock/instant.ts'
import type { NoticeText } from '../core/notice/text.ts'
import type { Store } from './connect.ts'

const text = z.strictObject({ headline: z.string(), body: z.string(), line: z.string() })
const words = z.strictObject({ id: text, en: text })

export type OwnWords = { id: NoticeText; en: NoticeText }

/** Only the names for which the office has words of its own today. */
export const ownTexts = (store: Store, agency: string): Promise<Map<string, OwnWords>> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<{ name: string; words: unknown }>`
      select distinct on (name) name, words from notice_text where agency = ${agency} order by name, version desc`.execute(
      db,
    )
    return new Map(found.rows.flatMap((row) => (row.words === null ? [] : [[row.name, words.parse(row.words)]])))
  })

export type TextVersion = { version: number; changedAt: Instant; by: string | null; isDefault: boolean }

/** Every version of one text, the newest first. */
export const textVersions = (store: Store, agency: string, name: string): Promise<TextVersion[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<TextVersion>`
      select t.version, t.changed_at as "changedAt", p.name as by, t.words is null as "isDefault"
      from notice_text t left join person p on p.agency = t.agency and p.person = t.changed_by
      where t.agency = ${agency} and t.name = ${name} order by t.version desc limit 20`.execute(db)
    return found.rows
  })

type NewVersion = {
  name: string
  /** The version that whoever writes has before them. */
  seen: number
  /** Null: the default again. */
  words: OwnWords | null
  person: string
  now: Instant
}

/** @returns the new version, or null when somebody else was quicker */
export const saveText = (
  store: Store,
  agency: string,
  { name, seen, words: own, person, now }: NewVersion,
): Promise<number | null> =>
  store.inAgency(agency, async (db) => {
    const version = seen + 1
    const written = await db
      .insertInto('notice_text')
      .columns(['agency', 'name', 'version', 'words', 'changed_at', 'changed_by'])
      .expression(
        sql`select ${agency}, ${name}, ${version}::integer, ${own === null ? null : JSON.stringify(own)}::jsonb,
          ${now}::timestamptz, ${person}::uuid
          where not exists (select from notice_text where agency = ${agency} and name = ${name} and version > ${seen})`,
      )
      .onConflict((conflict) => conflict.columns(['agency', 'name', 'version']).doNothing())
      .returning('version')
      .executeTakeFirst()
    return written?.version ?? null
  })
