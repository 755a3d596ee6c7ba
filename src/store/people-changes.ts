// What an administrator changes about accounts: inviting, closing, opening again, mandates; and what people change themselves.
import type { Day, Instant } from '../core/clock/instant.ts'
import { membershipKey } from '../core/organisation/apply.ts'
import type { Write } from '../core/organisation/change.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Service } from '../core/person/service.ts'
import { revokeTokensOf } from './access-tokens.ts'
import { insertToken, spendTokens } from './account-tokens.ts'
import { admitCompanies } from './company-registrations.ts'
import type { Reading, Store } from './connect.ts'
import { linkOccasion, queueMail } from './mails.ts'
import { type ChangedBy, journalWrite } from './organisation-journal.ts'
import { writeRow } from './organisation-rows.ts'
import { endSessionsOf } from './sessions.ts'

/** A mail with a one-time link, and the link's token. */
export type LinkMail = { mail: string; token: string; expiresAt: Instant; subject: string; body: string }

export type NewMandate = {
  mandate: string
  post: string
  capacity: Capacity
  fromOn: Day
  toOn?: Day | null
  decree: string
}

export type Invitation = {
  person: string
  name: string
  email: string
  language: 'id' | 'en'
  isAdministrator: boolean
  mandate: NewMandate | null
  membership: { client: string; jobTitle: string } | null
  link: LinkMail
  now: Instant
  /** The administrator; nobody in tests and on the command line. */
  by?: string
}

/** `repeated`: the same form sent twice; `known`: this mail address has an account. */
export type Invited = 'invited' | 'repeated' | 'known'

export const invitePerson = (store: Store, agency: string, invitation: Invitation): Promise<Invited> =>
  store.inAgency(agency, async (db) => {
    const { person, name, email, language, isAdministrator, now } = invitation
    const made = await db
      .insertInto('person')
      .values({
        agency,
        person,
        name,
        email,
        language,
        is_administrator: isAdministrator,
        state: 'invited',
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('person')
      .executeTakeFirst()
    if (!made) return isSame(db, agency, person, email)
    for (const write of firstRows(invitation)) {
      const by = { person: invitation.by ?? null, now }
      if (write.kind !== 'person') await writeRow({ db, agency, by }, write)
      await journalWrite(db, agency, write, { ...by, reason: null })
    }
    await sendLink(db, agency, { person, email, link: invitation.link, now })
    return 'invited'
  })

/** What the account begins with. */
const firstRows = ({ person, name, email, mandate, membership }: Invitation): Write[] => [
  { kind: 'person', key: person, before: null, after: { person, name, email, state: 'invited' } },
  ...(mandate
    ? [
        {
          kind: 'mandate',
          key: mandate.mandate,
          before: null,
          after: { ...mandate, person, toOn: mandate.toOn ?? null },
        } as const,
      ]
    : []),
  ...(membership
    ? [
        {
          kind: 'membership',
          key: membershipKey({ ...membership, person }),
          before: null,
          after: { ...membership, person },
        } as const,
      ]
    : []),
]

const isSame = async (db: Reading, agency: string, person: string, email: string): Promise<Invited> => {
  const row = await db
    .selectFrom('person')
    .select('email')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.email === email ? 'repeated' : 'known'
}

type Sending = { person: string; email: string; link: LinkMail; now: Instant }

/** Stands in the transaction that invites. */
export const sendLink = async (db: Reading, agency: string, { person, email, link, now }: Sending): Promise<void> => {
  await insertToken(db, agency, { token: link.token, person, purpose: 'invitation', now, expiresAt: link.expiresAt })
  await queueMail(db, {
    agency,
    mail: link.mail,
    once: linkOccasion(link.mail),
    to: email,
    subject: link.subject,
    body: link.body,
    now,
  })
}

type Again = { person: string; link: LinkMail; now: Instant }

/**
 * A new link for somebody who has not used theirs, or whose account had been closed; a company refused with them is
 * admitted with them.
 *
 * @returns false when neither
 */
export const inviteAgain = (store: Store, agency: string, { person, link, now }: Again): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .updateTable('person')
      .set({ state: 'invited', password_hash: null })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('state', 'in', ['invited', 'closed'])
      .returning('email')
      .executeTakeFirst()
    if (!row) return false
    await admitCompanies(db, agency, person)
    await sendLink(db, agency, { person, email: row.email, link, now })
    return true
  })

/** Ends sessions, links, access tokens and the mandates that run. @returns false when there was nothing to close */
export const closeAccount = (
  store: Store,
  agency: string,
  { person, now, today, by = null }: { person: string; now: Instant; today: Day; by?: string | null },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .updateTable('person')
      .set({ state: 'closed' })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('state', 'in', ['invited', 'active'])
      .returning('person')
      .executeTakeFirst()
    if (!row) return false
    await endSessionsOf(db, agency, { person, now })
    await spendTokens(db, agency, person, now)
    await revokeTokensOf(db, agency, person, now)
    await endTerms({ db, agency, by: { person: by, now } }, person, today)
    return true
  })

/** What has not begun ends on its first day. */
const endTerms = async (at: Ending, person: string, today: Day): Promise<void> => {
  const { db, agency } = at
  const running = await db
    .selectFrom('mandate')
    .select(['mandate', 'person', 'post', 'capacity', 'from_on as fromOn', 'to_on as toOn', 'decree'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where((test) => test.or([test('to_on', 'is', null), test('to_on', '>', today)]))
    .execute()
  for (const before of running) {
    const after = { ...before, toOn: before.fromOn > today ? before.fromOn : today }
    const write: Write = { kind: 'mandate', key: before.mandate, before, after }
    await writeRow(at, write)
    await journalWrite(db, agency, write, { ...at.by, reason: null })
  }
}

type Ending = { db: Reading; agency: string; by: ChangedBy }

type Profile = { person: string; name: string; phone: string; language: 'id' | 'en' }

export const saveProfile = (store: Store, agency: string, { person, name, phone, language }: Profile): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('person')
      .set({ name, phone, language })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .execute()
  })

/** @returns false when this agency has no such person */
export const saveService = (
  store: Store,
  agency: string,
  { person, rank, nip }: Service & { person: string },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .updateTable('person')
      .set({ rank, nip })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .returning('person')
      .executeTakeFirst()
    return row !== undefined
  })

type NewPassword = { person: string; passwordHash: string; now: Instant; keepSession: string }

/** Every other session of this person ends, every open link, and every access token: whoever knew the password may have made one. */
export const changePassword = (
  store: Store,
  agency: string,
  { person, passwordHash, now, keepSession }: NewPassword,
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .execute()
    await spendTokens(db, agency, person, now)
    await revokeTokensOf(db, agency, person, now)
    await endSessionsOf(db, agency, { person, now, keep: keepSession })
  })
