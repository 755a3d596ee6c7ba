// What the books of incoming and outgoing letters have in common: who reads, what is looked for, and where a page begins.
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../core/person/may.ts'
import type { Store } from '../connect.ts'

export type Book = 'incoming' | 'outgoing'
export type BookReader = Pick<Actor, 'posts' | 'duties'>

/** `month` from 1; `words` are looked for in what the reader may see. */
export type BookFilter = {
  year: number
  month: number | null
  classification: string | null
  state: string | null
  words: string
}

/** A place in a book: the newest stands first. */
export type BookCursor = { seq: number; sub: string; series: string }

export const BOOK_PAGE = 50

/** A whole month, for the book that is printed and the table that is taken away; no office writes more letters. */
export const MOST_OF_A_BOOK = 20_000

/** Whoever keeps the books sees what no dossier stands behind. */
export const keepsBooks = ({ duties }: BookReader): boolean =>
  duties.includes('front-office') || duties.includes('registers')

/** First and last day of what is looked for. */
export const daysOf = ({ year, month }: Pick<BookFilter, 'year' | 'month'>): { from: string; before: string } => {
  const two = (value: number) => String(value).padStart(2, '0')
  if (month === null) return { from: `${year}-01-01`, before: `${year + 1}-01-01` }
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`
  return { from: `${year}-${two(month)}-01`, before: next }
}

/** Every word that was typed stands somewhere in this text. */
export const hasWords = (text: RawBuilder<string>, typed: string): RawBuilder<boolean> =>
  sql<boolean>`(select coalesce(bool_and(position(lower(w) in lower(${text})) > 0), true) from unnest(${wordsOf(typed)}::text[]) as w)`

const wordsOf = (typed: string): string[] =>
  typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)

/** Years that have a book, newest first: those in which a number was taken. */
export const bookYears = (store: Store, agency: string, book: Book): Promise<number[]> =>
  store.inAgency(agency, async (db) => {
    const taken = db.selectFrom('number_series').select('year').distinct().where('agency', '=', agency)
    const rows = await (book === 'incoming'
      ? taken.where('series', '=', 'agenda')
      : taken.where((row) => row.or([row('series', '=', 'letter'), row('series', 'like', 'letter:%')]))
    )
      .orderBy('year', 'desc')
      .execute()
    return rows.map((row) => row.year)
  })
