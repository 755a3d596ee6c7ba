// Programs that are told of events: what they asked for, their sealed secrets, and whether they still answer.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import { TELLS, type Tells, TOLD_EVENTS, type ToldEvent } from '../core/webhook/kinds.ts'
import type { Reading, Store } from './connect.ts'

/** Off: nobody answered for long, what is to be told waits. Ended: for good. */
export type WebhookState = 'on' | 'off' | 'ended'

export type WebhookWish = {
  label: string
  url: string
  events: ToldEvent[]
  /** Empty: all. */
  procedures: string[]
  tells: Tells[]
}

export type Webhook = WebhookWish & {
  webhook: string
  state: WebhookState
  failures: number
  failingSince: Instant | null
  formerUntil: Instant | null
  madeAt: Instant
  /** Deliveries that wait, and that were given up. */
  waiting: number
  failed: number
}

type Change = { webhook: string; now: Instant }

export const MOST_WEBHOOKS = 50

/** Those that ended go to the end. @param webhook only this one */
export const listWebhooks = (store: Store, agency: string, webhook?: string): Promise<Webhook[]> =>
  store.inAgency(agency, async (db) => {
    let wanted = db
      .selectFrom('webhook as w')
      .selectAll('w')
      .select(['waiting', 'failed'].map((state) => countOf(state).as(state as 'waiting' | 'failed')))
      .where('w.agency', '=', agency)
      .orderBy(sql`w.state = 'ended'`)
      .orderBy('w.made_at', 'desc')
    if (webhook !== undefined) wanted = wanted.where('w.webhook', '=', webhook)
    return (await wanted.execute()).map((row) => ({
      webhook: row.webhook,
      label: row.label,
      url: row.url,
      events: TOLD_EVENTS.filter((event) => row.events.includes(event)),
      procedures: row.procedures,
      tells: TELLS.filter((one) => row.tells.includes(one)),
      state: row.state as WebhookState,
      failures: row.failures,
      failingSince: row.failing_since,
      formerUntil: row.former_until,
      madeAt: row.made_at,
      waiting: row.waiting,
      failed: row.failed,
    }))
  })

const countOf = (state: string) =>
  sql<number>`(select count(*)::integer from webhook_delivery d where d.agency = w.agency and d.webhook = w.webhook and d.state = ${state})`

export type WebhookMade = 'made' | 'repeated' | 'too-many'

/** Sent again, the same webhook is there already. */
export const makeWebhook = (
  store: Store,
  agency: string,
  { webhook, wish, sealed, person, now }: Change & { wish: WebhookWish; sealed: Uint8Array; person: string },
): Promise<WebhookMade> =>
  store.inAgency(agency, async (db) => {
    const { count } = await db
      .selectFrom('webhook')
      .select(sql<number>`count(*)::integer`.as('count'))
      .where('agency', '=', agency)
      .where('state', '<>', 'ended')
      .executeTakeFirstOrThrow()
    if (count >= MOST_WEBHOOKS) return 'too-many'
    const made = await db
      .insertInto('webhook')
      .values({
        agency,
        webhook,
        ...wish,
        secret: Buffer.from(sealed),
        state: 'on',
        failures: 0,
        made_by: person,
        made_at: now,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.columns(['agency', 'webhook']).doNothing())
      .returning('webhook')
      .executeTakeFirst()
    return made === undefined ? 'repeated' : 'made'
  })

/** The one before signs beside it until its moment. @returns false when there is none, or it has ended */
export const rotateSecret = (
  store: Store,
  agency: string,
  { webhook, sealed, formerUntil, now }: Change & { sealed: Uint8Array; formerUntil: Instant },
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const done = await db
      .updateTable('webhook')
      .set((be) => ({
        former_secret: be.ref('secret'),
        former_until: formerUntil,
        secret: Buffer.from(sealed),
        changed_at: now,
      }))
      .where('agency', '=', agency)
      .where('webhook', '=', webhook)
      .where('state', '<>', 'ended')
      .executeTakeFirst()
    return done.numUpdatedRows > 0n
  })

/** What waited while it was off goes on its way. @returns false when it is not off */
export const switchOn = (store: Store, agency: string, { webhook, now }: Change): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const done = await db
      .updateTable('webhook')
      .set({ state: 'on', failures: 0, failing_since: null, changed_at: now })
      .where('agency', '=', agency)
      .where('webhook', '=', webhook)
      .where('state', '=', 'off')
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return false
    await sql`select queue_delivery(agency, webhook, dossier, seq) from webhook_delivery
      where agency = ${agency} and webhook = ${webhook} and state = 'waiting'`.execute(db)
    return true
  })

/** For good: nothing that waits is told any more. */
export const endWebhook = (store: Store, agency: string, { webhook, now }: Change): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const done = await db
      .updateTable('webhook')
      .set({ state: 'ended', former_secret: null, former_until: null, changed_at: now })
      .where('agency', '=', agency)
      .where('webhook', '=', webhook)
      .where('state', '<>', 'ended')
      .executeTakeFirst()
    if (done.numUpdatedRows > 0n) await withholdWaiting(db, agency, webhook)
    return done.numUpdatedRows > 0n
  })

const withholdWaiting = (db: Reading, agency: string, webhook: string) =>
  db
    .updateTable('webhook_delivery')
    .set({ state: 'withheld', next_at: null })
    .where('agency', '=', agency)
    .where('webhook', '=', webhook)
    .where('state', '=', 'waiting')
    .execute()
