// One row of the organisation into its table; each stands in the transaction of the change.
import type { Instant } from '../core/clock/instant.ts'
import type { Write } from '../core/organisation/change.ts'
import type {
  ClientRow,
  MandateRow,
  MembershipRow,
  OfficePerson,
  PostRow,
  SubstituteRow,
  UnitRow,
} from '../core/organisation/organisation.ts'
import type { Reading } from './connect.ts'

export type Writing = { db: Reading; agency: string; by: { person: string | null; now: Instant } }

export const writeRow = async (at: Writing, write: Write): Promise<void> => {
  switch (write.kind) {
    case 'unit':
      return write.after ? putUnit(at, write.after) : undefined
    case 'post':
      return write.after ? putPost(at, write.after) : undefined
    case 'client':
      return write.after ? putClient(at, write.after) : undefined
    case 'person':
      return write.after ? addPerson(at, write.after) : undefined
    case 'mandate':
      return write.after ? putMandate(at, write.after) : dropMandate(at, write.key)
    case 'substitute':
      return write.after ? putSubstitute(at, write.after) : dropSubstitute(at, write.key)
    case 'membership':
      return write.after ? addMembership(at, write.after) : write.before ? dropMembership(at, write.before) : undefined
  }
}

const putUnit = async ({ db, agency }: Writing, row: UnitRow): Promise<void> => {
  const { unit, ...rest } = row
  await db
    .insertInto('unit')
    .values({ agency, unit, ...rest })
    .onConflict((conflict) => conflict.columns(['agency', 'unit']).doUpdateSet(rest))
    .execute()
}

/** A new one stands last. */
const putPost = async ({ db, agency }: Writing, row: PostRow): Promise<void> => {
  const { post, closedOn, duties, title, unit, superior, successor } = row
  const rest = { title, unit, superior, successor, duties: [...duties], closed_on: closedOn }
  await db
    .insertInto('post')
    .values((query) => ({
      agency,
      post,
      ...rest,
      sort_order: query
        .selectFrom('post')
        .select((one) => one.fn.coalesce(one(one.fn.max('sort_order'), '+', one.lit(1)), one.lit(0)).as('next'))
        .where('agency', '=', agency),
    }))
    .onConflict((conflict) => conflict.columns(['agency', 'post']).doUpdateSet(rest))
    .execute()
}

const putClient = async ({ db, agency, by }: Writing, row: ClientRow): Promise<void> => {
  const { client, name, head, address, kind, closedOn } = row
  const rest = { name, head_title: head, address, closed_on: closedOn }
  await db
    .insertInto('client')
    .values({ agency, client, kind, ...rest, created_at: by.now })
    .onConflict((conflict) => conflict.columns(['agency', 'client']).doUpdateSet(rest))
    .execute()
}

const addPerson = async ({ db, agency, by }: Writing, { person, name, email, state }: OfficePerson): Promise<void> => {
  await db.insertInto('person').values({ agency, person, name, email, state, created_at: by.now }).execute()
}

const putMandate = async ({ db, agency }: Writing, row: MandateRow): Promise<void> => {
  const { mandate, person, post, capacity, fromOn, toOn, decree } = row
  const rest = { post, capacity, from_on: fromOn, to_on: toOn, decree }
  await db
    .insertInto('mandate')
    .values({ agency, mandate, person, ...rest })
    .onConflict((conflict) => conflict.columns(['agency', 'mandate']).doUpdateSet(rest))
    .execute()
}

const dropMandate = async ({ db, agency }: Writing, mandate: string): Promise<void> => {
  await db.deleteFrom('mandate').where('agency', '=', agency).where('mandate', '=', mandate).execute()
}

const putSubstitute = async ({ db, agency, by }: Writing, row: SubstituteRow): Promise<void> => {
  const { substitute, post, absent, person, fromOn, toOn, procedures, decree } = row
  const made = { made_by: by.person, made_at: by.now }
  await db
    .insertInto('substitute')
    .values({
      agency,
      substitute,
      post,
      absent,
      person,
      from_on: fromOn,
      to_on: toOn,
      procedures: [...procedures],
      decree,
      ...made,
    })
    .onConflict((conflict) => conflict.columns(['agency', 'substitute']).doUpdateSet({ to_on: toOn, decree }))
    .execute()
}

const dropSubstitute = async ({ db, agency }: Writing, substitute: string): Promise<void> => {
  await db.deleteFrom('substitute').where('agency', '=', agency).where('substitute', '=', substitute).execute()
}

const addMembership = async ({ db, agency }: Writing, { person, client, jobTitle }: MembershipRow): Promise<void> => {
  await db.insertInto('membership').values({ agency, person, client, job_title: jobTitle }).execute()
}

const dropMembership = async ({ db, agency }: Writing, { person, client }: MembershipRow): Promise<void> => {
  await db
    .deleteFrom('membership')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('client', '=', client)
    .execute()
}
