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
  client: string
  clientName: string
}

export type RegisterWanted = { register: string; actor: Pick<Actor, 'posts'>; after: string | null }

export const REGISTER_PAGE = 50
/** Between the shown items of one page. */
const MOST_HIDDEN = 100

/** Every register that has an item. @param most counted no further than this, so that a long register costs no more than a short one */
export const countRegisters = (store: Store, agency: string, most: number): Promise<RegisterCount[]> =>
  store.inAgency(agency, async (db) => {
    const counted = (state: RegisterItem['state']) =>
      sql<number>`(select count(*) from (select from register_item r where r.agency = ${agency} and r.register = n.register
        and r.state = ${state} limit ${most}) as counted)`
    const found = await sql<RegisterCount>`
      with recursive n (register) as (
        (select register from register_item where agency = ${agency} order by register limit 1)
        union all
        select (select r.register from register_item r where r.agency = ${agency} and r.register > n.register
          order by r.register limit 1) from n where n.register is not null
      )
      select n.register, ${counted('active')} as active, ${counted('retired')} as retired
      from n where n.register is not null`.execute(db)
    return found.rows
  })

/** By the name of the item. Items of a dossier the reader may not see are left out; `hidden` says how many on this page. */
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
        'd.client',
        'c.name as client_name',
      ])
      .where(insideTo(actor))
      .where('r.key', '>', after ?? '')
      .orderBy('r.key')
      .limit(REGISTER_PAGE + 1)
      .execute()
    const more = found.length > REGISTER_PAGE
    const last = more ? found[REGISTER_PAGE - 1]?.key : undefined
    const hidden = await items
      .select('r.key')
      .where(sql<boolean>`not ${insideTo(actor)}`)
      .where('r.key', '>', after ?? '')
      .where(last === undefined ? sql<boolean>`true` : sql<boolean>`r.key < ${last}`)
      .orderBy('r.key')
      .limit(MOST_HIDDEN)
      .execute()
    const rows = found.slice(0, REGISTER_PAGE).map(
      ({ changed_at, client_name, columns, ...row }): RegisterItem => ({
        ...row,
        columns: columns as Record<string, string>,
        changedAt: changed_at,
        clientName: client_name,
      }),
    )
    return { rows, more, hidden: hidden.length }
  })
