// The registers of things looked after: which there are, and what stands in one of them.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { insideTo } from './visible-dossiers.ts'

export type RegisterCount = { register: string; active: number; retired: number }

export type RegisterItem = {
  key: string
  columns: Record<string, string>
  state: 'active' | 'retired'
  since: Instant
  changedAt: Instant
  dossier: string
  number: string
  clientName: string
}

export type RegisterWanted = { register: string; actor: Pick<Actor, 'posts'>; after: string | null }

export const REGISTER_PAGE = 50

export const countRegisters = (store: Store, agency: string): Promise<RegisterCount[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('register_item')
      .select([
        'register',
        sql<number>`count(*) filter (where state = 'active')`.as('active'),
        sql<number>`count(*) filter (where state = 'retired')`.as('retired'),
      ])
      .where('agency', '=', agency)
      .groupBy('register')
      .orderBy('register')
      .execute(),
  )

/** By the name of the item. Items of a dossier the reader may not see are left out; `hidden` says how many. */
export const readRegister = (store: Store, agency: string, { register, actor, after }: RegisterWanted) =>
  store.inAgency(agency, async (db): Promise<{ rows: RegisterItem[]; more: boolean; hidden: number }> => {
    const items = db
      .selectFrom('register_item as r')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'r.agency').onRef('d.dossier', '=', 'r.dossier'))
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
      .where('r.agency', '=', agency)
      .where('r.register', '=', register)
    const found = await items
      .select([
        'r.key',
        'r.columns',
        'r.state',
        'r.since',
        'r.changed_at',
        'r.dossier',
        'd.number',
        'c.name as client_name',
      ])
      .where(insideTo(actor))
      .where('r.key', '>', after ?? '')
      .orderBy('r.key')
      .limit(REGISTER_PAGE + 1)
      .execute()
    const { hidden } = await items
      .select(sql<number>`count(*)`.as('hidden'))
      .where(sql<boolean>`not ${insideTo(actor)}`)
      .executeTakeFirstOrThrow()
    const rows = found.slice(0, REGISTER_PAGE).map(
      ({ changed_at, client_name, columns, ...row }): RegisterItem => ({
        ...row,
        columns: columns as Record<string, string>,
        changedAt: changed_at,
        clientName: client_name,
      }),
    )
    return { rows, more: found.length > REGISTER_PAGE, hidden }
  })
