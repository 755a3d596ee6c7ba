// The journal of working calendars: each row as it was and as it became, who and why; only added to. What it notes moves deadlines.
import { sql } from 'kysely'
import type { CalendarChange } from '../core/clock/edit-calendar.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

/** Nobody: the command line. */
export type CalendarBy = { person: string | null; now: Instant; reason: string }

type Moved = { before: string | null; after: string | null }

/** `unit`: given another calendar, or put under another unit; `post`: put into another unit. */
export type CalendarDetail = {
  changes?: readonly CalendarChange[]
  created?: string
  unit?: Moved & { unit: string }
  post?: Moved & { post: string }
}

export type CalendarEntry = {
  change: string
  calendar: string
  at: Instant
  by: string | null
  reason: string
  detail: CalendarDetail
}

type Entry = { calendar: string; detail: CalendarDetail }

/** With the job that computes open deadlines anew, in the same transaction. */
export const journalCalendar = async (db: Reading, agency: string, entry: Entry, by: CalendarBy): Promise<void> => {
  const change = await writeCalendarEntry(db, agency, entry, by)
  const { calendar } = entry
  const payload = JSON.stringify({ agency, calendar, reason: by.reason, change: `calendar ${change}`, by: by.person })
  await sql`select queue_job('re-project', ${payload}::json, ${`re-project:${agency}:${change}`})`.execute(db)
}

export const writeCalendarEntry = async (
  db: Reading,
  agency: string,
  { calendar, detail }: Entry,
  { now, person, reason }: CalendarBy,
): Promise<string> => {
  const { change } = await db
    .insertInto('calendar_change')
    .values({ agency, calendar, at: now, person, reason, detail: JSON.stringify(detail) })
    .returning('change')
    .executeTakeFirstOrThrow()
  return String(change)
}

/** What was changed and why, the latest first. */
export const readCalendarJournal = (
  store: Store,
  agency: string,
  { calendar, limit = 30 }: { calendar: string; limit?: number },
): Promise<CalendarEntry[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('calendar_change as j')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'j.agency').onRef('p.person', '=', 'j.person'))
      .select(['j.change', 'j.calendar', 'j.at', 'j.reason', 'j.detail', 'p.name as by'])
      .where('j.agency', '=', agency)
      .where('j.calendar', '=', calendar)
      .orderBy('j.change', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ detail, change, ...row }) => ({
      ...row,
      change: String(change),
      detail: detail as CalendarDetail,
    }))
  })
