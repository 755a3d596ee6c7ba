// Finds dossiers by any of their numbers, the wanted name or who asked; only those the reader may see.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import { readCode } from '../core/paper/code.ts'
import type { Actor } from '../core/person/may.ts'
import type { Reading, Store } from './connect.ts'
import { visibleTo } from './visible-dossiers.ts'

export type FoundTask = {
  task: string
  step: string
  posts: string[]
  forApplicant: boolean
  openedAt: Instant
  effectSince: null
}

export type FoundDossier = {
  dossier: string
  number: string
  subject: string
  client: string
  clientName: string
  status: Status
  procedure: string
  edition: string
  agendaNumber: string | null
  urgency: string | null
  secrecy: string | null
  submittedAt: Instant
  /** One of its numbers is exactly what was asked for. */
  exact: boolean
  /** Open steps of the path. */
  tasks: FoundTask[]
}

/** Where the last page ended. */
export type SearchCursor = { exact: boolean; submittedAt: Instant; dossier: string }

export type Wanted = { query: string; actor: Pick<Actor, 'posts' | 'clients'>; after: SearchCursor | null }

export const SEARCH_PAGE = 25

/** Exact numbers first, then the newest. */
export const searchDossiers = (
  store: Store,
  agency: string,
  { query, actor, after }: Wanted,
): Promise<{ rows: FoundDossier[]; more: boolean }> => {
  const words = wordsQuery(query)
  if (words === null) return Promise.resolve({ rows: [], more: false })
  return store.inAgency(agency, async (db) => {
    const exact = isExactly(query)
    const later = after
      ? sql<boolean>`(${exact}, d.submitted_at, d.dossier) < (${after.exact}, ${after.submittedAt}::timestamptz, ${after.dossier}::uuid)`
      : sql<boolean>`true`
    const found = await db
      .selectFrom('dossier as d')
      .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
      .select([
        'd.dossier',
        'd.number',
        'd.subject',
        'd.client',
        'd.status',
        'd.procedure',
        'd.edition',
        'd.agenda_number',
        'd.urgency',
        'd.secrecy',
      ])
      .select(['d.submitted_at', 'c.name as client_name', exact.as('exact')])
      .where('d.agency', '=', agency)
      .where(
        sql<boolean>`(search_words(d.search_text) @@ to_tsquery('simple', ${words}) or d.tracking_code = ${readCode(query) ?? ''})`,
      )
      .where(visibleTo(actor))
      .where(later)
      .orderBy(exact, 'desc')
      .orderBy('d.submitted_at', 'desc')
      .orderBy('d.dossier', 'desc')
      .limit(SEARCH_PAGE + 1)
      .execute()
    const page = found.slice(0, SEARCH_PAGE)
    const tasks = await openSteps(
      db,
      agency,
      page.map((row) => row.dossier),
    )
    const rows = page.map(
      ({ client_name, agenda_number, submitted_at, ...row }): FoundDossier => ({
        ...row,
        clientName: client_name,
        agendaNumber: agenda_number,
        submittedAt: submitted_at,
        tasks: tasks.filter((task) => task.dossier === row.dossier),
      }),
    )
    return { rows, more: found.length > SEARCH_PAGE }
  })
}

/**
 * A tsquery that every typed word must begin a word of the dossier; a short number also finds itself with leading
 * zeros ("7" finds 0007). Only letters and digits get through, so nothing typed can be an operator. Null when empty.
 */
export const wordsQuery = (typed: string): string | null => {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const parts = words.slice(0, MAX_WORDS).map((word) => {
    const begun = `'${word.slice(0, MAX_LETTERS)}':*`
    return /^\d{1,3}$/.test(word) ? `(${begun} | '${word.padStart(4, '0')}')` : begun
  })
  return parts.length === 0 ? null : parts.join(' & ')
}

const MAX_WORDS = 12
const MAX_LETTERS = 60

const isExactly = (query: string): RawBuilder<boolean> => {
  const typed = query.trim().toLowerCase().slice(0, 200)
  return sql<boolean>`(lower(d.number) = ${typed} or d.tracking_code = ${readCode(query) ?? ''} or coalesce(lower(d.agenda_number) = ${typed}, false))`
}

const openSteps = async (
  db: Reading,
  agency: string,
  dossiers: string[],
): Promise<(FoundTask & { dossier: string })[]> => {
  if (dossiers.length === 0) return []
  const rows = await db
    .selectFrom('task')
    .select(['task', 'dossier', 'step', 'posts', 'for_applicant', 'opened_at'])
    .where('agency', '=', agency)
    .where('dossier', 'in', dossiers)
    .where('kind', '=', 'main')
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .execute()
  return rows.map(({ for_applicant, opened_at, ...row }) => ({
    ...row,
    forApplicant: for_applicant,
    openedAt: opened_at,
    effectSince: null,
  }))
}
