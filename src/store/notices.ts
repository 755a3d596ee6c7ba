// Notices and their deliveries, written together with the mails that leave at once.
import type { Instant } from '../core/clock/instant.ts'
import type { NoticeFacts } from '../core/notice/facts.ts'
import type { Reader } from '../core/notice/moment.ts'
import type { Occasion } from '../core/notice/occasions.ts'
import type { NoticeChannel } from '../core/notice/routes.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'
import { type NewMail, queueMails } from './mails.ts'

export type NewDelivery = {
  delivery: string
  channel: NoticeChannel
  /** When it waits: until then. */
  dueAt: Instant | null
  /** Why it does not go at all. */
  skipped: Sentence | null
  mail: Omit<NewMail, 'agency' | 'now'> | null
}

export type NewNotice = {
  notice: string
  dossier: string
  seq: number
  occasion: Occasion
  reader: Reader
  /** A person, or who has no account: `contact`, `reporter`. */
  recipient: string
  person: string | null
  task: string | null
  facts: NoticeFacts
  isUrgent: boolean
  deliveries: NewDelivery[]
}

/**
 * Each recipient hears of an event once: whoever comes second, a repeated job or another worker, writes nothing.
 *
 * @returns persons who have something new
 */
export const writeNotices = (
  store: Store,
  agency: string,
  notices: readonly NewNotice[],
  now: Instant,
): Promise<string[]> =>
  store.inAgency(agency, async (db) => {
    if (notices.length === 0) return []
    const written = await db
      .insertInto('notice')
      .values(
        // Always in one order, so that two who write the same wait for each other and not in a circle.
        notices
          .toSorted((a, b) => a.seq - b.seq || a.recipient.localeCompare(b.recipient))
          .map(({ deliveries: _, facts, isUrgent, ...row }) => ({
            agency,
            ...row,
            facts: JSON.stringify(facts),
            is_urgent: isUrgent,
            at: now,
          })),
      )
      .onConflict((conflict) => conflict.constraint('notice_once').doNothing())
      .returning(['notice', 'person'])
      .execute()
    const fresh = notices.filter(({ notice }) => written.some((one) => one.notice === notice))
    if (fresh.length === 0) return []
    const deliveries = fresh.flatMap(({ notice, deliveries }) => deliveries.map((one) => ({ ...one, notice })))
    const mails = deliveries.flatMap(({ mail }) => (mail ? [{ ...mail, agency, now }] : []))
    await queueMails(db, agency, mails)
    if (deliveries.length > 0)
      await db
        .insertInto('delivery')
        .values(
          deliveries.map(({ delivery, notice, channel, dueAt, skipped, mail }) => ({
            agency,
            delivery,
            notice,
            channel,
            state: skipped ? 'skipped' : dueAt ? 'held' : 'passed-on',
            due_at: dueAt,
            mail: mail?.mail ?? null,
            reason: skipped ? JSON.stringify(skipped) : null,
            changed_at: now,
          })),
        )
        .execute()
    return fresh.flatMap(({ person }) => (person === null ? [] : [person]))
  })

/** Whoever acts on a dossier has seen what they were told of it. */
export const readBecauseActed = (
  store: Store,
  agency: string,
  { person, dossier, before, at }: { person: string; dossier: string; before: number; at: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('notice')
      .set({ read_at: at })
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('dossier', '=', dossier)
      .where('seq', '<=', before)
      .where('read_at', 'is', null)
      .execute()
  })
