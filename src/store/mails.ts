// Outgoing mail: written down and queued in the transaction of what it tells about.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { type MailPage, mailPageSchema } from '../core/notice/mail-page.ts'
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
  /** Who reads it, and the group of occasions that they may switch off. */
  person?: string
  topic?: string
  /** The subject under which all mails of one dossier leave. */
  thread?: string
  /** Its parts, for the HTML. */
  page?: MailPage
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
export const queueMail = async (db: Reading, mail: NewMail): Promise<boolean> =>
  (await queueMails(db, mail.agency, [mail])).length > 0

/** Several at once. @returns those that were written */
export const queueMails = async (db: Reading, agency: string, mails: readonly NewMail[]): Promise<string[]> => {
  if (mails.length === 0) return []
  const written = await db
    .insertInto('mail')
    .values(mails.map(rowOf))
    .onConflict((conflict) => conflict.columns(['agency', 'once']).doNothing())
    .returning('mail')
    .execute()
  const names = written.map(({ mail }) => mail)
  await queueSending(db, agency, names)
  return names
}

const rowOf = (mail: NewMail) => ({
  agency: mail.agency,
  mail: mail.mail,
  once: mail.once,
  dossier: mail.dossier ?? null,
  to_address: typeof mail.to === 'string' ? mail.to : REPORTER,
  to_reporter: typeof mail.to !== 'string',
  subject: mail.subject,
  body: mail.body,
  state: 'waiting' as const,
  made_at: mail.now,
  person: mail.person ?? null,
  topic: mail.topic ?? null,
  thread: mail.thread ?? null,
  page: mail.page ? JSON.stringify(mail.page) : null,
})

const queueSending = (db: Reading, agency: string, mails: readonly string[]) =>
  sql`select queue_job('send-mail', json_build_object('agency', ${agency}::text, 'mail', mail), 'mail:' || mail)
    from unnest(${[...mails]}::text[]) as mail`.execute(db)

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
    if (waiting) await queueSending(db, agency, [mail])
    return waiting !== undefined
  })

type Waiting = Pick<NewMail, 'to' | 'subject' | 'body'> & {
  dossier: string | null
  person: string | null
  topic: string | null
  thread: string | null
  page: MailPage | null
  /** The mail before it to the same reader about the same dossier. */
  after: string | null
}

/** Stands in the book in place of an address that nobody is to see. */
export const REPORTER = '(pelapor / reporter)'

/** @returns null when it has left already, or has failed for good */
export const mailToSend = (store: Store, agency: string, mail: string): Promise<Waiting | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('mail as m')
      .select(['m.to_address', 'm.to_reporter', 'm.dossier', 'm.subject', 'm.body'])
      .select(['m.person', 'm.topic', 'm.thread', 'm.page'])
      .select((one) =>
        one
          .selectFrom('mail as b')
          .select('b.mail')
          .whereRef('b.agency', '=', 'm.agency')
          .whereRef('b.dossier', '=', 'm.dossier')
          .whereRef('b.to_address', '=', 'm.to_address')
          .whereRef('b.made_at', '<', 'm.made_at')
          .where('b.thread', 'is not', null)
          .orderBy('b.made_at', 'desc')
          .limit(1)
          .as('after'),
      )
      .where('m.agency', '=', agency)
      .where('m.mail', '=', mail)
      .where('m.state', '=', 'waiting')
      .executeTakeFirst()
    if (!row) return null
    const { subject, body, dossier, person, topic, thread, after } = row
    const to = row.to_reporter && dossier ? { reporterOf: dossier } : row.to_address
    const page = row.page === null ? null : mailPageSchema.parse(row.page)
    return { to, subject, body, dossier, person, topic, thread, page, after }
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
