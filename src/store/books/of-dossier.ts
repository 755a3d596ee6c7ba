// The lines of one dossier in the books of letters: their numbers, and those of another system beside them.
import { sql } from 'kysely'
import type { Day } from '../../core/clock/instant.ts'
import type { Urgency } from '../../core/dossier/events.ts'
import type { Store } from '../connect.ts'
import type { Book } from './book.ts'

export type BookLine = {
  book: Book
  entry: string
  number: string
  externalNumber: string | null
  externalLink: string | null
  /** Of a letter that came in. */
  received: { receivedOn: Day; urgency: Urgency } | null
}

export const linesOfDossier = (store: Store, agency: string, dossier: string): Promise<BookLine[]> =>
  store.inAgency(agency, async (db) => {
    const found = await sql<BookLine>`
      select book, entry, number, external_number as "externalNumber", external_link as "externalLink", received from (
        select 'incoming' as book, entry, number, external_number, external_link, entered_at as at,
            jsonb_build_object('receivedOn', received_on, 'urgency', urgency) as received from agenda
          where agency = ${agency} and dossier = ${dossier}::uuid
        union all
        select 'outgoing', entry, number, external_number, external_link, numbered_at, null from outgoing
          where agency = ${agency} and dossier = ${dossier}::uuid) as lines
      order by at, number`.execute(db)
    return found.rows
  })
