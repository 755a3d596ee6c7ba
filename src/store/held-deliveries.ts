// Mails that were held back: whose time has come, and what becomes of each.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { type NoticeFacts, noticeFactsSchema } from '../core/notice/facts.ts'
import type { Choices, Reader } from '../core/notice/moment.ts'
import { OCCASIONS, type Occasion } from '../core/notice/occasions.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'
import { type NewMail, queueMails } from './mails.ts'

export type HeldDelivery = {
  delivery: string
  dossier: string
  trackingCode: string
  task: string | null
  seq: number
  occasion: Occasion
  reader: Reader
  facts: NoticeFacts
  at: Instant
  isRead: boolean
  isDone: boolean
  isSecret: boolean
}

export type Waiting = { person: string; email: string; language: 'id' | 'en'; isActive: boolean; choices: Choices }

/** What becomes of some: one mail for all of them, or none and why. */
export type Release = { deliveries: readonly string[] } & (
  | { mail: Omit<NewMail, 'agency' | 'now'> }
  | { skipped: Sentence }
)

/** People of whom something has waited long enough. */
export const peopleDue = (store: Store, agency: string, now: Instant): Promise<Waiting[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<Waiting>`
      select p.person, p.email, p.language, p.state = 'active' as "isActive",
        coalesce((select jsonb_object_agg(c.topic, c.mode) from notice_choice c
          where c.agency = p.agency and c.person = p.person), '{}') as choices
      from person p
      where p.agency = ${agency} and p.person in (
        select n.person from delivery d join notice n on n.agency = d.agency and n.notice = d.notice
        where d.agency = ${agency} and d.state = 'held' and d.due_at <= ${now}::timestamptz)
      order by p.person`.execute(db)
    return found.rows
  })

type Releasing = { person: string; now: Instant; decide: (held: HeldDelivery[]) => Release[] }

/** In one transaction: what another worker has in its hands is left to it, and a mail is written with the mark that it was. */
export const releaseHeld = (store: Store, agency: string, { person, now, decide }: Releasing): Promise<number> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<Row>`
      select d.delivery, n.dossier, o.tracking_code as "trackingCode", n.task, n.seq, n.occasion, n.reader, n.facts, n.at,
        n.read_at is not null as "isRead", t.closed_at is not null as "isDone", o.secrecy = 'rahasia' as "isSecret"
      from delivery d
      join notice n on n.agency = d.agency and n.notice = d.notice
      join dossier o on o.agency = n.agency and o.dossier = n.dossier
      left join task t on t.agency = n.agency and t.task = n.task
      where d.agency = ${agency} and d.state = 'held' and d.due_at <= ${now}::timestamptz and n.person = ${person}::uuid
      order by n.at, n.seq
      for update of d skip locked`.execute(db)
    const releases = decide(found.rows.flatMap(heldOf))
    for (const release of releases) {
      const mail = 'mail' in release ? release.mail : null
      if (mail) await queueMails(db, agency, [{ ...mail, agency, now }])
      await db
        .updateTable('delivery')
        .set({
          state: mail ? 'passed-on' : 'skipped',
          due_at: null,
          mail: mail?.mail ?? null,
          reason: 'skipped' in release ? JSON.stringify(release.skipped) : null,
          changed_at: now,
        })
        .where('agency', '=', agency)
        .where('delivery', 'in', [...release.deliveries])
        .execute()
    }
    return releases.length
  })

type Row = Omit<HeldDelivery, 'facts' | 'occasion' | 'isSecret'> & {
  facts: unknown
  occasion: string
  isSecret: boolean | null
}

const heldOf = (row: Row): HeldDelivery[] => {
  const occasion = OCCASIONS.find((known) => known === row.occasion)
  if (!occasion) return []
  return [{ ...row, occasion, facts: noticeFactsSchema.parse(row.facts), isSecret: row.isSecret ?? false }]
}
