// How many dossiers run on each edition of a procedure.
import type { Store } from './connect.ts'

export const runningOn = (store: Store, agency: string, procedure: string): Promise<Map<string, number>> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('dossier')
      .select((one) => ['edition', one.fn.countAll<number>().as('count')])
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('status', '=', 'open')
      .groupBy('edition')
      .execute()
    return new Map(rows.map(({ edition, count }) => [edition, Number(count)]))
  })
