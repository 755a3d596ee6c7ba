// Units, posts, working calendars, mandates and substitutes as the database has them: what people change while the office runs.
import { isDeepStrictEqual } from 'node:util'
import type { Agency } from '../core/agency/agency.ts'
import { type LivingOffice, MAIN_CALENDAR, type OfficeFiles } from '../core/agency/catalogue.ts'
import { type Calendar, readCalendar } from '../core/clock/calendar.ts'
import type { HeldMandate, Substitute } from '../core/person/mandate.ts'
import type { Reading, Store } from './connect.ts'
import { readLetterTemplates } from './letter-template-editions.ts'

type Reader = {
  /** Told of calendars that this program cannot read; the others go on. */
  onUnreadable: (calendar: string) => void
  /** As it was read before: a calendar that has not changed stays the same object, with all the days worked out of it. */
  before?: LivingOffice | undefined
}

export const readOffice = (
  store: Pick<Store, 'inAgency'>,
  files: Pick<OfficeFiles, 'agency' | 'calendar'>,
  reader: Reader,
): Promise<LivingOffice> =>
  store.inAgency(files.agency.agency, async (db) => {
    const { agency: rules } = files
    const { agency } = rules
    const calendars = await readCalendars(db, agency, reader)
    const units = await readUnits(db, agency)
    const posts = await readPosts(db, agency)
    return {
      agency: { ...rules, units, posts },
      calendar: calendars[MAIN_CALENDAR] ?? files.calendar,
      calendars: { [MAIN_CALENDAR]: files.calendar, ...calendars },
      mandates: await readMandates(db, agency),
      substitutes: await readSubstitutes(db, agency),
      closedClients: await readClosedClients(db, agency),
      letterTemplates: await readLetterTemplates(db, agency, reader.before?.letterTemplates ?? []),
    }
  })

const readCalendars = async (
  db: Reading,
  agency: string,
  { onUnreadable, before }: Reader,
): Promise<Record<string, Calendar>> => {
  const rows = await db
    .selectFrom('working_calendar')
    .select(['calendar', 'data'])
    .where('agency', '=', agency)
    .orderBy('calendar')
    .execute()
  const calendars: Record<string, Calendar> = {}
  for (const { calendar, data } of rows) {
    const read = readCalendar(data)
    if (read.ok) calendars[calendar] = unchanged(read.calendar, before?.calendars[calendar])
    else onUnreadable(`${agency}/${calendar}`)
  }
  return calendars
}

const unchanged = (calendar: Calendar, before: Calendar | undefined): Calendar =>
  before && isDeepStrictEqual(calendar, before) ? before : calendar

const readUnits = async (db: Reading, agency: string): Promise<Agency['units']> => {
  const rows = await db
    .selectFrom('unit')
    .select(['unit', 'name', 'superior', 'kind', 'calendar'])
    .where('agency', '=', agency)
    .orderBy('unit')
    .execute()
  return rows.map(({ superior, calendar, kind, ...row }) => ({
    ...row,
    kind: kind as Agency['units'][number]['kind'],
    ...(superior === null ? {} : { superior }),
    ...(calendar === null ? {} : { calendar }),
  }))
}

const readPosts = async (db: Reading, agency: string): Promise<Agency['posts']> => {
  const rows = await db
    .selectFrom('post')
    .select(['post', 'title', 'unit', 'superior', 'duties', 'closed_on', 'successor'])
    .where('agency', '=', agency)
    .orderBy('sort_order')
    .orderBy('post')
    .execute()
  return rows.map(({ superior, duties, closed_on, successor, ...row }) => ({
    ...row,
    duties: duties as Agency['posts'][number]['duties'],
    ...(superior === null ? {} : { superior }),
    ...(closed_on === null ? {} : { closedOn: closed_on }),
    ...(successor === null ? {} : { successor }),
  }))
}

const readMandates = (db: Reading, agency: string): Promise<HeldMandate[]> =>
  db
    .selectFrom('mandate as m')
    .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 'm.agency').onRef('p.person', '=', 'm.person'))
    .select(['m.mandate', 'm.person', 'p.name', 'm.post', 'm.capacity', 'm.from_on as fromOn', 'm.to_on as toOn'])
    .select(['m.decree', 'p.rank', 'p.nip'])
    .where('m.agency', '=', agency)
    .where('p.state', '=', 'active')
    .orderBy('m.from_on')
    .orderBy('m.mandate')
    .execute()

const readSubstitutes = (db: Reading, agency: string): Promise<Substitute[]> =>
  db
    .selectFrom('substitute as s')
    .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 's.agency').onRef('p.person', '=', 's.person'))
    .innerJoin('person as a', (join) => join.onRef('a.agency', '=', 's.agency').onRef('a.person', '=', 's.absent'))
    .select(['s.substitute', 's.post', 's.absent', 'a.name as absentName', 's.person', 'p.name'])
    .select(['s.from_on as fromOn', 's.to_on as toOn', 's.procedures', 's.decree'])
    .where('s.agency', '=', agency)
    .where('p.state', '=', 'active')
    .orderBy('s.from_on')
    .orderBy('s.substitute')
    .execute()

const readClosedClients = async (db: Reading, agency: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('client')
    .select('client')
    .where('agency', '=', agency)
    .where('closed_on', 'is not', null)
    .orderBy('client')
    .execute()
  return rows.map(({ client }) => client)
}
