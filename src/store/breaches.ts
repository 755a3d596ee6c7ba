// Clocks that ran out: which tasks are asked why.
import type { Store } from './connect.ts'

/** Of these tasks the ones that are late by now and of which nobody has said why. */
export const tasksToExplain = async (
  store: Store,
  agency: string,
  tasks: readonly { dossier: string; task: string }[],
): Promise<Set<string>> => {
  if (tasks.length === 0) return new Set()
  const rows = await store.inAgency(agency, (db) =>
    db
      .selectFrom('breach')
      .select('clock')
      .where('agency', '=', agency)
      .where(
        'dossier',
        'in',
        tasks.map(({ dossier }) => dossier),
      )
      .where(
        'clock',
        'in',
        tasks.map(({ task }) => task),
      )
      .where('reason', 'is', null)
      .execute(),
  )
  return new Set(rows.map(({ clock }) => clock))
}
