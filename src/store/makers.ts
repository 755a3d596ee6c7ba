// Who finished a step of a dossier last: where maker is not checker, the work list says so beforehand.
import { sql } from 'kysely'
import type { Store } from './connect.ts'

/** `dossier step` of every step that this person finished last. */
export const stepsMadeBy = async (
  store: Store,
  agency: string,
  { person, dossiers }: { person: string; dossiers: readonly string[] },
): Promise<Set<string>> => {
  if (dossiers.length === 0) return new Set()
  const found = await store.inAgency(agency, (db) =>
    sql<{ made: string; person: string | null }>`
      select distinct on (e.dossier, e.payload::jsonb->>'step')
        e.dossier || ' ' || (e.payload::jsonb->>'step') as made, e.payload::jsonb->'by'->>'person' as person
      from event e
      where e.agency = ${agency} and e.dossier = any(${[...dossiers]}::uuid[]) and e.type = 'step-finished'
      order by e.dossier, e.payload::jsonb->>'step', e.seq desc`.execute(db),
  )
  return new Set(found.rows.flatMap((row) => (row.person === person ? [row.made] : [])))
}
