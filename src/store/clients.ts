// Who asks: agencies (OPD) and companies, and one row each for the public and for the office itself.
import type { Client } from '../core/agency/agency.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import type { Store } from './connect.ts'

export type Asker = Client & { kind: ClientKind; nib: string | null }

/** No client of an agency's file can have these names. */
export const PUBLIC_CLIENT = '_public'
export const OFFICE_CLIENT = '_office'

export const readClient = (store: Store, agency: string, client: string): Promise<Asker> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('client')
      .selectAll()
      .where('agency', '=', agency)
      .where('client', '=', client)
      .executeTakeFirstOrThrow()
    return askerOf(row)
  })

export type Named = Extract<ClientKind, 'agency' | 'company'>
const NAMED: readonly Named[] = ['agency', 'company']

/** Those in whose name somebody may ask: neither the public nor the office, no company that waits for approval, none that is closed. */
export const listClients = (store: Store, agency: string, kinds: readonly Named[] = NAMED): Promise<Asker[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('client')
      .selectAll()
      .where('agency', '=', agency)
      .where('kind', 'in', kinds)
      .where('is_approved', '=', true)
      .where('closed_on', 'is', null)
      .orderBy('name')
      .execute()
    return rows.map(askerOf)
  })

type Row = { client: string; name: string; head_title: string; address: string; kind: ClientKind; nib: string | null }

const askerOf = ({ client, name, head_title, address, kind, nib }: Row): Asker => ({
  client,
  name,
  head: head_title,
  address,
  kind,
  nib,
})
