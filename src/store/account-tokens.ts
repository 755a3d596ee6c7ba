// One-time links to an account: random, only their hash is stored, used once, and only the newest works.
import type { Instant } from '../core/clock/instant.ts'
import { revokeTokensOf } from './access-tokens.ts'
import type { Reading, Store } from './connect.ts'
import { endSessionsOf, hashToken } from './sessions.ts'

export type Purpose = 'invitation' | 'password-reset'

export type NewToken = { token: string; person: string; purpose: Purpose; now: Instant; expiresAt: Instant }

export type TokenOwner = { person: string; name: string; email: string }

/** Stands in the transaction that queues the mail with the link. */
export const insertToken = async (
  db: Reading,
  agency: string,
  { token, person, purpose, now, expiresAt }: NewToken,
): Promise<void> => {
  await spendTokens(db, agency, person, now)
  await db
    .insertInto('account_token')
    .values({ agency, token_hash: hashToken(token), person, purpose, expires_at: expiresAt })
    .execute()
}

/** Every open link of this person stops working. */
export const spendTokens = async (db: Reading, agency: string, person: string, now: Instant): Promise<void> => {
  await db
    .updateTable('account_token')
    .set({ used_at: now })
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .execute()
}

type Asked = { token: string; purpose: Purpose; now: Instant }

/** Whose link this is while it works, or null: unknown, used, expired, or the account was closed. */
export const ownerOfToken = (
  store: Store,
  agency: string,
  { token, purpose, now }: Asked,
): Promise<TokenOwner | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('account_token as t')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 't.agency').onRef('p.person', '=', 't.person'))
      .select(['p.person', 'p.name', 'p.email'])
      .where('t.agency', '=', agency)
      .where('t.token_hash', '=', hashToken(token))
      .where('t.purpose', '=', purpose)
      .where('t.used_at', 'is', null)
      .where('t.expires_at', '>', now)
      .where('p.state', 'in', ['invited', 'active'])
      .executeTakeFirst()
    return row ?? null
  })

/** Spends the link, sets the password, opens an invited account, ends all sessions and access tokens: all of it or nothing. @returns false when the link does not work any more */
export const setPasswordByToken = (
  store: Store,
  agency: string,
  { token, purpose, now, passwordHash }: Asked & { passwordHash: string },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const spent = await db
      .updateTable('account_token')
      .set({ used_at: now })
      .where('agency', '=', agency)
      .where('token_hash', '=', hashToken(token))
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('person')
      .executeTakeFirst()
    if (!spent) return false
    const opened = await db
      .updateTable('person')
      .set({ password_hash: passwordHash, state: 'active' })
      .where('agency', '=', agency)
      .where('person', '=', spent.person)
      .where('state', 'in', purpose === 'invitation' ? ['invited'] : ['active'])
      .returning('person')
      .executeTakeFirst()
    if (!opened) return false
    await spendTokens(db, agency, spent.person, now)
    await revokeTokensOf(db, agency, spent.person, now)
    await endSessionsOf(db, agency, { person: spent.person, now })
    return true
  })
