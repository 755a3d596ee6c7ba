// Finds dossiers by any of their numbers, the wanted name, who asked, or what their papers say; only those the reader may see.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import { meantNumber, typedWords, type Word } from '../core/find/words.ts'
import { readCode } from '../core/paper/code.ts'
import type { Actor } from '../core/person/may.ts'
import type { Reading, Store } from './connect.ts'
import { findTexts, type SearchFilter } from './search-texts.ts'

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

export type Wanted = {
  query: string
  actor: Pick<Actor, 'posts' | 'clients'>
  after: SearchCursor | null
  filter?: SearchFilter
}

/** `count` goes to a thousand at most; `isMore` when there are, or may be, more than that. */
export type Found = { rows: FoundDossier[]; more: boolean; count: number; isMore: boolean }

export const SEARCH_PAGE = 50
/** Counted no further. */
const MOST = 1000

/** Exact numbers first, then the newest. */
export const searchDossiers = (store: Store, agency: string, wanted: Wanted): Promise<Found> => {
  const words = typedWords(wanted.query)
  if (words.length === 0) return Promise.resolve({ rows: [], more: false, count: 0, isMore: false })
  return store.inAgency(agency, async (db) => {
    const { hits, count, isMore } = await findAll(db, agency, words, wanted)
    const rows = await readHits(db, agency, hits.slice(0, SEARCH_PAGE))
    return { rows, more: hits.length > SEARCH_PAGE, count: Math.min(count, MOST), isMore }
  })
}

type Hits = { hits: Hit[]; count: number; isMore: boolean }

/** By numbers and names, and by papers and answers. */
const findAll = async (db: Reading, agency: string, words: readonly Word[], wanted: Wanted): Promise<Hits> => {
  const { filter = {}, actor } = wanted
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const named = await findHits(db, agency, words, { ...wanted, after: startOf(wanted) })
  const { found = 0, are_more: areMore = false } = named[0] ?? {}
  const narrowed = isNarrowed ? await narrow(db, agency, named, wanted) : named
  // Where very many have the words in their names, papers are looked into only as far back as this page goes.
  const last = !isNarrowed && areMore && named.length > SEARCH_PAGE ? named.at(-1) : undefined
  const written = await findTexts(db, agency, {
    words,
    notNamed: isNarrowed ? null : words.map(wordQuery).join(' & '),
    actor,
    filter,
    after: startOf(wanted),
    from: last?.submitted_at ?? filter.from ?? null,
    limit: last ? SEARCH_PAGE + 1 : MOST + 1,
  })
  const more = written
    .filter(({ dossier }) => !narrowed.some((hit) => hit.dossier === dossier))
    .map(({ dossier, submittedAt }) => ({ dossier, submitted_at: submittedAt, is_exact: false }))
  const hits = [...narrowed, ...more].sort(inOrder)
  const count = (isNarrowed ? narrowed.length : found) + more.length
  return { hits, count, isMore: (areMore && !isNarrowed) || count > MOST }
}

const startOf = ({ after, filter }: Wanted): { submittedAt: Instant; dossier: string } | null => {
  const before = filter?.before
  if (before === undefined || (after && after.submittedAt < before)) return after
  return { submittedAt: before, dossier: '00000000-0000-0000-0000-000000000000' }
}

const inOrder = (a: Hit, b: Hit): number =>
  Number(b.is_exact) - Number(a.is_exact) || compare(b.submitted_at, a.submitted_at) || compare(b.dossier, a.dossier)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of what was found by numbers and names, what was not asked for is left out; the index of papers does so itself. */
const narrow = async (db: Reading, agency: string, hits: readonly Hit[], { filter = {} }: Wanted): Promise<Hit[]> => {
  if (hits.length === 0) return []
  let wanted = db
    .selectFrom('dossier')
    .select('dossier')
    .where('agency', '=', agency)
    .where(
      'dossier',
      'in',
      hits.map((hit) => hit.dossier),
    )
  if (filter.procedure !== undefined) wanted = wanted.where('procedure', '=', filter.procedure)
  if (filter.client !== undefined) wanted = wanted.where('client', '=', filter.client)
  if (filter.status !== undefined) wanted = wanted.where('status', '=', filter.status)
  if (filter.from !== undefined) wanted = wanted.where('submitted_at', '>=', filter.from)
  const kept = new Set((await wanted.execute()).map(({ dossier }) => dossier))
  return hits.filter((hit) => kept.has(hit.dossier))
}

type Hit = { dossier: string; submitted_at: Instant; is_exact: boolean }
type NamedHit = Hit & { found: number; are_more: boolean }

/** Through a function of the owner: row-level security would keep the index of words from being used. It looks itself who may see what. */
const findHits = async (
  db: Reading,
  agency: string,
  words: readonly Word[],
  { query, actor, after }: Omit<Wanted, 'after'> & { after: { submittedAt: Instant; dossier: string } | null },
): Promise<NamedHit[]> => {
  const typed = query.trim().toLowerCase().slice(0, 200)
  const found = await sql<NamedHit>`select dossier, submitted_at, is_exact, found, are_more from search_dossiers(
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

/** When the oldest dossier was sent in. */
export const firstSubmitted = (store: Store, agency: string): Promise<Instant | null> =>
  store.inAgency(agency, async (db) => {
    const found = await db
      .selectFrom('search_entry')
      .select('submitted_at')
      .where('agency', '=', agency)
      .orderBy('submitted_at')
      .limit(1)
      .executeTakeFirst()
    return found?.submitted_at ?? null
  })

/**
 * A tsquery that every typed word must begin a word of the dossier; the parts of a name, as in "arsip-demak", but for the
 * last are whole words; a short number also finds itself with leading zeros ("7" finds 0007). Only letters and digits get
 * through, so nothing typed can be an operator. Null when empty.
 */
export const wordsQuery = (typed: string): string | null => {
  const words = typedWords(typed)
  return words.length === 0 ? null : words.map(wordQuery).join(' & ')
}

const wordQuery = ({ letters, isWhole }: Word): string => {
  const asked = `'${letters}'${isWhole ? '' : ':*'}`
  const meant = meantNumber(letters)
  if (meant !== null) return `(${asked} | '${meant}')`
  return /^\d{1,3}$/.test(letters) ? `(${asked} | '${letters.padStart(4, '0')}')` : asked
}

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
