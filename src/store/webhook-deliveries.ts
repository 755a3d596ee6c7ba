// Deliveries to programs outside: what is due, what came of it, and once more by hand.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Tells } from '../core/webhook/kinds.ts'
import type { Reading, Store } from './connect.ts'

export type DeliveryKey = { webhook: string; dossier: string; seq: number }

export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'withheld'

export type Delivery = DeliveryKey & {
  number: string
  type: string
  state: DeliveryState
  attempts: number
  status: number | null
  reason: Sentence | null
  madeAt: Instant
  nextAt: Instant | null
  lastAt: Instant | null
}

/** The newest first. @param state only these */
export const listDeliveries = (
  store: Store,
  agency: string,
  { webhook, state, limit }: { webhook: string; state?: DeliveryState | undefined; limit: number },
): Promise<Delivery[]> =>
  store.inAgency(agency, async (db) => {
    let wanted = db
      .selectFrom('webhook_delivery as e')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'e.agency').onRef('d.dossier', '=', 'e.dossier'))
      .select([
        'e.webhook',
        'e.dossier',
        'e.seq',
        'e.type',
        'e.state',
        'e.attempts',
        'e.status',
        'e.reason',
        'd.number',
      ])
      .select(['e.made_at as madeAt', 'e.next_at as nextAt', 'e.last_at as lastAt'])
      .where('e.agency', '=', agency)
      .where('e.webhook', '=', webhook)
      .orderBy('e.made_at', 'desc')
      .orderBy('e.dossier')
      .orderBy('e.seq', 'desc')
      .limit(limit)
    if (state !== undefined) wanted = wanted.where('e.state', '=', state)
    const rows = await wanted.execute()
    return rows.map((row) => ({ ...row, state: row.state as DeliveryState, reason: row.reason as Sentence | null }))
  })

export type OpenDelivery = {
  url: string
  tells: Tells[]
  attempts: number
  /** Sealed; the newest first. */
  secrets: Uint8Array[]
}

/** Null when it does not wait any more, or its program is off or has ended. */
export const openDelivery = (
  store: Store,
  agency: string,
  { webhook, dossier, seq, now }: DeliveryKey & { now: Instant },
): Promise<OpenDelivery | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('webhook_delivery as e')
      .innerJoin('webhook as w', (join) => join.onRef('w.agency', '=', 'e.agency').onRef('w.webhook', '=', 'e.webhook'))
      .select(['w.url', 'w.tells', 'w.secret', 'w.former_secret', 'w.former_until', 'e.attempts'])
      .where('e.agency', '=', agency)
      .where('e.webhook', '=', webhook)
      .where('e.dossier', '=', dossier)
      .where('e.seq', '=', seq)
      .where('e.state', '=', 'waiting')
      .where('w.state', '=', 'on')
      .executeTakeFirst()
    if (!row) return null
    const former = row.former_secret && row.former_until && row.former_until > now ? [row.former_secret] : []
    return { url: row.url, tells: row.tells as Tells[], attempts: row.attempts, secrets: [row.secret, ...former] }
  })

type Attempt = DeliveryKey & { now: Instant; status: number | null }

export const keepDelivered = (store: Store, agency: string, attempt: Attempt): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await keep(db, agency, attempt, { state: 'delivered', reason: null, next_at: null })
    await db
      .updateTable('webhook')
      .set({ failures: 0, failing_since: null })
      .where('agency', '=', agency)
      .where('webhook', '=', attempt.webhook)
      .where('failures', '>', 0)
      .execute()
  })

/** Above its grade nobody outside hears of a dossier. */
export const keepWithheld = (store: Store, agency: string, key: DeliveryKey): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('webhook_delivery')
      .set({ state: 'withheld', next_at: null })
      .where('agency', '=', agency)
      .where('webhook', '=', key.webhook)
      .where('dossier', '=', key.dossier)
      .where('seq', '=', key.seq)
      .execute()
  })

export type FailedAttempt = Attempt & { reason: Sentence; nextAt: Instant | null }

/** Tried again at its moment, or given up where there is none. @returns how often the program has failed in a row, since when */
export const keepFailed = (
  store: Store,
  agency: string,
  { reason, nextAt, ...attempt }: FailedAttempt,
): Promise<{ failures: number; failingSince: Instant }> =>
  store.inAgency(agency, async (db) => {
    await keep(db, agency, attempt, {
      state: nextAt ? 'waiting' : 'failed',
      reason: JSON.stringify(reason),
      next_at: nextAt,
    })
    const { webhook, dossier, seq, now } = attempt
    if (nextAt) {
      const payload = JSON.stringify({ agency, webhook, dossier, seq })
      await sql`select queue_job_at('deliver-webhook', ${payload}::json, ${`webhook:${webhook}:${dossier}:${seq}`}, ${nextAt}::timestamptz)`.execute(
        db,
      )
    }
    const row = await db
      .updateTable('webhook')
      .set((be) => ({
        failures: be('failures', '+', 1),
        failing_since: sql`coalesce(failing_since, ${now}::timestamptz)`,
      }))
      .where('agency', '=', agency)
      .where('webhook', '=', webhook)
      .returning(['failures', 'failing_since'])
      .executeTakeFirstOrThrow()
    return { failures: row.failures, failingSince: row.failing_since ?? now }
  })

/** What is to be told waits until somebody switches it on. */
export const switchOff = (store: Store, agency: string, { webhook, now }: { webhook: string; now: Instant }) =>
  store.inAgency(agency, async (db) => {
    await db
      .updateTable('webhook')
      .set({ state: 'off', changed_at: now })
      .where('agency', '=', agency)
      .where('webhook', '=', webhook)
      .where('state', '=', 'on')
      .execute()
  })

/** By hand, from the first attempt. @returns false when there is no such delivery, or its program is not on */
export const deliverAgain = (store: Store, agency: string, key: DeliveryKey & { now: Instant }): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { webhook, dossier, seq, now } = key
    const done = await db
      .updateTable('webhook_delivery as e')
      .set({ state: 'waiting', attempts: 0, next_at: now })
      .where('e.agency', '=', agency)
      .where('e.webhook', '=', webhook)
      .where('e.dossier', '=', dossier)
      .where('e.seq', '=', seq)
      .where('e.state', '<>', 'withheld')
      .where(
        sql<boolean>`exists (select from webhook w where w.agency = e.agency and w.webhook = e.webhook and w.state = 'on')`,
      )
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return false
    await sql`select queue_delivery(${agency}, ${webhook}, ${dossier}, ${seq})`.execute(db)
    return true
  })

type Outcome = { state: DeliveryState; reason: string | null; next_at: Instant | null }

const keep = (db: Reading, agency: string, { webhook, dossier, seq, now, status }: Attempt, outcome: Outcome) =>
  db
    .updateTable('webhook_delivery')
    .set((be) => ({ ...outcome, status, attempts: be('attempts', '+', 1), last_at: now }))
    .where('agency', '=', agency)
    .where('webhook', '=', webhook)
    .where('dossier', '=', dossier)
    .where('seq', '=', seq)
    .execute()
