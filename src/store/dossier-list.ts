// The dossiers that somebody may see, the newest first, narrowed by what they look for.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { searchDossiers } from './search.ts'
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

/** A page of a search may be shorter than others, or empty, and yet have a next one: the other filters come after. */
export type ListedPage = { rows: ListedDossier[]; next: DossierCursor | null }

const PAGE = 50

export const listDossiers = async (store: Store, agency: string, wanted: Wanted): Promise<ListedPage> => {
  const { q } = wanted.filter
  if (q !== undefined) return searched(store, agency, wanted, q)
  const rows = await read(store, agency, wanted, null)
  const page = rows.slice(0, PAGE)
  return { rows: page, next: rows.length > PAGE ? (page.at(-1) ?? null) : null }
}

/** By the search of the pages, whose index a condition of ours could not use. */
const searched = async (store: Store, agency: string, wanted: Wanted, query: string): Promise<ListedPage> => {
  const after = wanted.after && { exact: false, ...wanted.after }
  const { status, procedure, client } = wanted.filter
  const filter = { status, procedure, client }
  const found = await searchDossiers(store, agency, { query, actor: wanted.actor, after, filter })
  const ids = found.rows.map(({ dossier }) => dossier)
  const rows = ids.length === 0 ? [] : await read(store, agency, { ...wanted, after: null }, ids)
  const inOrder = ids.flatMap((id) => rows.find(({ dossier }) => dossier === id) ?? [])
  return { rows: inOrder, next: found.more ? (found.rows.at(-1) ?? null) : null }
}

/** @param among only these; null for all */
const read = (
  store: Store,
  agency: string,
  { actor, filter, after }: Wanted,
  among: readonly string[] | null,
): Promise<ListedDossier[]> =>
  store.inAgency(agency, async (db) => {
    const { status, procedure, client } = filter
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
    if (among) found = found.where('d.dossier', 'in', [...among])
    if (status !== undefined) found = found.where('d.status', '=', status)
    if (procedure !== undefined) found = found.where('d.procedure', '=', procedure)
    if (client !== undefined) found = found.where('d.client', '=', client)
    if (after) found = found.where(later(after))
    return (await found.execute()).map(known)
  })

/** The comparison of time alone can use the index; the second part keeps those of one instant apart. */
const later = ({ submittedAt, dossier }: DossierCursor): RawBuilder<boolean> =>
  sql<boolean>`(d.submitted_at <= ${submittedAt}::timestamptz
    and (d.submitted_at < ${submittedAt}::timestamptz or d.dossier > ${dossier}::uuid))`

const known = ({ inside, urgency, secrecy, ...row }: ListedDossier & { inside: boolean }): ListedDossier => ({
  ...row,
  urgency: inside ? urgency : null,
  secrecy: inside ? secrecy : null,
})
