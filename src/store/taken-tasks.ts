// Open tasks that somebody has taken: few at any time, found by an index of their own.
import type { Store } from './connect.ts'

export type TakenTask = {
  task: string
  dossier: string
  procedure: string
  posts: string[]
  takenBy: string
  forApplicant: boolean
}

/** What waits for an outside system is left alone. */
export const readTakenTasks = (store: Store, agency: string): Promise<TakenTask[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('task as t')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 't.agency').onRef('d.dossier', '=', 't.dossier'))
      .select(['t.task', 't.dossier', 'd.procedure', 't.posts', 't.taken_by', 't.for_applicant as forApplicant'])
      .where('t.agency', '=', agency)
      .where('t.closed_at', 'is', null)
      .where('t.taken_by', 'is not', null)
      .where('t.waits_for_effect', '=', false)
      .orderBy('t.opened_at')
      .execute()
    return rows.flatMap(({ taken_by, ...row }) => (taken_by === null ? [] : [{ ...row, takenBy: taken_by }]))
  })
