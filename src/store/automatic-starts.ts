// What rules of the calendar and probes remember, and the things of a register that they speak of.
import type { Day, Instant } from '../core/clock/instant.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Store } from './connect.ts'

export type AutomaticStart = {
  procedure: string
  start: string
  /** The thing that a probe looks at; empty for a rule. */
  item: string
  lookedAt: Instant
  lookedOn: Day
  badStreak: number
  found: Sentence | null
  dossier: string | null
}

export const automaticStarts = (store: Store, agency: string): Promise<AutomaticStart[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('automatic_start')
      .select(['procedure', 'start', 'item', 'looked_at as lookedAt', 'looked_on as lookedOn'])
      .select(['bad_streak as badStreak', 'found', 'dossier'])
      .where('agency', '=', agency)
      .orderBy('procedure')
      .orderBy('start')
      .orderBy('item')
      .$castTo<AutomaticStart>()
      .execute(),
  )

export const rememberStart = (store: Store, agency: string, seen: AutomaticStart): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const { procedure, start, item, lookedAt, lookedOn, badStreak, found, dossier } = seen
    const state = {
      looked_at: lookedAt,
      looked_on: lookedOn,
      bad_streak: badStreak,
      found: found === null ? null : JSON.stringify(found),
      dossier,
    }
    await db
      .insertInto('automatic_start')
      .values({ agency, procedure, start, item, ...state })
      .onConflict((c) => c.columns(['agency', 'procedure', 'start', 'item']).doUpdateSet(state))
      .execute()
  })

/** A thing that is looked after, and whose it is. */
export type LookedAfter = { key: string; columns: Record<string, string>; client: string; clientKind: ClientKind }

export const activeItems = (store: Store, agency: string, register: string): Promise<LookedAfter[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('register_item as r')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'r.agency').onRef('d.dossier', '=', 'r.dossier'))
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
      .select(['r.key', 'r.columns', 'c.client', 'c.kind as clientKind'])
      .where('r.agency', '=', agency)
      .where('r.register', '=', register)
      .where('r.state', '=', 'active')
      .orderBy('r.key')
      .$castTo<LookedAfter>()
      .execute(),
  )

/** @returns whether the dossier that was begun for something is still in work */
export const isStillOpen = (store: Store, agency: string, dossier: string): Promise<boolean> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('dossier')
      .select('status')
      .where('agency', '=', agency)
      .where('dossier', '=', dossier)
      .executeTakeFirst()
    return row?.status === 'open'
  })
