// What applicants read: the requests of their clients.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type MyDossier = {
  dossier: string
  number: string
  subject: string
  client: string
  clientName: string
  status: 'open' | 'finished' | 'rejected' | 'withdrawn'
  procedure: string
  edition: string
  submittedAt: Instant
  endedAt: Instant | null
}

/** Where the last page ended. */
export type MyCursor = { submittedAt: Instant; dossier: string }

type Wanted = { clients: readonly string[]; onlyOpen?: boolean; limit: number; after?: MyCursor | null }

/** Newest first. Each client's are read in their order, so that a long history costs no more than its first page. */
export const myDossiers = (
  store: Store,
  agency: string,
  { clients, onlyOpen = false, limit, after = null }: Wanted,
): Promise<MyDossier[]> => {
  if (clients.length === 0) return Promise.resolve([])
  return store.inAgency(agency, async (db) => {
    const open = onlyOpen ? sql`and o.status = 'open'` : sql``
    const found = await sql<MyDossier>`
      select d.dossier, d.number, d.subject, d.client, c.name as "clientName", d.status, d.procedure, d.edition,
        d.submitted_at as "submittedAt", d.ended_at as "endedAt"
      from unnest(${[...clients]}::text[]) as mine (client), lateral (
        select o.* from dossier o where o.agency = ${agency} and o.client = mine.client ${open}
        and (o.submitted_at, o.dossier) < (${after?.submittedAt ?? 'infinity'}::timestamptz, ${after?.dossier ?? LAST}::uuid)
        order by o.submitted_at desc, o.dossier desc limit ${limit}
      ) as d
      join client c on c.agency = d.agency and c.client = d.client
      order by d.submitted_at desc, d.dossier desc limit ${limit}`.execute(db)
    return found.rows
  })
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
