// Under which identity the provider of certificates knows a person: sealed here, opened only for a signature.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type KeptSigner = { person: string; sealed: Uint8Array; mark: string; hint: string; now: Instant }

/** @returns false when somebody else has this identity */
export const keepSigner = (
  store: Store,
  agency: string,
  { person, sealed, mark, hint, now }: KeptSigner,
): Promise<boolean> => {
  const kept = { sealed: Buffer.from(sealed), mark, hint, changed_at: now }
  return store
    .inAgency(agency, async (db) => {
      await db
        .insertInto('signer')
        .values({ agency, person, ...kept })
        .onConflict((on) => on.columns(['agency', 'person']).doUpdateSet(kept))
        .execute()
      return true
    })
    .catch((fault: { code?: string; constraint?: string }) => {
      if (fault.code === '23505' && fault.constraint === 'signer_mark') return false
      throw fault
    })
}

export const readSigner = (store: Store, agency: string, person: string) =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('signer')
      .select(['sealed', 'hint'])
      .where('agency', '=', agency)
      .where('person', '=', person)
      .executeTakeFirst()
    return row ?? null
  })

export const forgetSigner = (store: Store, agency: string, person: string): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db.deleteFrom('signer').where('agency', '=', agency).where('person', '=', person).execute()
  })
