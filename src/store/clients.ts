// The agencies (OPD) that ask.
import type { Client } from '../core/agency/agency.ts'
import type { Store } from './connect.ts'

export const readClient = (store: Store, agency: string, client: string): Promise<Client> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('client')
      .selectAll()
      .where('agency', '=', agency)
      .where('client', '=', client)
      .executeTakeFirstOrThrow()
    return { client: row.client, name: row.name, head: row.head_title, address: row.address }
  })

export const listClients = (store: Store, agency: string): Promise<Client[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db.selectFrom('client').selectAll().where('agency', '=', agency).orderBy('name').execute()
    return rows.map((row) => ({ client: row.client, name: row.name, head: row.head_title, address: row.address }))
  })
