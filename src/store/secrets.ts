// Initial passwords on their way to the applicant: sealed, read once, then wiped.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

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

/** Takes the sealed bytes out and wipes them in the same moment: nobody reads them twice. */
export const openSecret = (
  store: Store,
  agency: string,
  { secret, dossier, person, now }: Opening,
): Promise<{ label: string; sealed: Uint8Array } | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('secret')
      .select(['label', 'sealed'])
      .where('agency', '=', agency)
      .where('secret', '=', secret)
      .where('dossier', '=', dossier)
      .where('opened_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row?.sealed) return null
    await db
      .updateTable('secret')
      .set({ sealed: null, opened_at: now, opened_by: person })
      .where('agency', '=', agency)
      .where('secret', '=', secret)
      .execute()
    return { label: row.label, sealed: row.sealed }
  })
