// The book of outgoing mail, as the outbox page shows it.
import type { Instant } from '../core/clock/instant.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'
import { carriesLink } from './mails.ts'

export type OutboxMail = {
  mail: string
  to: string
  subject: string
  body: string
  state: string
  reason: Sentence | null
  madeAt: Instant
  /** Its text opens an account: for nobody's eyes but the reader's, outside the demo. */
  holdsLink: boolean
}

/** The newest first. */
export const outbox = (store: Store, agency: string, limit: number): Promise<OutboxMail[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('mail')
      .selectAll()
      .where('agency', '=', agency)
      .orderBy('made_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      mail: row.mail,
      to: row.to_address,
      subject: row.subject,
      body: row.body,
      state: row.state,
      reason: row.reason as Sentence | null,
      madeAt: row.made_at,
      holdsLink: carriesLink(row.once),
    }))
  })
