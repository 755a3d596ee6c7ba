// Initial passwords on their way to the applicant: sealed, shown to one person, then wiped.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'

export type NewSecret = {
  secret: string
  dossier: string
  name: string
  label: string
  sealed: Uint8Array
  now: Instant
}
export type WaitingSecret = { secret: string; label: string; openedAt: Instant | null }

/** @returns the secret's id; the one already kept for this name when there is one */
export const keepSecret = (
  store: Store,
  agency: string,
  { secret, dossier, label, sealed, now }: NewSecret,
): Promise<string> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('secret')
      .values({ agency, secret, dossier, label, sealed: Buffer.from(sealed), made_at: now })
      .execute()
    return secret
  })

/** @param name the thing it opens, which ends the label */
export const secretOf = (store: Store, agency: string, dossier: string, name: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('secret')
      .select('secret')
      .where('agency', '=', agency)
      .where('dossier', '=', dossier)
      .where('label', 'like', `%@ ${name}`)
      .executeTakeFirst()
    return row?.secret ?? null
  })

export const secretsOf = (store: Store, agency: string, dossier: string): Promise<WaitingSecret[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('secret')
      .select(['secret', 'label', 'opened_at'])
      .where('agency', '=', agency)
      .where('dossier', '=', dossier)
      .orderBy('made_at')
      .execute()
    return rows.map((row) => ({ secret: row.secret, label: row.label, openedAt: row.opened_at }))
  })

type Opening = { secret: string; dossier: string; person: string; now: Instant }

/** A page that was lost, or a button pressed twice: the same person may look again so long. */
const AGAIN_MS = 60_000

/**
 * Shown to one person, and to them no longer than a minute; then the sealed bytes are wiped. Wiped in the moment of the
 * first press, a second press would answer with nothing, and nobody could bring the password back.
 */
export const openSecret = (
  store: Store,
  agency: string,
  { secret, dossier, person, now }: Opening,
): Promise<{ label: string; sealed: Uint8Array } | null> =>
  store.inAgency(agency, async (db) => {
    await wipe(db, agency, now)
    const row = await db
      .selectFrom('secret')
      .select(['label', 'sealed', 'opened_by'])
      .where('agency', '=', agency)
      .where('secret', '=', secret)
      .where('dossier', '=', dossier)
      .forUpdate()
      .executeTakeFirst()
    if (!row?.sealed || (row.opened_by !== null && row.opened_by !== person)) return null
    if (row.opened_by === null)
      await db
        .updateTable('secret')
        .set({ opened_at: now, opened_by: person })
        .where('agency', '=', agency)
        .where('secret', '=', secret)
        .execute()
    return { label: row.label, sealed: row.sealed }
  })

/** Also once a day, for those that nobody asks for again. */
export const wipeOpened = (store: Store, agency: string, now: Instant): Promise<void> =>
  store.inAgency(agency, (db) => wipe(db, agency, now))

const wipe = async (db: Reading, agency: string, now: Instant): Promise<void> => {
  await db
    .updateTable('secret')
    .set({ sealed: null })
    .where('agency', '=', agency)
    .where('sealed', 'is not', null)
    .where('opened_at', '<', new Date(Date.parse(now) - AGAIN_MS).toISOString())
    .execute()
}
