// Who has an account: for signing in, and for the administrator's list.
import type { Instant } from '../core/clock/instant.ts'
import type { Capacity } from '../core/person/mandate.ts'
import type { Reading, Store } from './connect.ts'

export type PersonState = 'invited' | 'awaiting-approval' | 'active' | 'closed'

export type MandateRow = {
  mandate: string
  post: string
  title: string
  capacity: Capacity
  fromOn: string
  toOn: string | null
  decree: string | null
}

export type Account = {
  person: string
  name: string
  email: string
  phone: string
  /** As printed under their name on letters. */
  rank: string
  nip: string
  language: 'id' | 'en'
  isAdministrator: boolean
  state: PersonState
  createdAt: Instant
  mandates: MandateRow[]
  clients: MembershipRow[]
}

export type MembershipRow = { client: string; name: string; jobTitle: string; company: MemberCompany | null }

/** Of a company that registered itself. `isNew`: the office has not admitted it. `typed` by this person, when registering. */
export type MemberCompany = {
  nib: string
  isNew: boolean
  address: string
  typed: { name: string; address: string } | null
}

/** Everybody with an account, by name. */
export const listAccounts = (store: Store, agency: string): Promise<Account[]> =>
  store.inAgency(agency, async (db) => readAccounts(db, agency))

/** @returns null when this agency has no such person */
export const readAccount = async (store: Store, agency: string, person: string): Promise<Account | null> => {
  if (!UUID.test(person)) return null
  const [found] = await store.inAgency(agency, (db) => readAccounts(db, agency, person))
  return found ?? null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readAccounts = async (db: Reading, agency: string, only?: string): Promise<Account[]> => {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('agency', '=', agency)
    .$if(only !== undefined, (query) => query.where('person', '=', only ?? ''))
    .orderBy('name')
    .execute()
  const mandates = await readMandates(db, agency, only)
  const clients = await readMemberships(db, agency, only)
  return rows.map((row) => ({
    person: row.person,
    name: row.name,
    email: row.email,
    phone: row.phone,
    rank: row.rank,
    nip: row.nip,
    language: row.language,
    isAdministrator: row.is_administrator,
    state: row.state,
    createdAt: row.created_at,
    mandates: mandates.filter((one) => one.person === row.person),
    clients: clients.flatMap(({ person, ...one }) => (person === row.person ? [one] : [])),
  }))
}

const readMandates = (db: Reading, agency: string, only?: string) =>
  db
    .selectFrom('mandate as m')
    .innerJoin('post as t', (join) => join.onRef('t.agency', '=', 'm.agency').onRef('t.post', '=', 'm.post'))
    .select([
      'm.person',
      'm.mandate',
      'm.post',
      't.title',
      'm.capacity',
      'm.from_on as fromOn',
      'm.to_on as toOn',
      'm.decree',
    ])
    .where('m.agency', '=', agency)
    .$if(only !== undefined, (query) => query.where('m.person', '=', only ?? ''))
    .orderBy('t.sort_order')
    .orderBy('m.from_on')
    .execute()

const readMemberships = async (
  db: Reading,
  agency: string,
  only?: string,
): Promise<(MembershipRow & { person: string })[]> => {
  const rows = await db
    .selectFrom('membership as b')
    .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'b.agency').onRef('c.client', '=', 'b.client'))
    .select([
      'b.person',
      'b.client',
      'c.name',
      'b.job_title',
      'c.nib',
      'c.is_approved',
      'c.address',
      'b.company_name',
      'b.company_address',
    ])
    .where('b.agency', '=', agency)
    .$if(only !== undefined, (query) => query.where('b.person', '=', only ?? ''))
    .orderBy('c.name')
    .execute()
  return rows.map(membershipOf)
}

type JoinedRow = {
  person: string
  client: string
  name: string
  job_title: string
  nib: string | null
  is_approved: boolean
  address: string
  company_name: string | null
  company_address: string | null
}

/** A company that is not admitted is called as this person called it: another may have named the same NIB before. */
const membershipOf = (row: JoinedRow): MembershipRow & { person: string } => {
  const { person, client, job_title, nib, is_approved, company_name, company_address } = row
  const typed = company_name === null ? null : { name: company_name, address: company_address ?? '' }
  const { name, address } = is_approved ? row : (typed ?? row)
  const company = nib === null ? null : { nib, isNew: !is_approved, address, typed }
  return { person, client, name, jobTitle: job_title, company }
}

export type Credentials = { person: string; passwordHash: string | null; language: 'id' | 'en' }

/** Of an open account; a mail address is the same however its letters are typed. */
export const credentialsOfMail = (store: Store, agency: string, email: string): Promise<Credentials | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('person')
      .select(['person', 'password_hash', 'language'])
      .where('agency', '=', agency)
      .where((test) => test(test.fn('lower', ['email']), '=', email.toLowerCase()))
      .where('state', '=', 'active')
      .executeTakeFirst()
    return row ? { person: row.person, passwordHash: row.password_hash, language: row.language } : null
  })

export const passwordHashOf = (store: Store, agency: string, person: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('person')
      .select('password_hash')
      .where('agency', '=', agency)
      .where('person', '=', person)
      .executeTakeFirst()
    return row?.password_hash ?? null
  })

/** Looks at the database too, not only at how the process was started: no other database lets anybody in by role. */
export const personOfDemoRole = (store: Store, agency: string, role: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('person')
      .select('person')
      .where('agency', '=', agency)
      .where('demo_role', '=', role)
      .where('state', '=', 'active')
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('installation').select('is_demo').where('is_demo', '=', true)),
      )
      .executeTakeFirst()
    return row?.person ?? null
  })

export type PostRow = { post: string; title: string }

export const listPosts = (store: Store, agency: string): Promise<PostRow[]> =>
  store.inAgency(agency, (db) =>
    db.selectFrom('post').select(['post', 'title']).where('agency', '=', agency).orderBy('sort_order').execute(),
  )
