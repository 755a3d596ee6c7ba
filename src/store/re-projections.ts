// Computing all open deadlines anew: what was asked, how far it has come, and the next dossiers to look at.
import type { Instant } from '../core/clock/instant.ts'
import type { Event } from '../core/dossier/events.ts'
import type { Timer } from '../core/dossier/late/timers.ts'
import type { Store } from './connect.ts'

export type ReProjection = {
  id: string
  reason: string
  calendar: string | null
  askedAt: Instant
  /** Name of whoever changed the calendar; null for the program itself. */
  askedBy: string | null
  total: number
  seen: number
  moved: number
  finishedAt: Instant | null
}

export type Wanted = {
  id: string
  cause: string
  reason: string
  calendar: string | null
  by: string | null
  now: Instant
}
export type Progress = {
  id: string
  reason: string
  calendar: string | null
  askedAt: Instant
  reached: string | null
}

/** Begun once for each cause: whoever comes again goes on where it stands. Null when it has been done. */
export const beginReProjection = (
  store: Store,
  agency: string,
  { id, cause, reason, calendar, by, now }: Wanted,
): Promise<Progress | null> =>
  store.inAgency(agency, async (db) => {
    await db
      .insertInto('re_projection')
      .values((value) => ({
        agency,
        re_projection: id,
        cause,
        reason,
        calendar,
        asked_by: by,
        asked_at: now,
        touched_at: now,
        total: value
          .selectFrom('dossier')
          .select((one) => one.fn.countAll<number>().as('count'))
          .where('agency', '=', agency)
          .where('status', '=', 'open'),
      }))
      .onConflict((c) => c.columns(['agency', 'cause']).doNothing())
      .execute()
    const row = await db
      .selectFrom('re_projection')
      .select(['re_projection as id', 'reason', 'calendar', 'reached'])
      .select(['asked_at as askedAt', 'finished_at as finishedAt'])
      .where('agency', '=', agency)
      .where('cause', '=', cause)
      .executeTakeFirstOrThrow()
    return row.finishedAt === null ? row : null
  })

type Step = { id: string; from: string | null; reached: string | null; seen: number; moved: number; now: Instant }

/** @returns false when somebody else has gone on from there meanwhile; `reached` null ends it */
export const noteProgress = (
  store: Store,
  agency: string,
  { id, from, reached, seen, moved, now }: Step,
): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .updateTable('re_projection')
      .set((value) => ({
        seen: value('seen', '+', seen),
        moved: value('moved', '+', moved),
        touched_at: now,
        ...(reached === null ? { finished_at: now } : { reached }),
      }))
      .where('agency', '=', agency)
      .where('re_projection', '=', id)
      .where('finished_at', 'is', null)
      .where('reached', 'is not distinct from', from)
      .returning('re_projection')
      .executeTakeFirst()
    return row !== undefined
  })

export const isReProjected = (store: Store, agency: string, cause: string): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('re_projection')
      .select('re_projection')
      .where('agency', '=', agency)
      .where('cause', '=', cause)
      .executeTakeFirst()
    return row !== undefined
  })

export const queueReProjection = (store: Store, payload: Record<string, unknown>, key: string): Promise<unknown> =>
  store.pool.query('select queue_job($1, $2::json, $3)', ['re-project', JSON.stringify(payload), key])

/** Those that had something to look at, the latest first. */
export const latestReProjections = (store: Store, agency: string, limit: number): Promise<ReProjection[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('re_projection as r')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'r.agency').onRef('p.person', '=', 'r.asked_by'))
      .select(['r.re_projection as id', 'r.reason', 'r.calendar', 'r.asked_at as askedAt', 'p.name as askedBy'])
      .select(['r.total', 'r.seen', 'r.moved', 'r.finished_at as finishedAt'])
      .where('r.agency', '=', agency)
      .where('r.total', '>', 0)
      .orderBy('r.asked_at', 'desc')
      .limit(limit)
      .execute(),
  )

export type OpenDossierRow = {
  dossier: string
  procedure: string
  edition: string
  clientName: string
  dueAt: Instant | null
  tasks: { clock: string; dueAt: Instant | null }[]
  timers: Timer[]
  events: Event[]
}

export const nextOpenDossiers = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<OpenDossierRow[]> => {
  const { rows } = await pool.query({
    name: 'load_open_dossiers',
    text: 'select * from load_open_dossiers($1, $2, $3)',
    values: [agency, after, limit],
  })
  return rows.map((row) => ({
    dossier: row.dossier,
    procedure: row.procedure,
    edition: row.edition,
    clientName: row.client_name,
    dueAt: row.due_at,
    tasks: row.tasks ?? [],
    timers: row.timers ?? [],
    events: row.events,
  }))
}

/** Times inside of JSON come as PostgreSQL writes them. */
export const isSameMoment = (one: Instant | null, other: Instant | null): boolean =>
  one === null || other === null ? one === other : Date.parse(one) === Date.parse(other)
