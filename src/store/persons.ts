// One person of an agency, as jobs and pages need them.
import type { Store } from './connect.ts'

export type Person = { person: string; name: string; email: string; language: string; state: string }

/** Whatever the state of the account; a mail address is the same however its letters are typed. */
export const personOfMail = (store: Store, agency: string, email: string): Promise<Person | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('person')
      .select(['person', 'name', 'email', 'language', 'state'])
      .where('agency', '=', agency)
      .where((test) => test(test.fn('lower', ['email']), '=', email.toLowerCase()))
      .executeTakeFirst()
    return row ?? null
  })
