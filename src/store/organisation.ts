// The organisation of an office as rows, for whoever changes it and for those who look at it as a whole.
import type { Duty, OfficePerson, Organisation, UnitKind } from '../core/organisation/organisation.ts'
import type { Reading, Store } from './connect.ts'

export const readOrganisation = (store: Store, agency: string): Promise<Organisation> =>
  store.inAgency(agency, (db) => organisationIn(db, agency))

/** In the order in which people expect it, and the same each time: its fingerprint is taken from this. */
export const organisationIn = async (db: Reading, agency: string): Promise<Organisation> => ({
  units: await unitsIn(db, agency),
  posts: await postsIn(db, agency),
  clients: await clientsIn(db, agency),
  people: await peopleIn(db, agency),
  mandates: await mandatesIn(db, agency),
  substitutes: await substitutesIn(db, agency),
  memberships: await membershipsIn(db, agency),
})

const unitsIn = async (db: Reading, agency: string): Promise<Organisation['units']> => {
  const rows = await db
    .selectFrom('unit')
    .select(['unit', 'name', 'kind', 'superior', 'calendar'])
    .where('agency', '=', agency)
    .orderBy('unit')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as UnitKind }))
}

const postsIn = async (db: Reading, agency: string): Promise<Organisation['posts']> => {
  const rows = await db
    .selectFrom('post')
    .select(['post', 'title', 'unit', 'superior', 'duties', 'closed_on as closedOn', 'successor'])
    .where('agency', '=', agency)
    .orderBy('sort_order')
    .orderBy('post')
    .execute()
  return rows.map(({ duties, ...row }) => ({ ...row, duties: duties as Duty[] }))
}

/** Agencies and companies; neither the public nor the office itself, and no company that waits for approval. */
const clientsIn = async (db: Reading, agency: string): Promise<Organisation['clients']> => {
  const rows = await db
    .selectFrom('client')
    .select(['client', 'name', 'head_title as head', 'address', 'kind', 'closed_on as closedOn'])
    .where('agency', '=', agency)
    .where('kind', 'in', ['agency', 'company'])
    .where('is_approved', '=', true)
    .orderBy('name')
    .orderBy('client')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind === 'company' ? kind : 'agency' }))
}

const peopleIn = (db: Reading, agency: string): Promise<OfficePerson[]> =>
  db
    .selectFrom('person')
    .select(['person', 'name', 'email', 'state'])
    .where('agency', '=', agency)
    .orderBy('name')
    .orderBy('person')
    .execute()

const mandatesIn = (db: Reading, agency: string) =>
  db
    .selectFrom('mandate')
    .select(['mandate', 'person', 'post', 'capacity', 'from_on as fromOn', 'to_on as toOn', 'decree'])
    .where('agency', '=', agency)
    .orderBy('from_on')
    .orderBy('mandate')
    .execute()

const substitutesIn = (db: Reading, agency: string) =>
  db
    .selectFrom('substitute')
    .select(['substitute', 'post', 'absent', 'person', 'from_on as fromOn', 'to_on as toOn', 'procedures', 'decree'])
    .where('agency', '=', agency)
    .orderBy('from_on')
    .orderBy('substitute')
    .execute()

const membershipsIn = (db: Reading, agency: string) =>
  db
    .selectFrom('membership')
    .select(['person', 'client', 'job_title as jobTitle'])
    .where('agency', '=', agency)
    .orderBy('person')
    .orderBy('client')
    .execute()
