// Finds dossiers by any of their numbers, the wanted name or who asked; only those the reader may see.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import { readCode } from '../core/paper/code.ts'
import type { Actor } from '../core/person/may.ts'
import type { Reading, Store } from './connect.ts'

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

/** `count` goes to a thousand at most; `isMore` when there are, or may be, more than that. */
export type Found = { rows: FoundDossier[]; more: boolean; count: number; isMore: boolean }

export const SEARCH_PAGE = 50

/** Exact numbers first, then the newest. */
export const searchDossiers = (store: Store, agency: string, wanted: Wanted): Promise<Found> => {
  const words = wordsOf(wanted.query)
  if (words.length === 0) return Promise.resolve({ rows: [], more: false, count: 0, isMore: false })
  return store.inAgency(agency, async (db) => {
    const hits = await findHits(db, agency, words, wanted)
    const page = hits.slice(0, SEARCH_PAGE)
    const rows = await readHits(db, agency, page)
    const { found = 0, are_more: isMore = false } = hits[0] ?? {}
    return { rows, more: hits.length > SEARCH_PAGE, count: found, isMore }
  })
}

type Hit = { dossier: string; is_exact: boolean; found: number; are_more: boolean }

/** Through a function of the owner: row-level security would keep the index of words from being used. It looks itself who may see what. */
const findHits = async (
  db: Reading,
  agency: string,
  words: readonly Word[],
  { query, actor, after }: Wanted,
): Promise<Hit[]> => {
  const typed = query.trim().toLowerCase().slice(0, 200)
  const found = await sql<Hit>`select dossier, is_exact, found, are_more from search_dossiers(
    ${agency}, ${words.map(wordQuery)}::text[], ${words.map(({ letters }) => letters)}::text[], ${typed}, ${readCode(query) ?? ''},
    ${[...actor.posts]}::text[], ${[...actor.clients]}::text[],
    ${after?.submittedAt ?? null}::timestamptz, ${after?.dossier ?? null}::uuid, ${SEARCH_PAGE + 1})`.execute(db)
  return found.rows
}

/** In the order in which they were found. */
const readHits = async (db: Reading, agency: string, hits: readonly Hit[]): Promise<FoundDossier[]> => {
  if (hits.length === 0) return []
  const ids = hits.map((hit) => hit.dossier)
  const found = await db
    .selectFrom('dossier as d')
    .innerJoin('client as c', (join) => join.onRef('c.agency', '=', 'd.agency').onRef('c.client', '=', 'd.client'))
    .select(['d.dossier', 'd.number', 'd.subject', 'd.client', 'd.status', 'd.procedure', 'd.edition'])
    .select(['d.agenda_number', 'd.urgency', 'd.secrecy', 'd.submitted_at', 'c.name as client_name'])
    .where('d.agency', '=', agency)
    .where('d.dossier', 'in', ids)
    .execute()
  const tasks = await openSteps(db, agency, ids)
  const rows = new Map(found.map((row) => [row.dossier, row]))
  return hits.flatMap(({ dossier, is_exact }) => {
    const row = rows.get(dossier)
    if (!row) return []
    const { client_name, agenda_number, submitted_at, ...same } = row
    return [
      {
        ...same,
        exact: is_exact,
        status: same.status as Status,
        clientName: client_name,
        agendaNumber: agenda_number,
        submittedAt: submitted_at,
        tasks: tasks.filter((task) => task.dossier === dossier),
      },
    ]
  })
}

/**
 * A tsquery that every typed word must begin a word of the dossier; the parts of a name, as in "arsip-demak", but for the
 * last are whole words; a short number also finds itself with leading zeros ("7" finds 0007). Only letters and digits get
 * through, so nothing typed can be an operator. Null when empty.
 */
export const wordsQuery = (typed: string): string | null => {
  const words = wordsOf(typed)
  return words.length === 0 ? null : words.map(wordQuery).join(' & ')
}

type Word = { letters: string; isWhole: boolean }

const wordsOf = (typed: string): Word[] =>
  [...typed.toLowerCase().matchAll(/([\p{L}\p{N}]+)(-(?=[\p{L}\p{N}]))?/gu)]
    .slice(0, MAX_WORDS)
    .map(([, letters = '', hyphen]) => ({
      letters: letters.slice(0, MAX_LETTERS),
      isWhole: hyphen !== undefined && letters.length <= MAX_LETTERS,
    }))

const wordQuery = ({ letters, isWhole }: Word): string => {
  const asked = `'${letters}'${isWhole ? '' : ':*'}`
  return /^\d{1,3}$/.test(letters) ? `(${asked} | '${letters.padStart(4, '0')}')` : asked
}

const MAX_WORDS = 12
const MAX_LETTERS = 60

const openSteps = async (
  db: Reading,
  agency: string,
  dossiers: string[],
): Promise<(FoundTask & { dossier: string })[]> => {
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
