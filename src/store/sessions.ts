// Sessions: the browser keeps a random token, the database only its hash.
import { createHash } from 'node:crypto'
import type { Instant } from '../core/clock/instant.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Reading, Store } from './connect.ts'

export type FoundSession = {
  person: string
  name: string
  email: string
  isAdministrator: boolean
  csrf: string
  mandates: { post: string; capacity: Capacity; duties: string[]; title: string }[]
  clients: { client: string; name: string }[]
}

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

/** The signed-in person with what they hold on this day, or null when the session has ended. */
export const findSession = (
  store: Store,
  agency: string,
  token: string,
  at: { now: Instant; today: string; idleSince: Instant },
): Promise<FoundSession | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('session as s')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 's.agency').onRef('p.person', '=', 's.person'))
      .select(['s.csrf', 's.seen_at', 'p.person', 'p.name', 'p.email', 'p.is_administrator'])
      .where('s.agency', '=', agency)
      .where('s.token_hash', '=', hashToken(token))
      .where('s.ended_at', 'is', null)
      .where('s.expires_at', '>', at.now)
      .where('s.seen_at', '>', at.idleSince)
      .where('p.state', '=', 'active')
      .executeTakeFirst()
    if (!row) return null
    const mandates = await db
      .selectFrom('mandate as m')
      .innerJoin('post as t', (join) => join.onRef('t.agency', '=', 'm.agency').onRef('t.post', '=', 'm.post'))
      .select(['m.post', 'm.capacity', 't.duties', 't.title'])
      .where('m.agency', '=', agency)
      .where('m.person', '=', row.person)
      .where('m.from_on', '<=', at.today)
      .where((or) => or.or([or('m.to_on', 'is', null), or('m.to_on', '>=', at.today)]))
      .orderBy('t.sort_order')
      .execute()
    const clients = await db
      .selectFrom('membership as b')
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'b.agency').onRef('c.client', '=', 'b.client'))
      .select(['b.client', 'c.name'])
      .where('b.agency', '=', agency)
      .where('b.person', '=', row.person)
      .execute()
    await touch(db, agency, token, row.seen_at, at.now)
    return {
      person: row.person,
      name: row.name,
      email: row.email,
      isAdministrator: row.is_administrator,
      csrf: row.csrf,
      mandates: mandates.map((one) => ({ ...one, capacity: one.capacity as Capacity })),
      clients,
    }
  })

/** Whose session this was, however long ago it ended: for giving back what was typed, to nobody else. */
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

/** Written once a minute at most: a read of a page should not cost a write. */
const touch = async (db: Reading, agency: string, token: string, seenAt: Instant, now: Instant): Promise<void> => {
  if (seenAt.slice(0, 16) === now.slice(0, 16)) return
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('agency', '=', agency)
    .where('token_hash', '=', hashToken(token))
    .execute()
}
