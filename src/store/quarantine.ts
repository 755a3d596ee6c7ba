// The book of the quarantine: what was found in whose file, and what an administrator decided.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import { type NewMail, queueMail } from './mails.ts'

/** Where administrators decide: mails lead there, too. */
export const QUARANTINE_PATH = '/quarantine'

export type Quarantined = {
  quarantine: string
  file: string
  name: string
  bytes: number
  found: string
  /** Null for a paper that was looked into again. */
  sender: string | null
  foundAt: Instant
  state: 'held' | 'released' | 'destroyed'
  decidedAt: Instant | null
  decider: string | null
  reason: string | null
}

export type NewQuarantined = Pick<Quarantined, 'quarantine' | 'file' | 'name' | 'bytes' | 'found'> & {
  person: string | null
  now: Instant
  newId: () => string
  letterToAdministrator: LetterTo
}

type LetterTo = (language: string) => Pick<NewMail, 'subject' | 'body'>

/** @returns false when this file is held already */
export const holdFile = (
  store: Store,
  agency: string,
  { found, now, newId, letterToAdministrator, ...file }: NewQuarantined,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('quarantine')
      .values({ agency, ...file, signature: found, found_at: now })
      .onConflict((conflict) => conflict.columns(['agency', 'file']).where('state', '=', 'held').doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
    await mailAdministrators(db, agency, { about: 'quarantine', now, newId, letter: letterToAdministrator })
    return true
  })

/** `occasion`: what it is told once of, unless once a day. */
type Telling = { about: string; now: Instant; newId: () => string; letter: LetterTo; occasion?: string }

/** One mail a day, or on one occasion, about one thing, however often it is met. */
export const tellAdministrators = (store: Store, agency: string, telling: Telling): Promise<void> =>
  store.inAgency(agency, (db) => mailAdministrators(db, agency, telling))

const mailAdministrators = async (db: Reading, agency: string, { about, now, newId, letter, occasion }: Telling) => {
  const administrators = await db
    .selectFrom('person')
    .select(['person', 'email', 'language'])
    .where('agency', '=', agency)
    .where('is_administrator', '=', true)
    .where('state', '=', 'active')
    .execute()
  for (const one of administrators) {
    const once = `${about}:${occasion ?? now.slice(0, 10)}:${one.person}`
    await queueMail(db, { agency, mail: newId(), once, to: one.email, now, ...letter(one.language) })
  }
}

const MOST_SHOWN = 200

/** Those that wait for a decision first, then the newest. */
export const quarantineOf = (store: Store, agency: string, one?: string): Promise<Quarantined[]> =>
  store.inAgency(agency, async (db) => {
    let query = db
      .selectFrom('quarantine')
      .leftJoin('person as sender', (join) =>
        join.onRef('sender.agency', '=', 'quarantine.agency').onRef('sender.person', '=', 'quarantine.person'),
      )
      .leftJoin('person as decider', (join) =>
        join.onRef('decider.agency', '=', 'quarantine.agency').onRef('decider.person', '=', 'quarantine.decided_by'),
      )
      .select(['quarantine.quarantine', 'quarantine.file', 'quarantine.name', 'quarantine.bytes', 'quarantine.reason'])
      .select(['quarantine.signature as found', 'quarantine.state'])
      .select(['found_at as foundAt', 'decided_at as decidedAt', 'sender.name as sender', 'decider.name as decider'])
      .where('quarantine.agency', '=', agency)
    if (one !== undefined) query = query.where('quarantine.quarantine', '=', one)
    const rows = await query
      .orderBy((eb) => eb.case().when('quarantine.state', '=', 'held').then(0).else(1).end())
      .orderBy('found_at', 'desc')
      .limit(MOST_SHOWN)
      .execute()
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes), state: row.state as Quarantined['state'] }))
  })

export type QuarantineDecision = {
  quarantine: string
  state: 'released' | 'destroyed'
  person: string
  reason: string
  now: Instant
}

/** @returns false when somebody was quicker */
export const decideQuarantine = (
  store: Store,
  agency: string,
  { quarantine, state, person, reason, now }: QuarantineDecision,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('quarantine')
      .set({ state, reason, decided_by: person, decided_at: now })
      .where('agency', '=', agency)
      .where('quarantine', '=', quarantine)
      .where('state', '=', 'held')
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })
