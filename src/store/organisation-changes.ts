// Changes of the organisation: judged upon what the database holds at that moment, all of them or none, each journalled.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { withWrites } from '../core/organisation/apply.ts'
import type { Change, Facts, Write } from '../core/organisation/change.ts'
import { judge } from '../core/organisation/judge.ts'
import type { OfficePerson, Organisation } from '../core/organisation/organisation.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Reading, Store } from './connect.ts'
import { organisationIn } from './organisation.ts'
import { type ChangedBy, journalWrite } from './organisation-journal.ts'
import { writeRow } from './organisation-rows.ts'
import { type LinkMail, sendLink } from './people-changes.ts'
import { recountAfter } from './recount.ts'

export type OrganisationOrder = {
  by: ChangedBy
  reason: string | null
  facts: Omit<Facts, 'openWork'>
  /** What is to be done, upon the office as it is. */
  plan: (office: Organisation, facts: Facts) => readonly Change[]
  /** For accounts that are new; an order without it makes none. */
  linkFor?: (person: OfficePerson) => LinkMail
  /** The office that was looked at; another one is not changed. */
  expected?: string
}

export type OrganisationOutcome =
  | { ok: true; writes: readonly Write[]; warnings: readonly Sentence[] }
  | { ok: false; at: string; sentence: Sentence }
  /** It is not what was looked at any more. */
  | { ok: false; stale: true }

export const changeOrganisation = (
  store: Store,
  agency: string,
  order: OrganisationOrder,
): Promise<OrganisationOutcome> =>
  store.inAgency(agency, async (db): Promise<OrganisationOutcome> => {
    await holdOrganisation(db, agency)
    const office = await organisationIn(db, agency)
    if (order.expected !== undefined && order.expected !== fingerprintOf(office)) return { ok: false, stale: true }
    const facts: Facts = { ...order.facts, openWork: await openWorkIn(db, agency) }
    const judged = judgeAll(office, order.plan(office, facts), facts)
    if (!judged.ok) return judged
    for (const write of judged.writes) {
      await writeRow({ db, agency, by: order.by }, write)
      await journalWrite(db, agency, write, { ...order.by, reason: order.reason })
      await recountAfter(db, agency, write, { ...order.by, reason: order.reason })
      if (write.kind === 'person' && write.after && order.linkFor)
        await sendLink(db, agency, { ...write.after, link: order.linkFor(write.after), now: order.by.now })
    }
    return judged
  })

/** Each upon those before it. */
const judgeAll = (
  start: Organisation,
  changes: readonly Change[],
  facts: Facts,
): Exclude<OrganisationOutcome, { stale: true }> => {
  let office = start
  const [writes, warnings]: [Write[], Sentence[]] = [[], []]
  for (const change of changes) {
    const judged = judge(office, change, facts)
    if (!judged.ok) return judged
    office = withWrites(office, judged.writes)
    writes.push(...judged.writes)
    warnings.push(...judged.warnings)
  }
  return { ok: true, writes, warnings }
}

/** Until the end of the transaction nobody else changes the organisation. */
export const holdOrganisation = async (db: Reading, agency: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mipp organisation ${agency}`}, 0))`.execute(db)
}

export type LookedAt = { office: Organisation; facts: Facts; fingerprint: string }

/** The office and what the rules have to know of it, for planning what is to be agreed to first. */
export const lookAtOrganisation = (
  store: Store,
  agency: string,
  facts: OrganisationOrder['facts'],
): Promise<LookedAt> =>
  store.inAgency(agency, async (db) => {
    const office = await organisationIn(db, agency)
    return { office, facts: { ...facts, openWork: await openWorkIn(db, agency) }, fingerprint: fingerprintOf(office) }
  })

/** Of the office as somebody looked at it. */
export const fingerprintOf = (office: Organisation): string =>
  createHash('sha256').update(JSON.stringify(office)).digest('hex')

/** Open tasks that wait for one post alone: another post of the same step could do the others. */
const openWorkIn = async (db: Reading, agency: string): Promise<Facts['openWork']> => {
  const { rows } = await sql<{ post: string; count: number }>`
    select t.posts[1] as post, count(*)::int as count from task t
    where t.agency = ${agency} and t.closed_at is null and cardinality(t.posts) = 1 group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ post, count }) => [post, count]))
}
