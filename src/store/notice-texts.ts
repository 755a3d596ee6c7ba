// The office's own words for notices, each with its versions.
import { sql } from 'kysely'
import { z } from 'zod'
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
