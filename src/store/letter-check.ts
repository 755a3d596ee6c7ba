// The letter behind a check code, for the public page that says whether a paper is genuine; and what the book says where there is none.
import { type RawBuilder, sql } from 'kysely'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type CheckedLetter = {
  dossier: string
  paper: string
  /** Of the bytes that were issued. */
  sha256: string
  letter: string | null
  number: string | null
  signedOn: Day | null
  /** The day on which it was withdrawn; null while it stands. */
  withdrawnOn: Day | null
  /** The letter that came in its place. */
  replacedBy: { number: string | null; checkCode: string | null } | null
}

export const letterOfCheckCode = (store: Store, agency: string, code: string): Promise<CheckedLetter | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('paper as p')
      .leftJoin('letter_withdrawal as w', (join) =>
        join.onRef('w.agency', '=', 'p.agency').onRef('w.paper', '=', 'p.paper'),
      )
      .leftJoin('paper as n', (join) => join.onRef('n.agency', '=', 'w.agency').onRef('n.paper', '=', 'w.replaced_by'))
      .select([
        'p.dossier',
        'p.paper',
        'p.sha256',
        'p.letter',
        'p.number',
        'p.signed_on as signedOn',
        'w.withdrawn_on as withdrawnOn',
      ])
      .select(['n.paper as newPaper', 'n.number as newNumber', 'n.check_code as newCode'])
      .where('p.agency', '=', agency)
      .where('p.check_code', '=', code)
      .executeTakeFirst()
    if (!row) return null
    const { newPaper, newNumber, newCode, ...letter } = row
    return { ...letter, replacedBy: newPaper === null ? null : { number: newNumber, checkCode: newCode } }
  })

/** A line of the book of outgoing letters, as far as the public is told of it. */
export type CheckedLine = {
  number: string
  state: 'reserved' | 'used' | 'void' | 'withdrawn'
  on: Day
  endedAt: Instant | null
  letter: string | null
  signatory: string
  /** Kept of the bytes that were issued, when their dossier was destroyed. */
  sha256: string | null
  destroyed: { record: string; at: Instant } | null
}

/** Of a number that has no letter among the papers: void, waiting for its signature, or of a dossier that was destroyed. */
export const lineOfCheckCode = (store: Store, agency: string, code: string): Promise<CheckedLine | null> =>
  lineWhere(store, agency, sql<boolean>`o.check_code = ${code}`)

/** Only of a number under which nothing was issued: a number alone proves no letter. */
export const lineWithoutLetter = (store: Store, agency: string, number: string): Promise<CheckedLine | null> =>
  lineWhere(
    store,
    agency,
    sql<boolean>`o.number = ${number} and o.state in ('reserved', 'void') and not exists (
      select from outgoing other where other.agency = o.agency and other.number = o.number and other.state in ('used', 'withdrawn'))`,
  )

const lineWhere = (store: Store, agency: string, condition: RawBuilder<boolean>): Promise<CheckedLine | null> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<Omit<CheckedLine, 'destroyed'> & { record: string | null; at: Instant | null }>`
      select o.number, o.state, o.on_day as "on", o.ended_at as "endedAt", o.letter, o.signatory, o.issued_sha256 as sha256,
        b.number as record, i.destroyed_at as at
      from outgoing o
      left join destruction_item i on i.agency = o.agency and i.dossier = o.dossier and i.state in ('emptied', 'destroyed')
      left join destruction b on b.agency = i.agency and b.destruction = i.destruction
      where o.agency = ${agency} and ${condition}
      order by o.numbered_at desc limit 1`.execute(db)
    const [found] = rows
    if (!found) return null
    const { record, at, ...line } = found
    return { ...line, destroyed: record === null || at === null ? null : { record, at } }
  })

/** The check code of a letter of ours that has these very bytes, also where its dossier was destroyed. */
export const codeOfLetterBytes = (store: Store, agency: string, sha256: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ code: string }>`
      select code from (
        select check_code as code, filed_at as at from paper
          where agency = ${agency} and sha256 = ${sha256} and check_code is not null
        union all
        select check_code, numbered_at from outgoing
          where agency = ${agency} and issued_sha256 = ${sha256} and check_code is not null
      ) found order by at limit 1`.execute(db)
    return rows[0]?.code ?? null
  })
