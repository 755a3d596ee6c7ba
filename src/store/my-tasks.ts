// What waits for applicants: the open tasks of the requests of their clients, oldest due first; and whose requests those of a work list are.
import { sql } from 'kysely'
import type { Store } from './connect.ts'
import { WORK_PAGE, type WorkCursor, type WorkRow } from './work-list.ts'

/** As in a work list, with the key of the client besides its name. Urgency and secrecy are the office's own. */
export type MyTask = Omit<WorkRow, 'client'> & { client: string; clientName: string }

/** Only what is open is looked at: a long history costs nothing. @returns one page and whether more follow */
export const readMyTasks = (
  store: Store,
  agency: string,
  clients: readonly string[],
  after: WorkCursor | null,
): Promise<{ rows: MyTask[]; more: boolean }> =>
  store.inAgency(agency, async (db) => {
    const from = after ? [after.dueAt ?? 'infinity', after.openedAt, after.task] : null
    const found = await sql<MyTask>`
      select t.task, t.dossier, t.step, t.kind, t.posts, t.for_applicant as "forApplicant", t.taken_by as "takenBy",
        t.opened_at as "openedAt", t.due_at as "dueAt", t.waits_for_effect as "waitsForEffect", d.number, d.subject,
        d.client, c.name as "clientName", d.procedure, d.edition, null as urgency, null as secrecy
      from dossier d
      join task t on t.agency = d.agency and t.dossier = d.dossier and t.closed_at is null and t.for_applicant
      join client c on c.agency = d.agency and c.client = d.client
      where d.agency = ${agency} and d.client = any(${[...clients]}::text[]) and d.status = 'open'
      ${from ? sql`and (coalesce(t.due_at, 'infinity'), t.opened_at, t.task) > (${from[0]}::timestamptz, ${from[1]}::timestamptz, ${from[2]}::uuid)` : sql``}
      order by coalesce(t.due_at, 'infinity'), t.opened_at, t.task limit ${WORK_PAGE + 1}`.execute(db)
    return { rows: found.rows.slice(0, WORK_PAGE), more: found.rows.length > WORK_PAGE }
  })

/** The client's key of each dossier. */
export const clientsOfDossiers = async (
  store: Store,
  agency: string,
  dossiers: readonly string[],
): Promise<Map<string, string>> => {
  if (dossiers.length === 0) return new Map()
  const rows = await store.inAgency(agency, (db) =>
    db
      .selectFrom('dossier')
      .select(['dossier', 'client'])
      .where('agency', '=', agency)
      .where('dossier', 'in', [...new Set(dossiers)])
      .execute(),
  )
  return new Map(rows.map(({ dossier, client }) => [dossier, client]))
}
