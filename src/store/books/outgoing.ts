// The book of outgoing letters of one year, newest first, page by page: every number that was given, whatever became of it.
import { sql } from 'kysely'
import type { Day, Instant } from '../../core/clock/instant.ts'
import type { Reading, Store } from '../connect.ts'
import { insideTo, involvedIn } from '../visible-dossiers.ts'
import {
  BOOK_PAGE,
  type BookCursor,
  type BookFilter,
  type BookReader,
  daysOf,
  hasWords,
  keepsBooks,
  MOST_OF_A_BOOK,
} from './book.ts'

export const OUTGOING_STATES = ['reserved', 'used', 'void', 'withdrawn'] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]

/** What is secret stays in the book with its number and what became of it. */
export type OutgoingRow = {
  entry: string
  number: string
  series: string
  seq: number
  sub: string
  state: OutgoingState
  on: Day
  security: string
  numberedAt: Instant
  content: OutgoingContent | null
}

export type OutgoingContent = {
  /** Null for a letter on paper alone, and for a number that lies in reserve. */
  dossier: string | null
  dossierNumber: string
  letter: string | null
  addressee: string
  subject: string
  attachments: number
  classification: string
  signatory: string
  processedBy: string
  sentHow: string | null
  sentOn: Day | null
  receivedOn: Day | null
  receivedBy: string | null
  remark: string
  late: string | null
  externalNumber: string | null
  externalLink: string | null
  scan: Scan | null
}

export type Scan = { sha256: string; bytes: number; mime: string; name: string }

type Wanted = { reader: BookReader; filter: BookFilter; after: BookCursor | null }

export const readOutgoing = (store: Store, agency: string, { reader, filter, after }: Wanted) =>
  store.inAgency(agency, async (db): Promise<{ rows: OutgoingRow[]; more: boolean }> => {
    const found = await filtered(db, agency, { reader, filter })
      .where(
        after
          ? sql<boolean>`(o.seq, o.sub, o.series) < (${after.seq}::integer, ${after.sub}, ${after.series})`
          : sql<boolean>`true`,
      )
      .orderBy('o.seq', 'desc')
      .orderBy('o.sub', 'desc')
      .orderBy('o.series', 'desc')
      .limit(BOOK_PAGE + 1)
      .execute()
    return { rows: found.slice(0, BOOK_PAGE).map(rowOf), more: found.length > BOOK_PAGE }
  })

/** In the order of the book, the first number first. */
export const wholeOutgoing = (store: Store, agency: string, wanted: Omit<Wanted, 'after'>): Promise<OutgoingRow[]> =>
  store.inAgency(agency, async (db) => {
    const found = await filtered(db, agency, wanted)
      .orderBy('o.series')
      .orderBy('o.seq')
      .orderBy('o.sub')
      .limit(MOST_OF_A_BOOK)
      .execute()
    return found.map(rowOf)
  })

export const outgoingEntry = (
  store: Store,
  agency: string,
  { reader, entry }: { reader: BookReader; entry: string },
): Promise<(OutgoingRow & { year: number }) | null> =>
  store.inAgency(agency, async (db) => {
    const [found] = await rows(db, agency, reader).select('o.year').where('o.entry', '=', entry).execute()
    return found ? { ...rowOf(found), year: found.year } : null
  })

const filtered = (db: Reading, agency: string, { reader, filter }: Pick<Wanted, 'reader' | 'filter'>) => {
  const { from, before } = daysOf(filter)
  let query = rows(db, agency, reader).where('o.year', '=', filter.year)
  if (filter.month !== null) query = query.where('o.on_day', '>=', from).where('o.on_day', '<', before)
  if (filter.classification !== null)
    query = query.where('o.classification', '=', filter.classification).where(openTo(reader))
  if (filter.state === 'late') query = query.where('o.sub', '<>', '')
  else if (filter.state !== null) query = query.where(sql<boolean>`o.state = ${filter.state}`)
  if (filter.words.trim() !== '')
    query = query.where(
      sql<boolean>`case when ${openTo(reader)} then ${hasWords(TEXT, filter.words)} else o.number = ${filter.words.trim()} end`,
    )
  return query
}

const TEXT = sql<string>`concat_ws(' ', o.number, o.addressee, o.subject, o.remark, o.external_number, d.number)`

/** A letter may be graded higher than its dossier; what no dossier stands behind is open to whoever keeps the books or signs it. */
const openTo = (reader: BookReader) =>
  sql<boolean>`case when o.dossier is not null then ${insideTo(reader)} and (o.security = 'biasa' or ${involvedIn(reader)})
    else ${reader.posts.length > 0}::boolean and (o.security = 'biasa' or ${keepsBooks(reader)}::boolean or o.signatory = any(${[...reader.posts]}::text[])) end`

const rows = (db: Reading, agency: string, reader: BookReader) =>
  db
    .selectFrom('outgoing as o')
    .leftJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'o.agency').onRef('d.dossier', '=', 'o.dossier'))
    .select(['o.entry', 'o.number', 'o.series', 'o.seq', 'o.sub', 'o.state', 'o.on_day', 'o.security', 'o.numbered_at'])
    .select(['o.dossier', 'o.letter', 'o.addressee', 'o.subject', 'o.attachments', 'o.classification', 'o.signatory'])
    .select(['o.processed_by', 'o.sent_how', 'o.sent_on', 'o.received_on', 'o.received_by', 'o.remark', 'o.late'])
    .select(['o.external_number', 'o.external_link', 'o.scan', 'd.number as dossier_number'])
    .select(openTo(reader).as('is_open'))
    .where('o.agency', '=', agency)

type Found = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const rowOf = (row: Found): OutgoingRow => ({
  entry: row.entry,
  number: row.number,
  series: row.series,
  seq: row.seq,
  sub: row.sub,
  state: row.state as OutgoingState,
  on: row.on_day,
  security: row.security,
  numberedAt: row.numbered_at,
  content: row.is_open ? contentOf(row) : null,
})

const contentOf = (row: Found): OutgoingContent => ({
  dossier: row.dossier,
  dossierNumber: row.dossier_number ?? '',
  letter: row.letter,
  addressee: row.addressee,
  subject: row.subject,
  attachments: row.attachments,
  classification: row.classification,
  signatory: row.signatory,
  processedBy: row.processed_by,
  sentHow: row.sent_how,
  sentOn: row.sent_on,
  receivedOn: row.received_on,
  receivedBy: row.received_by,
  remark: row.remark,
  late: row.late,
  externalNumber: row.external_number,
  externalLink: row.external_link,
  scan: row.scan as Scan | null,
})
