// The book of outgoing mail, as the sending job and the outbox page read and mark it.
import type { Instant } from '../core/clock/instant.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'
import { bodyToKeep } from './mails.ts'

export type MailToSend = { once: string; to: string; subject: string; body: string }

/** Null when it was sent already, or never written. */
export const mailToSend = (store: Store, agency: string, mail: string): Promise<MailToSend | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('mail')
      .select(['once', 'to_address', 'subject', 'body'])
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return row ? { once: row.once, to: row.to_address, subject: row.subject, body: row.body } : null
  })

export type MailMark = { mail: string; state: 'sent' | 'failed'; reason: Sentence | null; now: Instant; isDemo: boolean }

export const markMail = (store: Store, agency: string, { once, body }: MailToSend, { mail, state, reason, now, isDemo }: MailMark): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('mail')
      .set({ state, reason: reason ? JSON.stringify(reason) : null, sent_at: state === 'sent' ? now : null, body: bodyToKeep({ once, body }, isDemo) })
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .execute()
  })

export type OutboxMail = { mail: string; to: string; subject: string; body: string; state: string; reason: Sentence | null; madeAt: Instant }

/** The newest first. */
export const outbox = (store: Store, agency: string, limit: number): Promise<OutboxMail[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db.selectFrom('mail').selectAll().where('agency', '=', agency).orderBy('made_at', 'desc').limit(limit).execute()
    return rows.map((row) => ({
      mail: row.mail,
      to: row.to_address,
      subject: row.subject,
      body: row.body,
      state: row.state,
      reason: row.reason as Sentence | null,
      madeAt: row.made_at,
    }))
  })
