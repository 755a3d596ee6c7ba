// Signs the people of the demo in as the sign-in page would, without the page: a bench of reads is none of passwords.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore } from '../../src/store/connect.ts'
import { beginSession } from '../../src/store/sessions.ts'

/** @returns the token of a fresh session by role */
export const signedIn = async (url: string, agency = 'demak'): Promise<(role: string) => string> => {
  const client = new pg.Client({ connectionString: url })
  const store = openStore(url, 'mipp_app', 1)
  await client.connect()
  try {
    const people = await client.query<{ person: string; role: string }>(
      'select person::text as person, demo_role as role from person where agency = $1 and demo_role is not null',
      [agency],
    )
    const tokens = new Map<string, string>()
    const now = new Date()
    const expiresAt = new Date(now.getTime() + 8 * 3_600_000).toISOString()
    for (const { person, role } of people.rows) {
      const token = randomBytes(32).toString('base64url')
      const csrf = randomBytes(32).toString('base64url')
      await beginSession(store, agency, { token, person, csrf, now: now.toISOString(), expiresAt })
      tokens.set(role, token)
    }
    return (role) => tokens.get(role) ?? ''
  } finally {
    await store.close()
    await client.end()
  }
}
