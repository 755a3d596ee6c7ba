// Sessions: the browser keeps a random token, the database only its hash.
import { createHash } from 'node:crypto'
import type { Instant } from '../core/clock/instant.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Reading, Store } from './connect.ts'

/** Who somebody is on a day, and under which hats; the same for a browser and for a program. */
export type PersonFacts = {
  person: string
  name: string
  email: string
  isAdministrator: boolean
  mandates: { post: string; capacity: Capacity; duties: string[]; title: string }[]
  clients: { client: string; name: string; kind: ClientKind }[]
}

/** `hat` is the one that was chosen, empty for none. */
export type FoundSession = PersonFacts & { csrf: string; hat: string }

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A working day without signing in again; ends earlier when nothing is done for two hours. */
export const SESSION_HOURS = 10
export const IDLE_HOURS = 2

type NewSession = { token: string; person: string; csrf: string; now: Instant; expiresAt: Instant }

export const beginSession = (
  store: Store,
  agency: string,
  { token, person, csrf, now, expiresAt }: NewSession,
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('session')
      .values({
        agency,
        token_hash: hashToken(token),
        person,
        csrf,
        hat: '',
        created_at: now,
        seen_at: now,
        expires_at: expiresAt,
      })
      .execute()
  })

/** The signed-in person with what they hold on this day, or null when the session has ended: one round trip. */
export const findSession = async (
  { pool }: Store,
  agency: string,
  token: string,
  at: { now: Instant; today: string; idleSince: Instant },
): Promise<FoundSession | null> => {
  const result = await pool.query<{ found: FoundSession | null }>({
    name: 'find_session',
    text: 'select find_session($1, $2, $3, $4, $5) as found',
    values: [agency, hashToken(token), at.now, at.today, at.idleSince],
  })
  return result.rows[0]?.found ?? null
}

/** Whose session this was, also when it has ended (housekeeping forgets it after a month): for giving back what was typed, to nobody else. */
export const personOfSession = (store: Store, agency: string, token: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('session')
      .select('person')
      .where('agency', '=', agency)
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst()
    return row?.person ?? null
  })

/** @param session hash of its token */
export const chooseHat = (
  store: Store,
  agency: string,
  { session, hat }: { session: string; hat: string },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('session')
      .set({ hat })
      .where('agency', '=', agency)
      .where('token_hash', '=', session)
      .where('ended_at', 'is', null)
      .execute()
  })

export const endSession = (store: Store, agency: string, token: string, now: Instant): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('session')
      .set({ ended_at: now })
      .where('agency', '=', agency)
      .where('token_hash', '=', hashToken(token))
      .where('ended_at', 'is', null)
      .execute()
  })

/** After a change of password no other session lives on; `keep` is the hash of the one that goes on. */
export const endSessionsOf = async (
  db: Reading,
  agency: string,
  { person, now, keep }: { person: string; now: Instant; keep?: string },
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .where('token_hash', '!=', keep ?? '')
    .execute()
}
