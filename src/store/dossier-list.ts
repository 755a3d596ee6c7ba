// The dossiers that somebody may see, the newest first, narrowed by what they look for.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import { readCode } from '../core/paper/code.ts'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { wordsQuery } from './search.ts'
import { insideTo, visibleTo } from './visible-dossiers.ts'

export type ListedDossier = {
  dossier: string
  number: string
  trackingCode: string
  subject: string
  client: string
  clientName: string
  status: Status
  procedure: string
  edition: string
  agendaNumber: string | null
  /** Of these only officers know. */
  urgency: string | null
  secrecy: string | null
  submittedAt: Instant
  endedAt: Instant | null
  dueAt: Instant | null
}

export type DossierFilter = {
  status?: Status | undefined
  procedure?: string | undefined
  client?: string | undefined
  /** Words or a number, as in the search of the pages. */
  q?: string | undefined
}

export type DossierCursor = { submittedAt: Instant; dossier: string }

type Wanted = { actor: Pick<Actor, 'posts' | 'clients'>; filter: DossierFilter; after: DossierCursor | null }

const PAGE = 50

export const listDossiers = (
  store: Store,
  agency: string,
  { actor, filter, after }: Wanted,
): Promise<{ rows: ListedDossier[]; more: boolean }> => {
  const { status, procedure, client, q } = filter
  const words = q === undefined ? null : wordsQuery(q)
  if (q !== undefined && words === null) return Promise.resolve({ rows: [], more: false })
  return store.inAgency(agency, async (db) => {
    let found = db
      .selectFrom('dossier as d')
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
      .select(['d.dossier', 'd.number', 'd.subject', 'd.client', 'd.status', 'd.procedure', 'd.edition'])
      .select(['d.tracking_code as trackingCode', 'c.name as clientName', 'd.agenda_number as agendaNumber'])
      .select(['d.submitted_at as submittedAt', 'd.ended_at as endedAt', 'd.due_at as dueAt'])
      .select(['d.urgency', 'd.secrecy', insideTo(actor).as('inside')])
      .where('d.agency', '=', agency)
      .where(visibleTo(actor))
      .orderBy('d.submitted_at', 'desc')
      .orderBy('d.dossier')
      .limit(PAGE + 1)
    if (status !== undefined) found = found.where('d.status', '=', status)
    if (procedure !== undefined) found = found.where('d.procedure', '=', procedure)
    if (client !== undefined) found = found.where('d.client', '=', client)
    if (q !== undefined)
      found = found.where(
        sql<boolean>`(search_words(d.search_text) @@ to_tsquery('simple', ${words}) or d.tracking_code = ${readCode(q) ?? ''})`,
      )
    if (after)
      found = found.where(
        sql<boolean>`(d.submitted_at < ${after.submittedAt}::timestamptz or (d.submitted_at = ${after.submittedAt}::timestamptz and d.dossier > ${after.dossier}::uuid))`,
      )
    const rows = await found.execute()
    return { rows: rows.slice(0, PAGE).map(known), more: rows.length > PAGE }
  })
}

const known = ({ inside, urgency, secrecy, ...row }: ListedDossier & { inside: boolean }): ListedDossier => ({
  ...row,
  urgency: inside ? urgency : null,
  secrecy: inside ? secrecy : null,
})
