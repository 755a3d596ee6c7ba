// The letter behind a check code, for the public page that says whether a paper is genuine.
import type { Day } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type CheckedLetter = {
  dossier: string
  paper: string
  /** Of the bytes that were issued. */
  sha256: string
  letter: string | null
  number: string | null
  signedOn: Day | null
  /** The day on which it was withdrawn; null while it stands. */
  withdrawnOn: Day | null
  /** The letter that came in its place. */
  replacedBy: { number: string | null; checkCode: string | null } | null
}

export const letterOfCheckCode = (store: Store, agency: string, code: string): Promise<CheckedLetter | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('paper as p')
      .leftJoin('letter_withdrawal as w', (join) =>
        join.onRef('w.agency', '=', 'p.agency').onRef('w.paper', '=', 'p.paper'),
      )
      .leftJoin('paper as n', (join) => join.onRef('n.agency', '=', 'w.agency').onRef('n.paper', '=', 'w.replaced_by'))
      .select([
        'p.dossier',
        'p.paper',
        'p.sha256',
        'p.letter',
        'p.number',
        'p.signed_on as signedOn',
        'w.withdrawn_on as withdrawnOn',
      ])
      .select(['n.paper as newPaper', 'n.number as newNumber', 'n.check_code as newCode'])
      .where('p.agency', '=', agency)
      .where('p.check_code', '=', code)
      .executeTakeFirst()
    if (!row) return null
    const { newPaper, newNumber, newCode, ...letter } = row
    return { ...letter, replacedBy: newPaper === null ? null : { number: newNumber, checkCode: newCode } }
  })

/** The check code of a letter of ours that has these very bytes. */
export const codeOfLetterBytes = (store: Store, agency: string, sha256: string): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('paper')
      .select('check_code')
      .where('agency', '=', agency)
      .where('sha256', '=', sha256)
      .where('check_code', 'is not', null)
      .orderBy('filed_at')
      .executeTakeFirst()
    return row?.check_code ?? null
  })
