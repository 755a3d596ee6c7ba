// How a period's finished dossiers kept their promises, service by service: for the monitoring of SOPs.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type KeptPromises = {
  procedure: string
  finished: number
  /** Of those that had a limit. */
  limited: number
  inTime: number
  /** Working minutes, pauses left out. */
  meanMinutes: number
  mostMinutes: number
}

/** Finished from `from` on and before `to`; what was finished before service times were kept is not counted. */
export const keptPromises = (
  store: Store,
  agency: string,
  { from, to }: { from: Instant; to: Instant },
): Promise<KeptPromises[]> =>
  store.inAgency(agency, async (db) => {
    const due = sql<Instant | null>`(event.payload::json -> 'promise' ->> 'dueAt')::timestamptz`
    return db
      .selectFrom('service_time')
      .innerJoin('event', (join) =>
        join
          .onRef('event.agency', '=', 'service_time.agency')
          .onRef('event.dossier', '=', 'service_time.dossier')
          .on('event.type', '=', 'finished'),
      )
      .where('service_time.agency', '=', agency)
      .where('ended_at', '>=', from)
      .where('ended_at', '<', to)
      .groupBy('procedure')
      .orderBy('procedure')
      .select([
        'procedure',
        sql<number>`count(*)::integer`.as('finished'),
        sql<number>`count(${due})::integer`.as('limited'),
        sql<number>`count(*) filter (where ended_at <= ${due})::integer`.as('inTime'),
        sql<number>`round(avg(used_minutes))::integer`.as('meanMinutes'),
        sql<number>`max(used_minutes)`.as('mostMinutes'),
      ])
      .execute()
  })
