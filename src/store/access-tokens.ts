// Personal access tokens: the program keeps the text, the database only its hash and its first characters.
import type { Instant } from '../core/clock/instant.ts'
import { hintOf, isTokenText, MOST_TOKENS } from '../core/person/access-token.ts'
import type { Scope } from '../core/person/scopes.ts'
import type { Reading, Store } from './connect.ts'
import { queueMail } from './mails.ts'
import { hashToken, type PersonFacts } from './sessions.ts'

export type AccessToken = {
  token: string
  person: string
  owner: string
  email: string
  name: string
  hint: string
  scopes: Scope[]
  createdAt: Instant
  expiresAt: Instant
  lastUsedAt: Instant | null
  revokedAt: Instant | null
}

export type NewAccessToken = {
  /** Its id, under which it is listed and revoked. */
  token: string
  /** Its secret, as `tokenText` of core/person makes it. */
  text: string
  person: string
  name: string
  scopes: readonly Scope[]
  now: Instant
  expiresAt: Instant
  /** Nobody gets a token behind their back: the owner is told by mail. */
  mail: string
  letter: (language: 'id' | 'en') => { subject: string; body: string }
}

/** `repeated`: this id was made before, perhaps by the same form sent again; its text is not known any more. */
export type TokenMade = 'made' | 'repeated' | 'too-many' | 'no-person'

export const createToken = (store: Store, agency: string, wanted: NewAccessToken): Promise<TokenMade> =>
  store.inAgency(agency, async (db) => {
    const { token, text, person, name, scopes, now, expiresAt, mail, letter } = wanted
    // Held, so that two at once cannot both be the last that is allowed.
    const owner = await db
      .selectFrom('person')
      .select(['email', 'language'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('state', '=', 'active')
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!owner) return 'no-person'
    if (await isKnown(db, agency, token)) return 'repeated'
    if ((await countValid(db, agency, person, now)) >= MOST_TOKENS) return 'too-many'
    await db
      .insertInto('access_token')
      .values({
        agency,
        token,
        person,
        name,
        token_hash: hashToken(text),
        hint: hintOf(text),
        scopes: [...scopes],
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    await queueMail(db, { agency, mail, once: `token:${token}`, to: owner.email, now, ...letter(owner.language) })
    return 'made'
  })

const isKnown = async (db: Reading, agency: string, token: string): Promise<boolean> => {
  const query = db.selectFrom('access_token').select('token').where('agency', '=', agency).where('token', '=', token)
  return (await query.executeTakeFirst()) !== undefined
}

const countValid = async (db: Reading, agency: string, person: string, now: Instant): Promise<number> => {
  const row = await db
    .selectFrom('access_token')
    .select((count) => count.fn.countAll<number>().as('valid'))
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return row.valid
}

/** The newest first; of one person, or of everybody in the agency. */
export const listTokens = (store: Store, agency: string, { person }: { person?: string }): Promise<AccessToken[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('access_token as a')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 'a.agency').onRef('p.person', '=', 'a.person'))
      .select(['a.token', 'a.person', 'p.name as owner', 'p.email', 'a.name', 'a.hint', 'a.scopes'])
      .select(['a.created_at', 'a.expires_at', 'a.last_used_at', 'a.revoked_at'])
      .where('a.agency', '=', agency)
      .$if(person !== undefined, (query) => query.where('a.person', '=', person ?? ''))
      .orderBy('a.created_at', 'desc')
      .orderBy('a.token')
      .execute()
    return rows.map((row) => ({
      token: row.token,
      person: row.person,
      owner: row.owner,
      email: row.email,
      name: row.name,
      hint: row.hint,
      scopes: row.scopes as Scope[],
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      revokedAt: row.revoked_at,
    }))
  })

/** `owner`: whose it must be; null where the operator of the server revokes anybody's. */
type Revoking = { token: string; owner: string | null; now: Instant }

/** @returns false when there is no such token, or it is revoked already */
export const revokeToken = async (store: Store, agency: string, { token, owner, now }: Revoking): Promise<boolean> => {
  if (!UUID.test(token)) return false
  return store.inAgency(agency, async (db) => {
    const row = await db
      .updateTable('access_token')
      .set({ revoked_at: now })
      .where('agency', '=', agency)
      .where('token', '=', token)
      .where('revoked_at', 'is', null)
      .$if(owner !== null, (query) => query.where('person', '=', owner))
      .returning('token')
      .executeTakeFirst()
    return row !== undefined
  })
}

/** Stands in the transaction that blocks somebody or changes their password. */
export const revokeTokensOf = async (db: Reading, agency: string, person: string, now: Instant): Promise<void> => {
  await db
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .execute()
}

/** `token` is its id; nothing it makes may outlive `expiresAt`. */
export type FoundToken = PersonFacts & { token: string; scopes: Scope[]; expiresAt: Instant }

/** For whom this text acts, or null: unknown, expired, revoked, or the account is not active. One round trip. */
export const findToken = async (
  { pool }: Store,
  agency: string,
  text: string,
  at: { now: Instant; today: string },
): Promise<FoundToken | null> => {
  if (!isTokenText(text)) return null
  const result = await pool.query<{ found: FoundToken | null }>({
    name: 'find_token',
    text: 'select find_token($1, $2, $3, $4) as found',
    values: [agency, hashToken(text), at.now, at.today],
  })
  return result.rows[0]?.found ?? null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
