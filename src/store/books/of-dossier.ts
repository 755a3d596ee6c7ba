// The lines of one dossier in the books of letters: their numbers, and those of another system beside them.
import { sql } from 'kysely'
import type { Store } from '../connect.ts'
import type { Book } from './book.ts'

export type BookLine = {
  book: Book
  entry: string
  number: string
  externalNumber: string | null
  externalLink: string | null
}

export const linesOfDossier = (store: Store, agency: string, dossier: string): Promise<BookLine[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<BookLine>`
      select book, entry, number, external_number as "externalNumber", external_link as "externalLink" from (
        select 'incoming' as book, entry, number, external_number, external_link, entered_at as at from agenda
          where agency = ${agency} and dossier = ${dossier}::uuid
        union all
        select 'outgoing', entry, number, external_number, external_link, numbered_at from outgoing
          where agency = ${agency} and dossier = ${dossier}::uuid) as lines
      order by at, number`.execute(db)
    return found.rows
  })
