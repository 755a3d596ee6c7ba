// The people who are to be told: where mail reaches them, in which language, and how they want to hear of what.
import { sql } from 'kysely'
import type { Choices } from '../core/notice/moment.ts'
import type { Store } from './connect.ts'

export type ToldPerson = {
  person: string
  email: string
  language: 'id' | 'en'
  isAdministrator: boolean
  choices: Choices
}

/** Open accounts alone. @param withAdministrators besides the persons named */
export const peopleToTell = (
  store: Store,
  agency: string,
  { persons, withAdministrators }: { persons: readonly string[]; withAdministrators: boolean },
): Promise<ToldPerson[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<ToldPerson>`
      select p.person, p.email, p.language, p.is_administrator as "isAdministrator",
        coalesce((select jsonb_object_agg(c.topic, c.mode) from notice_choice c
          where c.agency = p.agency and c.person = p.person), '{}') as choices
      from person p
      where p.agency = ${agency} and p.state = 'active'
        and (p.person = any(${[...persons]}::uuid[]) or (${withAdministrators} and p.is_administrator))`.execute(db)
    return found.rows
  })
