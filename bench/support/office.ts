// The writing side of an office on the measured database, put together as main/wiring.ts does, and what it said to
// the database while it handled an order: so the same can be said again, by Node or by pgbench.

import { join } from 'node:path'
import type pg from 'pg'
import { officeOfFiles } from '../../src/core/agency/catalogue.ts'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { projectRoot } from '../../src/main/root.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { type Handler, handle, type Order } from '../../src/store/handle.ts'

export const AGENCY = 'demak'

/** One named call of a function of the database. */
export type Call = { name: string; text: string; values: unknown[] }

export type BenchOffice = {
  store: Store
  /** @param ids that the decision may use up: the same order with the same ids makes the same events */
  handle: (order: Order, ids: readonly string[]) => Promise<void>
  /** Handles it for real and tells what was asked of the database. */
  record: (order: Order, ids: readonly string[]) => Promise<Call[]>
  close: () => Promise<void>
}

export const openBenchOffice = async (url: string, connections: number): Promise<BenchOffice> => {
  const catalogue = await loadCatalogue(join(projectRoot(), 'catalogue'))
  const store = openStore(url, 'mipp_app', connections)
  const agencyData = (id: string) => mustFind(catalogue.agencies.find((one) => one.agency.agency === id))
  const shared: Omit<Handler, 'store' | 'newId'> = {
    now: () => new Date().toISOString(),
    officeOf: async (agency) => officeOfFiles(agencyData(agency)),
    procedureOf: async (agency, name, edition) =>
      mustFind(
        agencyData(agency).editions.find(
          ({ procedure }) => procedure.procedure === name && procedure.edition === edition,
        ),
      ).procedure,
  }
  const run = async (on: Store, order: Order, ids: readonly string[]): Promise<void> => {
    let used = 0
    const newId = () => mustFind(ids[used++])
    const handled = await handle({ ...shared, store: on, newId }, order)
    if (!handled.ok) throw new Error(`${order.command.type}: ${handled.refusal.sentence.en}`)
    if (handled.isRepeated) throw new Error(`${order.command.type} was done before`)
  }
  return {
    store,
    handle: (order, ids) => run(store, order, ids),
    record: async (order, ids) => {
      const calls: Call[] = []
      await run({ ...store, pool: overheard(store.pool, calls) }, order, ids)
      return calls
    },
    close: store.close,
  }
}

const overheard = (pool: pg.Pool, calls: Call[]): pg.Pool =>
  new Proxy(pool, {
    get: (target, name) =>
      name === 'query'
        ? (call: Call) => {
            calls.push(call)
            return target.query(call)
          }
        : Reflect.get(target, name),
  })

export const mustFind = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('Not found')
  return found
}
