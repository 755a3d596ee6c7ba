// One person of an agency, as jobs and pages need them.
import type { Store } from './connect.ts'

export type Person = { person: string; name: string; email: string; language: string; state: string }

export const readPerson = (store: Store, agency: string, person: string): Promise<Person | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('person')
      .select(['person', 'name', 'email', 'language', 'state'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .executeTakeFirst()
    return row ?? null
  })
