// The book of incoming letters of one year, newest first, page by page.
import { sql } from 'kysely'
import type { Day, Instant } from '../../core/clock/instant.ts'
import type { Reading, Store } from '../connect.ts'
import { insideTo } from '../visible-dossiers.ts'
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

/** What is secret stays in the book with its number alone: a gap would be a question. */
export type AgendaRow = {
  entry: string
  number: string
  seq: number
  sub: string
  enteredAt: Instant
  receivedOn: Day
  urgency: string
  secrecy: string
  content: AgendaContent | null
}

export type AgendaContent = {
  /** Null for a letter that was only registered. */
  dossier: string | null
  dossierNumber: string
  sender: string
  letterNumber: string
  letterOn: Day | null
  subject: string
  attachments: number
  classification: string
  forwardedTo: string[]
  remark: string
  late: string | null
  externalNumber: string | null
  externalLink: string | null
}

type Wanted = { reader: BookReader; filter: BookFilter; after: BookCursor | null }

export const readAgenda = (store: Store, agency: string, { reader, filter, after }: Wanted) =>
  store.inAgency(agency, async (db): Promise<{ rows: AgendaRow[]; more: boolean }> => {
    const found = await filtered(db, agency, { reader, filter })
      .where(after ? sql<boolean>`(a.seq, a.sub) < (${after.seq}::integer, ${after.sub})` : sql<boolean>`true`)
      .orderBy('a.seq', 'desc')
      .orderBy('a.sub', 'desc')
      .limit(BOOK_PAGE + 1)
      .execute()
    return { rows: found.slice(0, BOOK_PAGE).map(rowOf), more: found.length > BOOK_PAGE }
  })

/** In the order of the book, the first number first. */
export const wholeAgenda = (store: Store, agency: string, wanted: Omit<Wanted, 'after'>): Promise<AgendaRow[]> =>
  store.inAgency(agency, async (db) => {
    const found = await filtered(db, agency, wanted).orderBy('a.seq').orderBy('a.sub').limit(MOST_OF_A_BOOK).execute()
    return found.map(rowOf)
  })

export const agendaEntry = (
  store: Store,
  agency: string,
  { reader, entry }: { reader: BookReader; entry: string },
): Promise<(AgendaRow & { year: number }) | null> =>
  store.inAgency(agency, async (db) => {
    const [found] = await rows(db, agency, reader).select('a.year').where('a.entry', '=', entry).execute()
    return found ? { ...rowOf(found), year: found.year } : null
  })

/** Among those that the reader may look into. */
export const dossierNumbered = (
  store: Store,
  agency: string,
  { reader, number }: { reader: BookReader; number: string },
): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const [found] = await db
      .selectFrom('dossier as d')
      .select('d.dossier')
      .where('d.agency', '=', agency)
      .where('d.number', 'in', [number, number.toUpperCase()])
      .where(insideTo(reader))
      .limit(1)
      .execute()
    return found?.dossier ?? null
  })

const filtered = (db: Reading, agency: string, { reader, filter }: Pick<Wanted, 'reader' | 'filter'>) => {
  const { from, before } = daysOf(filter)
  let query = rows(db, agency, reader).where('a.year', '=', filter.year)
  if (filter.month !== null) query = query.where('a.received_on', '>=', from).where('a.received_on', '<', before)
  if (filter.classification !== null)
    query = query.where('a.classification', '=', filter.classification).where(openTo(reader))
  if (filter.state === 'late') query = query.where('a.sub', '<>', '')
  if (filter.state === 'registered') query = query.where('a.dossier', 'is', null)
  if (filter.words.trim() !== '')
    query = query.where(
      sql<boolean>`case when ${openTo(reader)} then ${hasWords(TEXT, filter.words)} else a.number = ${filter.words.trim()} end`,
    )
  return query
}

const TEXT = sql<string>`concat_ws(' ', a.number, a.sender, a.letter_number, a.subject, a.remark, a.external_number, d.number)`

/** What stands behind no dossier is open to whoever keeps the books, and to the posts that it was forwarded to. */
const openTo = (reader: BookReader) =>
  sql<boolean>`case when a.dossier is not null then ${insideTo(reader)}
    else ${reader.posts.length > 0}::boolean and (a.secrecy = 'biasa' or ${keepsBooks(reader)}::boolean or a.forwarded_to && ${[...reader.posts]}::text[]) end`

const rows = (db: Reading, agency: string, reader: BookReader) =>
  db
    .selectFrom('agenda as a')
    .leftJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'a.agency').onRef('d.dossier', '=', 'a.dossier'))
    .select(['a.entry', 'a.number', 'a.seq', 'a.sub', 'a.received_on', 'a.sender', 'a.letter_number', 'a.letter_on'])
    .select(['a.subject', 'a.urgency', 'a.secrecy', 'a.entered_at', 'a.attachments', 'a.classification'])
    .select(['a.forwarded_to', 'a.remark', 'a.late', 'a.external_number', 'a.external_link', 'a.dossier'])
    .select(['d.number as dossier_number', openTo(reader).as('is_open')])
    .where('a.agency', '=', agency)

type Found = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const rowOf = (row: Found): AgendaRow => ({
  entry: row.entry,
  number: row.number,
  seq: row.seq,
  sub: row.sub,
  enteredAt: row.entered_at,
  receivedOn: row.received_on,
  urgency: row.urgency,
  secrecy: row.secrecy,
  content: row.is_open ? contentOf(row) : null,
})

const contentOf = (row: Found): AgendaContent => ({
  dossier: row.dossier,
  dossierNumber: row.dossier_number ?? '',
  sender: row.sender,
  letterNumber: row.letter_number,
  letterOn: row.letter_on,
  subject: row.subject,
  attachments: row.attachments,
  classification: row.classification,
  forwardedTo: row.forwarded_to,
  remark: row.remark,
  late: row.late,
  externalNumber: row.external_number,
  externalLink: row.external_link,
})
