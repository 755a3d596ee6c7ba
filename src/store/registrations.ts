// Accounts that people ask for themselves: registering, the administrator's answer, and forgotten passwords.
import type { Day, Instant } from '../core/clock/instant.ts'
import { insertToken } from './account-tokens.ts'
import { admitCompanies, enterCompany, type TypedCompany } from './company-registrations.ts'
import type { Reading, Store } from './connect.ts'
import { linkOccasion, queueMail } from './mails.ts'
import type { PersonState } from './people.ts'
import { type LinkMail, sendLink } from './people-changes.ts'

export type Letter = { subject: string; body: string }
export type Language = 'id' | 'en'

export type Registration = {
  person: string
  name: string
  email: string
  phone: string
  language: Language
  asksFor: { client: string } | { company: TypedCompany }
  jobTitle: string
  now: Instant
  today: Day
  newId: () => string
  /** To the owner of the address; `new` when nobody had it before. */
  letterTo: (state: 'new' | PersonState, language: Language) => Letter
  letterToAdministrator: (language: Language) => Letter
}

/** The owner of the address is told whatever happened; whoever typed it learns nothing. */
export const register = (store: Store, agency: string, registration: Registration): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const { person, name, email, phone, language, now } = registration
    const made = await db
      .insertInto('person')
      .values({ agency, person, name, email, phone, language, state: 'awaiting-approval', created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('person')
      .executeTakeFirst()
    if (!made) return tellOwner(db, agency, registration)
    await addMembership(db, agency, registration)
    const mail = { agency, mail: registration.newId(), once: received(person), to: email, now }
    await queueMail(db, { ...mail, ...registration.letterTo('new', language) })
    await tellAdministrators(db, agency, registration)
  })

const addMembership = async (
  db: Reading,
  agency: string,
  { person, asksFor, jobTitle, now }: Registration,
): Promise<void> => {
  const company = 'company' in asksFor ? asksFor.company : null
  const client = 'client' in asksFor ? asksFor.client : await enterCompany(db, agency, { ...asksFor.company, now })
  const typed = { company_name: company?.name ?? null, company_address: company?.address ?? null }
  await db
    .insertInto('membership')
    .values({ agency, person, client, job_title: jobTitle, ...typed })
    .execute()
}

const received = (person: string): string => `registration:${person}`

/** Once a day at most: a form must not be a way to flood somebody's mailbox. */
const tellOwner = async (
  db: Reading,
  agency: string,
  { email, now, today, newId, letterTo }: Registration,
): Promise<void> => {
  const known = await personOfMail(db, agency, email)
  if (!known) return
  const once =
    known.state === 'awaiting-approval' ? received(known.person) : `registered-again:${known.person}:${today}`
  await queueMail(db, { agency, mail: newId(), once, to: known.email, now, ...letterTo(known.state, known.language) })
}

const personOfMail = (db: Reading, agency: string, email: string) =>
  db
    .selectFrom('person')
    .select(['person', 'email', 'state', 'language'])
    .where('agency', '=', agency)
    .where((test) => test(test.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()

const tellAdministrators = async (
  db: Reading,
  agency: string,
  { person, now, newId, letterToAdministrator }: Registration,
): Promise<void> => {
  const administrators = await db
    .selectFrom('person')
    .select(['person', 'email', 'language'])
    .where('agency', '=', agency)
    .where('is_administrator', '=', true)
    .where('state', '=', 'active')
    .execute()
  for (const one of administrators) {
    const mail = { agency, mail: newId(), once: `registration-waits:${person}:${one.person}`, to: one.email, now }
    await queueMail(db, { ...mail, ...letterToAdministrator(one.language) })
  }
}

/** Admits the company too, where it is new. @returns false when somebody else has answered this registration already */
export const approveRegistration = (
  store: Store,
  agency: string,
  { person, link, now }: { person: string; link: LinkMail; now: Instant },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const email = await answer(db, agency, person, 'invited')
    if (email === null) return false
    await admitCompanies(db, agency, person)
    await sendLink(db, agency, { person, email, link, now })
    return true
  })

/** @returns false when somebody else has answered this registration already */
export const refuseRegistration = (
  store: Store,
  agency: string,
  { person, letter, mail, now }: { person: string; letter: Letter; mail: string; now: Instant },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const email = await answer(db, agency, person, 'closed')
    if (email !== null)
      await queueMail(db, { agency, mail, once: `registration-refused:${mail}`, to: email, now, ...letter })
    return email !== null
  })

const answer = async (
  db: Reading,
  agency: string,
  person: string,
  state: 'invited' | 'closed',
): Promise<string | null> => {
  const row = await db
    .updateTable('person')
    .set({ state })
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('state', '=', 'awaiting-approval')
    .returning('email')
    .executeTakeFirst()
  return row?.email ?? null
}

export type ResetRequest = {
  email: string
  token: string
  mail: string
  now: Instant
  expiresAt: { invitation: Instant; 'password-reset': Instant }
  /** Somebody invited who lost the link gets a new invitation; an open account a way to a new password. */
  letterTo: (purpose: 'invitation' | 'password-reset', language: Language) => Letter
}

/** Sends a link to the owner of an account that can have one; nothing happens for anybody else, and nobody is told which. */
export const requestReset = (
  store: Store,
  agency: string,
  { email, token, mail, now, expiresAt, letterTo }: ResetRequest,
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const known = await personOfMail(db, agency, email)
    if (known?.state !== 'active' && known?.state !== 'invited') return
    const purpose = known.state === 'active' ? 'password-reset' : 'invitation'
    await insertToken(db, agency, { token, person: known.person, purpose, now, expiresAt: expiresAt[purpose] })
    await queueMail(db, {
      agency,
      mail,
      once: linkOccasion(mail),
      to: known.email,
      now,
      ...letterTo(purpose, known.language),
    })
  })
