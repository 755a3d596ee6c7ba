// Working calendars as people edit them: saved only over the version that was read; each change journalled with its reason.
import { MAIN_CALENDAR } from '../core/agency/catalogue.ts'
import { type Calendar, readCalendar } from '../core/clock/calendar.ts'
import type { CalendarChange } from '../core/clock/edit-calendar.ts'
import type { Instant } from '../core/clock/instant.ts'
import { type CalendarBy, journalCalendar, writeCalendarEntry } from './calendar-journal.ts'
import type { Reading, Store } from './connect.ts'
import { organisationIn } from './organisation.ts'
import { holdOrganisation } from './organisation-changes.ts'
import { journalWrite } from './organisation-journal.ts'
import { writeRow } from './organisation-rows.ts'
import { recountAfter } from './recount.ts'

export type StoredCalendar = {
  calendar: string
  label: string
  data: Calendar
  version: number
  changedAt: Instant
  /** Null as long as it is what the catalogue brought. */
  changedBy: string | null
}

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
    await journalCalendar(db, agency, { calendar, detail: { changes } }, by)
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
    await writeCalendarEntry(db, agency, { calendar, detail: { created: label } }, by)
    return true
  })

type UnitCalendar = { unit: string; before: string | null; after: string | null }

/** @param change `before` as it was read. @returns false when the unit has another by now, or there is no such calendar */
export const giveUnitCalendar = (
  store: Store,
  agency: string,
  { unit, before: was, after: calendar }: UnitCalendar,
  by: CalendarBy,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    await holdOrganisation(db, agency)
    const before = (await organisationIn(db, agency)).units.find((one) => one.unit === unit)
    if (before?.calendar !== was || !(await isThere(db, agency, calendar ?? MAIN_CALENDAR))) return false
    const write = { kind: 'unit', key: unit, before, after: { ...before, calendar } } as const
    await writeRow({ db, agency, by }, write)
    await journalWrite(db, agency, write, by)
    await recountAfter(db, agency, write, by)
    return true
  })

const isThere = async (db: Reading, agency: string, calendar: string): Promise<boolean> =>
  (await db
    .selectFrom('working_calendar')
    .select('calendar')
    .where('agency', '=', agency)
    .where('calendar', '=', calendar)
    .executeTakeFirst()) !== undefined
