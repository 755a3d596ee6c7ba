// What was posted with an ended session: kept for the same person until they have signed in again.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import { hashToken } from './sessions.ts'

export type ParkedForm = { path: string; values: Record<string, string[]>; files: unknown }

type NewParked = ParkedForm & { token: string; person: string | null; now: Instant }

export const parkForm = (
  store: Store,
  agency: string,
  { token, person, path, values, files, now }: NewParked,
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('parked_form')
      .values({
        agency,
        token_hash: hashToken(token),
        person,
        path,
        fields: JSON.stringify(withoutSecrets(values)),
        files: JSON.stringify(files),
        parked_at: now,
      })
      .execute()
    if (person) await forgetOldest(db, agency, person)
  })

/** A password is typed again; it is never written down. */
const withoutSecrets = (values: ParkedForm['values']): ParkedForm['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)))

/** The cookie that brings a form back lives for an hour: what is older than a day nobody can ask for. */
export const PARKED_DAYS = 1

/** One browser brings back one form; more than a few are no slips of a person any more. */
const MOST_PARKED = 5

const forgetOldest = async (db: Reading, agency: string, person: string): Promise<void> => {
  await db
    .deleteFrom('parked_form')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('token_hash', 'in', (sub) =>
      sub
        .selectFrom('parked_form')
        .select('token_hash')
        .where('agency', '=', agency)
        .where('person', '=', person)
        .orderBy('parked_at', 'desc')
        .orderBy('token_hash')
        .offset(MOST_PARKED),
    )
    .execute()
}

/** Given back once, and only to the person who typed it. */
export const takeParkedForm = (
  store: Store,
  agency: string,
  token: string,
  person: string,
): Promise<ParkedForm | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .deleteFrom('parked_form')
      .where('agency', '=', agency)
      .where('token_hash', '=', hashToken(token))
      .where('person', '=', person)
      .returning(['path', 'fields', 'files'])
      .executeTakeFirst()
    return row ? { path: row.path, values: row.fields as Record<string, string[]>, files: row.files } : null
  })
