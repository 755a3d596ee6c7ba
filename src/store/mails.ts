// Outgoing mail: written down and queued in the transaction of what it tells about.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading } from './connect.ts'

export type NewMail = {
  mail: string
  /** The occasion: a second mail of the same occasion is not written. */
  once: string
  to: string
  subject: string
  body: string
  dossier?: string
}

/** Occasions of mails that carry a one-time link to an account begin so. */
const LINK = 'link:'

/** Of a mail whose body opens an account: nobody but its reader may see it, and it is wiped when it has been sent. */
export const linkOccasion = (purpose: string, token: string): string => `${LINK}${purpose}:${token}`
export const carriesLink = (once: string): boolean => once.startsWith(LINK)

/**
 * Must stand in the transaction that makes the mail true.
 * The job `send-mail` with payload `{ agency, mail }` sends it.
 * @returns false when this occasion has had its mail
 */
export const queueMail = async (db: Reading, agency: string, now: Instant, { mail, once, to, subject, body, dossier }: NewMail): Promise<boolean> => {
  const written = await db
    .insertInto('mail')
    .values({ agency, mail, once, dossier: dossier ?? null, to_address: to, subject, body, state: 'waiting', made_at: now })
    .onConflict((conflict) => conflict.columns(['agency', 'once']).doNothing())
    .returning('mail')
    .executeTakeFirst()
  if (!written) return false
  await sql`select queue_job('send-mail', ${JSON.stringify({ agency, mail })}::json, ${`mail:${mail}`})`.execute(db)
  return true
}

/** What stays in the book after a mail has left or failed for good: never a link that opens an account. The demo shows its mails. */
export const bodyToKeep = ({ once, body }: { once: string; body: string }, isDemo: boolean): string =>
  carriesLink(once) && !isDemo ? '(Isi dihapus: memuat tautan sekali pakai. / Wiped: it carried a one-time link.)' : body
