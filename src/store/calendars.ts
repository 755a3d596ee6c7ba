// Working calendars as people edit them: saved only over the version that was read; each change journalled with its reason.
import { sql } from 'kysely'
import { MAIN_CALENDAR } from '../core/agency/catalogue.ts'
import { type Calendar, readCalendar } from '../core/clock/calendar.ts'
import type { CalendarChange } from '../core/clock/edit-calendar.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

export type StoredCalendar = {
  calendar: string
  label: string
  data: Calendar
  version: number
  changedAt: Instant
  /** Null as long as it is what the catalogue brought. */
  changedBy: string | null
}

/** What a change says of itself; `unit` where a unit was given another calendar. */
export type CalendarDetail = {
  changes?: readonly CalendarChange[]
  created?: string
  unit?: { unit: string; before: string | null; after: string | null }
}

export type CalendarEntry = {
  change: string
  calendar: string
  at: Instant
  by: string | null
  reason: string
  detail: CalendarDetail
}

export type CalendarBy = { person: string; now: Instant; reason: string }

/** The agency's own first. */
export const listCalendars = (store: Store, agency: string): Promise<StoredCalendar[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('working_calendar as c')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'c.agency').onRef('p.person', '=', 'c.changed_by'))
      .select(['c.calendar', 'c.label', 'c.data', 'c.version', 'c.changed_at as changedAt', 'p.name as changedBy'])
      .where('c.agency', '=', agency)
      .orderBy('c.label')
      .execute()
    const read = rows.flatMap(({ data, ...row }) => {
      const reading = readCalendar(data)
      return reading.ok ? [{ ...row, data: reading.calendar }] : []
    })
    return read.toSorted((one, other) => Number(isMain(other)) - Number(isMain(one)))
  })

const isMain = ({ calendar }: { calendar: string }): boolean => calendar === MAIN_CALENDAR

export type CalendarSaving = { calendar: string; version: number; data: Calendar; changes: readonly CalendarChange[] }

/** Open deadlines are worked out anew by a job of the same transaction. @returns false when somebody else saved in between */
export const saveCalendar = (
  store: Store,
  agency: string,
  { calendar, version, data, changes }: CalendarSaving,
  by: CalendarBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const saved = await db
      .updateTable('working_calendar')
      .set((row) => ({
        data: JSON.stringify(data),
        version: row('version', '+', 1),
        changed_at: by.now,
        changed_by: by.person,
      }))
      .where('agency', '=', agency)
      .where('calendar', '=', calendar)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst()
    if (!saved) return false
    await journal(db, agency, { calendar, detail: { changes } }, by)
    return true
  })

/** Nobody counts by a new one yet, so no deadline moves. @returns false when there is one of this name */
export const createCalendar = (
  store: Store,
  agency: string,
  { calendar, label, data }: Pick<StoredCalendar, 'calendar' | 'label' | 'data'>,
  by: CalendarBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const made = await db
      .insertInto('working_calendar')
      .values({ agency, calendar, label, data: JSON.stringify(data), changed_at: by.now, changed_by: by.person })
      .onConflict((conflict) => conflict.doNothing())
      .returning('calendar')
      .executeTakeFirst()
    if (!made) return false
    await write(db, agency, { calendar, detail: { created: label } }, by)
    return true
  })

type UnitCalendar = { unit: string; before: string | null; after: string | null }

/** @param change `before` as it was read. @returns false when the unit has another by now, or there is no such calendar */
export const giveUnitCalendar = (
  store: Store,
  agency: string,
  change: UnitCalendar,
  by: CalendarBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { unit, before, after } = change
    const calendar = after ?? MAIN_CALENDAR
    const there = await db
      .selectFrom('working_calendar')
      .select('calendar')
      .where('agency', '=', agency)
      .where('calendar', '=', calendar)
      .executeTakeFirst()
    if (!there) return false
    const given = await db
      .updateTable('unit')
      .set({ calendar: after })
      .where('agency', '=', agency)
      .where('unit', '=', unit)
      .where('calendar', 'is not distinct from', before)
      .returning('unit')
      .executeTakeFirst()
    if (!given) return false
    await journal(db, agency, { calendar, detail: { unit: change } }, by)
    return true
  })

type Entry = { calendar: string; detail: CalendarDetail }

const journal = async (db: Reading, agency: string, entry: Entry, by: CalendarBy): Promise<void> => {
  const change = await write(db, agency, entry, by)
  const { calendar } = entry
  const payload = JSON.stringify({ agency, calendar, reason: by.reason, change: `calendar ${change}`, by: by.person })
  await sql`select queue_job('re-project', ${payload}::json, ${`re-project:${agency}:${change}`})`.execute(db)
}

const write = async (db: Reading, agency: string, { calendar, detail }: Entry, by: CalendarBy): Promise<string> => {
  const { change } = await db
    .insertInto('calendar_change')
    .values({
      agency,
      calendar,
      at: by.now,
      person: by.person,
      reason: by.reason,
      detail: JSON.stringify(detail),
    })
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
