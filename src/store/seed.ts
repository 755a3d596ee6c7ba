// Copies the catalogue into the database at start: new agencies, posts, clients and editions; nothing is overwritten.
import { MAIN_CALENDAR, type OfficeFiles } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import { type Asker, OFFICE_CLIENT, PUBLIC_CLIENT } from './clients.ts'
import type { Store } from './connect.ts'
import { type SeedFault, seedEditions } from './seed-editions.ts'
import { seedLetterTemplates } from './seed-letter-templates.ts'

type OfficeSeed = Pick<OfficeFiles, 'agency' | 'calendar' | 'moreCalendars' | 'editions' | 'letterFiles'>

/** @returns editions whose bytes differ from what is stored: ratified editions never change, so the start is refused */
export const seedAgency = (
  store: Store,
  { agency: office, calendar, moreCalendars = [], editions, letterFiles = [] }: OfficeSeed,
  now: Instant,
): Promise<SeedFault[]> =>
  store.inAgency(office.agency, async (db) => {
    const { agency } = office
    await db
      .insertInto('agency')
      .values({ agency, name: office.name, created_at: now })
      .onConflict((c) => c.doNothing())
      .execute()
    for (const one of [{ calendar: MAIN_CALENDAR, label: 'Utama', data: calendar }, ...moreCalendars])
      await db
        .insertInto('working_calendar')
        .values({ ...one, agency, data: JSON.stringify(one.data), changed_at: now })
        .onConflict((c) => c.doNothing())
        .execute()
    for (const { unit, name, superior, kind, calendar: ownCalendar } of office.units) {
      await db
        .insertInto('unit')
        .values({ agency, unit, name, superior: superior ?? null, kind, calendar: ownCalendar ?? null })
        .onConflict((c) => c.doNothing())
        .execute()
    }
    for (const [sort_order, { post, title, unit, superior, duties, closedOn, successor }] of office.posts.entries()) {
      await db
        .insertInto('post')
        .values({
          agency,
          post,
          title,
          unit,
          superior: superior ?? null,
          duties,
          sort_order,
          closed_on: closedOn ?? null,
          successor: successor ?? null,
        })
        .onConflict((c) => c.doNothing())
        .execute()
    }
    for (const { client, name, head, address, kind } of clientsOf(office)) {
      await db
        .insertInto('client')
        .values({ agency, client, name, head_title: head, address, kind, created_at: now })
        .onConflict((c) => c.doNothing())
        .execute()
    }
    await seedLetterTemplates(db, { agency: office, letterFiles }, now)
    return seedEditions(db, { agency: office, editions }, now)
  })

/** Those of the file; and whoever reports without an account, and the office where it orders its own work. */
const clientsOf = ({ name, posts, letterhead, clients }: OfficeFiles['agency']): Omit<Asker, 'nib'>[] => [
  ...clients,
  { client: PUBLIC_CLIENT, name: 'Masyarakat', head: '', address: '', kind: 'public' },
  { client: OFFICE_CLIENT, name, head: posts[0]?.title ?? '', address: letterhead.address, kind: 'office' },
]

/** The people of the demo, named by their post; they sign in by a button, so they have no password. */
export const seedDemoPeople = (
  store: Store,
  { agency: office }: Pick<OfficeFiles, 'agency'>,
  at: { now: Instant; today: string; newId: () => string },
): Promise<void> =>
  store.inAgency(office.agency, async (db) => {
    const { agency } = office
    for (const one of office.demo) {
      const known = await db
        .selectFrom('person')
        .select('person')
        .where('agency', '=', agency)
        .where('demo_role', '=', one.role)
        .executeTakeFirst()
      if (known) continue
      const person = at.newId()
      await db
        .insertInto('person')
        .values({
          agency,
          person,
          name: one.name,
          email: one.email,
          is_administrator: one.administrator,
          state: 'active',
          demo_role: one.role,
          created_at: at.now,
        })
        .execute()
      for (const post of one.posts) {
        await db
          .insertInto('mandate')
          .values({
            agency,
            mandate: at.newId(),
            person,
            post,
            capacity: 'definitive',
            from_on: at.today,
            to_on: null,
            decree: null,
          })
          .execute()
      }
      if (one.client)
        await db.insertInto('membership').values({ agency, person, client: one.client, job_title: one.job }).execute()
    }
  })

/** The file of an edition that a running dossier stays on, also when the catalogue no longer has it. */
export const storedEdition = (
  store: Store,
  agency: string,
  procedure: string,
  edition: string,
): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('procedure_edition')
      .select('source')
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('edition', '=', edition)
      .executeTakeFirst()
    return row?.source ?? null
  })

export const isDemoDatabase = async (store: Store): Promise<boolean> => {
  const result = await store.pool.query<{ is_demo: boolean }>('select is_demo from installation')
  return result.rows[0]?.is_demo ?? false
}
