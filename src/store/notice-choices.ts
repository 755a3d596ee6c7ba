// How a person wants to hear of what.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Choices, Mode } from '../core/notice/moment.ts'
import type { Group } from '../core/notice/occasions.ts'
import type { Store } from './connect.ts'

export const choicesOf = (store: Store, agency: string, person: string): Promise<Choices> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<{ choices: Choices }>`
      select coalesce(jsonb_object_agg(topic, mode), '{}') as choices from notice_choice
      where agency = ${agency} and person = ${person}::uuid`.execute(db)
    return found.rows[0]?.choices ?? {}
  })

export type Chosen = readonly { group: Group; mode: Mode | null }[]

/** Null: as the office does. Groups that are not named stay. */
export const saveChoices = (
  store: Store,
  agency: string,
  { person, chosen, now }: { person: string; chosen: Chosen; now: Instant },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    for (const { group, mode } of chosen) {
      const key = { agency, person, topic: group }
      if (mode === null)
        await db
          .deleteFrom('notice_choice')
          .where('agency', '=', agency)
          .where('person', '=', person)
          .where('topic', '=', group)
          .execute()
      else
        await db
          .insertInto('notice_choice')
          .values({ ...key, mode, changed_at: now })
          .onConflict((conflict) =>
            conflict.columns(['agency', 'person', 'topic']).doUpdateSet({ mode, changed_at: now }),
          )
          .execute()
    }
  })
