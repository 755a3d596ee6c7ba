// What the address of a book asks for: which book, which year, what it is narrowed by, and from where it is read on.
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import { isKnownCode } from '../../../core/paper/number-rules.ts'
import type { Book, BookCursor, BookFilter } from '../../../store/books/book.ts'
import { OUTGOING_STATES } from '../../../store/books/outgoing.ts'
import { decodeCursor } from '../../request/cursor.ts'
import type { Visitor } from '../../visitor.ts'

export const STATES: Readonly<Record<Book, readonly string[]>> = {
  incoming: ['late', 'registered'],
  outgoing: [...OUTGOING_STATES, 'late'],
}

export type BookAsked = { book: Book; filter: BookFilter; after: BookCursor | null; used: number }

const cursor = z.tuple([z.int().min(0).max(1_000_000_000), z.string().max(10), z.string().max(60)])

type Query = (name: string) => string | undefined

export const askedOf = (query: Query, visitor: Pick<Visitor, 'now' | 'agency'>): BookAsked => {
  const book = query('book') === 'outgoing' ? 'outgoing' : 'incoming'
  const year = numberIn(query('year'), 1945, 2200) ?? inZone(visitor.now, visitor.agency.agency.zone).year
  const classification = query('classification') ?? ''
  const state = query('state') ?? ''
  const from = decodeCursor(query('after'), cursor)
  const filter: BookFilter = {
    year,
    month: numberIn(query('month'), 1, 12),
    classification: classification !== '' && isKnownCode(codesOf(visitor), classification) ? classification : null,
    state: STATES[book].includes(state) ? state : null,
    words: (query('words') ?? '').slice(0, 100).replaceAll('\u0000', ''),
  }
  const used = [filter.month, filter.classification, filter.state, filter.words.trim() || null].filter(
    (one) => one !== null,
  ).length
  return { book, filter, after: from && { seq: from[0], sub: from[1], series: from[2] }, used }
}

const codesOf = ({ agency }: Pick<Visitor, 'agency'>) => ({
  ...agency.agency.numbers,
  codes: agency.agency.classifications.map(({ code }) => code),
})

const numberIn = (text: string | undefined, from: number, to: number): number | null => {
  const value = text && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

type Wanted = { book: Book; filter: Partial<BookFilter>; after?: unknown }

/** The same book elsewhere: as a page, as a table, as the book that is printed. */
export const bookAddress = ({ book, filter, after }: Wanted, path = '/agenda'): string => {
  const asked = new URLSearchParams()
  if (book === 'outgoing') asked.set('book', 'outgoing')
  if (filter.year !== undefined) asked.set('year', String(filter.year))
  if (filter.month) asked.set('month', String(filter.month))
  if (filter.classification) asked.set('classification', filter.classification)
  if (filter.state) asked.set('state', filter.state)
  if (filter.words?.trim()) asked.set('words', filter.words.trim())
  if (typeof after === 'string') asked.set('after', after)
  const query = asked.toString()
  return query === '' ? path : `${path}?${query}`
}

export const entryAddress = (book: Book, entry: string): string => `/agenda/${book}/${entry}`
