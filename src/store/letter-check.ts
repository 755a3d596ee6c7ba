// The letter behind a check code, for the public page that says whether a paper is genuine.
import type { Day } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type CheckedLetter = {
  dossier: string
  paper: string
  letter: string | null
  number: string | null
  signedOn: Day | null
}

export const letterOfCheckCode = (store: Store, agency: string, code: string): Promise<CheckedLetter | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('paper')
      .select(['dossier', 'paper', 'letter', 'number', 'signed_on as signedOn'])
      .where('agency', '=', agency)
      .where('check_code', '=', code)
      .executeTakeFirst()
    return row ?? null
  })
