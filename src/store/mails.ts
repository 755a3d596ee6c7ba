// Outgoing mail: written down and queued in the transaction of what it tells about.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Reading, Store } from './connect.ts'

export type NewMail = {
  agency: string
  mail: string
  /** The occasion: a second mail of the same occasion is not written. */
  once: string
  /** An address; or whoever reported this dossier without an account, whose address stands in its form alone. */
  to: string | { reporterOf: string }
  subject: string
  body: string
  dossier?: string
  now: Instant
}

/** Occasions of mails that carry a one-time link to an account begin so. */
const LINK = 'link:'

/** Of a mail whose body opens an account: only its reader may see it, and it is wiped when it has left. `one` tells it from others. */
export const linkOccasion = (one: string): string => `${LINK}${one}`
export const carriesLink = (once: string): boolean => once.startsWith(LINK)

/**
 * Must stand in the transaction that makes the mail true; the job `send-mail` sends it.
 * @returns false when this occasion has had its mail
 */
export const queueMail = async (
  db: Reading,
  { agency, mail, once, to, subject, body, dossier, now }: NewMail,
): Promise<boolean> => {
  const written = await db
    .insertInto('mail')
    .values({
      agency,
      mail,
      once,
      dossier: dossier ?? null,
      to_address: typeof to === 'string' ? to : REPORTER,
      to_reporter: typeof to !== 'string',
      subject,
      body,
      state: 'waiting',
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(['agency', 'once']).doNothing())
    .returning('mail')
    .executeTakeFirst()
  if (!written) return false
  await queueSending(db, agency, mail)
  return true
}

const queueSending = (db: Reading, agency: string, mail: string) =>
  sql`select queue_job('send-mail', ${JSON.stringify({ agency, mail })}::json, ${`mail:${mail}`})`.execute(db)

/** What could not be delivered goes out once more. @returns false when it is no such mail, or its text is gone */
export const sendMailAgain = (store: Store, agency: string, mail: string): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const waiting = await db
      .updateTable('mail')
      .set({ state: 'waiting' })
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .where('state', '=', 'failed')
      .where('body', '!=', HIDDEN_BODY)
      .returning('mail')
      .executeTakeFirst()
    if (waiting) await queueSending(db, agency, mail)
    return waiting !== undefined
  })

type Waiting = Pick<NewMail, 'to' | 'subject' | 'body'>

/** Stands in the book in place of an address that nobody is to see. */
export const REPORTER = '(pelapor / reporter)'

/** @returns null when it has left already, or has failed for good */
export const mailToSend = (store: Store, agency: string, mail: string): Promise<Waiting | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('mail')
      .select(['to_address', 'to_reporter', 'dossier', 'subject', 'body'])
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (!row) return null
    const { subject, body, dossier } = row
    return { to: row.to_reporter && dossier ? { reporterOf: dossier } : row.to_address, subject, body }
  })

type Mark = { mail: string; state: 'sent' | 'failed'; reason: Sentence | null; now: Instant; keepBody: boolean }

/** Unless the body is kept (the demo shows its mails), a link that opens an account does not stay in the book. */
export const markMail = (store: Store, agency: string, { mail, state, reason, now, keepBody }: Mark): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const body = keepBody
      ? sql<string>`body`
      : sql<string>`case when starts_with(once, ${LINK}) then ${HIDDEN_BODY} else body end`
    await db
      .updateTable('mail')
      .set({ state, reason: reason ? JSON.stringify(reason) : null, sent_at: state === 'sent' ? now : null, body })
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .execute()
  })

/** It goes on waiting; whoever looks into the book sees why. */
export const noteTrouble = (store: Store, agency: string, mail: string, reason: Sentence): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('mail')
      .set({ reason: JSON.stringify(reason) })
      .where('agency', '=', agency)
      .where('mail', '=', mail)
      .where('state', '=', 'waiting')
      .execute()
  })

/** Stands in place of a text that would open an account. */
export const HIDDEN_BODY = '(Isi tidak ditampilkan: memuat tautan sekali pakai. / Not shown: it holds a one-time link.)'
