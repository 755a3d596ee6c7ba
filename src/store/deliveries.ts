// Who was told what about a dossier, when and by which way, and what became of it.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reader } from '../core/notice/moment.ts'
import { OCCASIONS, type Occasion } from '../core/notice/occasions.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'

export type Told = {
  notice: string
  occasion: Occasion
  reader: Reader
  /** The name of a person; null for who has no account. */
  name: string | null
  recipient: string
  at: Instant
  readAt: Instant | null
  channel: 'in-app' | 'email'
  /** Of a mail what its row says; `delivered` is there in the application. */
  state: 'delivered' | 'held' | 'skipped' | 'waiting' | 'sent' | 'failed'
  dueAt: Instant | null
  sentAt: Instant | null
  reason: Sentence | null
  mail: string | null
}

/** The newest first, at most so many. */
export const toldOf = (store: Store, agency: string, dossier: string, limit: number): Promise<Told[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<Omit<Told, 'occasion'> & { occasion: string }>`
      select n.notice, n.occasion, n.reader, p.name, n.recipient, n.at, n.read_at as "readAt", d.channel,
        case when d.state <> 'passed-on' then d.state when d.channel = 'in-app' then 'delivered' else m.state end as state,
        d.due_at as "dueAt", m.sent_at as "sentAt", coalesce(d.reason, m.reason) as reason, d.mail
      from notice n
      join delivery d on d.agency = n.agency and d.notice = n.notice
      left join person p on p.agency = n.agency and p.person = n.person
      left join mail m on m.agency = d.agency and m.mail = d.mail
      where n.agency = ${agency} and n.dossier = ${dossier}::uuid
      order by n.seq desc, p.name, n.notice, d.channel limit ${limit}`.execute(db)
    return found.rows.flatMap((row) => {
      const occasion = OCCASIONS.find((known) => known === row.occasion)
      return occasion ? [{ ...row, occasion }] : []
    })
  })

/** Whether this mail is one by which somebody was told of this dossier. */
export const isMailOf = (store: Store, agency: string, dossier: string, mail: string): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('delivery as d')
      .innerJoin('notice as n', (join) => join.onRef('n.agency', '=', 'd.agency').onRef('n.notice', '=', 'd.notice'))
      .select('d.mail')
      .where('d.agency', '=', agency)
      .where('d.mail', '=', mail)
      .where('n.dossier', '=', dossier)
      .executeTakeFirst()
    return row !== undefined
  })
