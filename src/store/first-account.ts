// The account that is made on the command line, before there is anybody who could invite.
import type { Instant } from '../core/clock/instant.ts'
import { insertToken } from './account-tokens.ts'
import type { Store } from './connect.ts'

export type FirstAccount = {
  person: string
  name: string
  email: string
  isAdministrator: boolean
  token: string
  now: Instant
  expiresAt: Instant
}

/** `again`: invited before and not yet come; gets a new link. `known`: the account is in use or closed. */
export type Made = 'made' | 'again' | 'known' | 'no-agency'

export const makeFirstAccount = (store: Store, agency: string, account: FirstAccount): Promise<Made> =>
  store.inAgency(agency, async (db) => {
    const { person, name, email, isAdministrator, token, now, expiresAt } = account
    const office = await db.selectFrom('agency').select('agency').where('agency', '=', agency).executeTakeFirst()
    if (!office) return 'no-agency'
    const known = await db
      .selectFrom('person')
      .select(['person', 'state', 'is_administrator'])
      .where('agency', '=', agency)
      .where((test) => test(test.fn('lower', ['email']), '=', email.toLowerCase()))
      .executeTakeFirst()
    if (known && (known.state !== 'invited' || known.is_administrator !== isAdministrator)) return 'known'
    if (!known) {
      await db
        .insertInto('person')
        .values({ agency, person, name, email, is_administrator: isAdministrator, state: 'invited', created_at: now })
        .execute()
    }
    await insertToken(db, agency, { token, person: known?.person ?? person, purpose: 'invitation', now, expiresAt })
    return known ? 'again' : 'made'
  })
