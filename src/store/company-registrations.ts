// Companies on their way into the book: entered when one of their people registers, admitted when the office approves.
import { clientOfNib } from '../core/agency/nib.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading } from './connect.ts'

export type TypedCompany = { nib: string; name: string; address: string }

/** A company that is there already stays as it is. @returns its client */
export const enterCompany = async (
  db: Reading,
  agency: string,
  { nib, name, address, now }: TypedCompany & { now: Instant },
): Promise<string> => {
  const client = clientOfNib(nib)
  await db
    .insertInto('client')
    .values({
      agency,
      client,
      nib,
      kind: 'company',
      is_approved: false,
      ...namesOf(name, address),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return client
}

/** Approving the first person of a company admits it, under the name and address that this person typed. */
export const admitCompanies = async (db: Reading, agency: string, person: string): Promise<void> => {
  const typed = await db
    .selectFrom('membership')
    .select(['client', 'company_name', 'company_address'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .execute()
  for (const { client, company_name, company_address } of typed) {
    if (company_name === null || company_address === null) continue
    await db
      .updateTable('client')
      .set({ ...namesOf(company_name, company_address), is_approved: true })
      .where('agency', '=', agency)
      .where('client', '=', client)
      .where('is_approved', '=', false)
      .execute()
  }
}

const namesOf = (name: string, address: string) => ({ name, address, head_title: `Pimpinan ${name}` })
