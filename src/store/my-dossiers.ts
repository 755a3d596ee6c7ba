// What applicants read: the requests of their clients.
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

type Wanted = { clients: readonly string[]; onlyOpen?: boolean; limit: number; offset?: number }

/** Newest first. */
export const myDossiers = (
  store: Store,
  agency: string,
  { clients, onlyOpen = false, limit, offset = 0 }: Wanted,
): Promise<MyDossier[]> => {
  if (clients.length === 0) return Promise.resolve([])
  return store.inAgency(agency, async (db) => {
    const found = db
      .selectFrom('dossier as d')
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
      .select([
        'd.dossier',
        'd.number',
        'd.subject',
        'd.client',
        'c.name as clientName',
        'd.status',
        'd.procedure',
        'd.edition',
      ])
      .select(['d.submitted_at as submittedAt', 'd.ended_at as endedAt'])
      .where('d.agency', '=', agency)
      .where('d.client', 'in', [...clients])
      .orderBy('d.submitted_at', 'desc')
      .orderBy('d.dossier')
      .limit(limit)
      .offset(offset)
    return (onlyOpen ? found.where('d.status', '=', 'open') : found).execute()
  })
}
