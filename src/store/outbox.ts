// The book of outgoing mail, as the outbox page shows it.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Actor } from '../core/person/may.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'
import { carriesLink, HIDDEN_BODY } from './mails.ts'
import { insideTo } from './visible-dossiers.ts'

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
  /** It could not be delivered, and its text is still there. */
  maySendAgain: boolean
  /** It tells of a dossier into which this reader may not look. */
  isClosed: boolean
}

/** The newest first. @param reader without posts looks into no dossier */
export const outbox = (
  store: Store,
  agency: string,
  limit: number,
  reader: Pick<Actor, 'posts'> = { posts: [] },
): Promise<OutboxMail[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('mail as m')
      .leftJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'm.agency').onRef('d.dossier', '=', 'm.dossier'))
      .selectAll('m')
      .select(sql<boolean>`m.dossier is not null and not ${insideTo(reader)}`.as('is_closed'))
      .where('m.agency', '=', agency)
      .orderBy('m.made_at', 'desc')
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
      maySendAgain: row.state === 'failed' && row.body !== HIDDEN_BODY,
      isClosed: row.is_closed,
    }))
  })
