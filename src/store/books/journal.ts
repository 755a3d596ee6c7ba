// What was done with one line of a book by hand, the first first.
import type { Instant } from '../../core/clock/instant.ts'
import type { Store } from '../connect.ts'
import type { Book } from './book.ts'

export type BookMove = { at: Instant; what: string; post: string; person: string; reason: string }

export const movesOfEntry = (
  store: Store,
  agency: string,
  { book, entry }: { book: Book; entry: string },
): Promise<BookMove[]> =>
  store.inAgency(agency, async (db) =>
    db
      .selectFrom('book_journal as j')
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'j.agency').onRef('p.person', '=', 'j.person'))
      .select(['j.at', 'j.what', 'j.post', 'j.reason'])
      .select((row) => row.fn.coalesce('p.name', row.val('')).as('person'))
      .where('j.agency', '=', agency)
      .where('j.entry', '=', entry)
      .where('j.book', '=', book)
      .orderBy('j.act')
      .execute(),
  )
