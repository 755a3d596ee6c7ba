// The book of incoming letters of one year, newest first, page by page.
import { sql } from 'kysely'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Actor } from '../core/person/may.ts'
import type { Store } from './connect.ts'
import { insideTo } from './visible-dossiers.ts'

/** What is secret stays in the book with its number alone: a gap would be a question. */
export type AgendaRow = {
  number: string
  enteredAt: Instant
  receivedOn: Day
  urgency: string
  secrecy: string
  content: AgendaContent | null
}

export type AgendaContent = {
  dossier: string
  dossierNumber: string
  sender: string
  letterNumber: string
  letterOn: Day | null
  subject: string
}

export type AgendaCursor = { enteredAt: Instant; number: string }
export type AgendaWanted = { year: number; actor: Pick<Actor, 'posts'>; after: AgendaCursor | null }

export const AGENDA_PAGE = 50

export const readAgenda = (store: Store, agency: string, { year, actor, after }: AgendaWanted) =>
  store.inAgency(agency, async (db): Promise<{ rows: AgendaRow[]; more: boolean }> => {
    const found = await db
      .selectFrom('agenda as a')
      .innerJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'a.agency').onRef('d.dossier', '=', 'a.dossier'))
      .select([
        'a.number',
        'a.received_on',
        'a.sender',
        'a.letter_number',
        'a.letter_on',
        'a.subject',
        'a.urgency',
        'a.secrecy',
        'a.entered_at',
      ])
      .select(['a.dossier', 'd.number as dossier_number', insideTo(actor).as('is_open')])
      .where('a.agency', '=', agency)
      .where('a.year', '=', year)
      .where(
        after
          ? sql<boolean>`(a.entered_at, a.number) < (${after.enteredAt}::timestamptz, ${after.number})`
          : sql<boolean>`true`,
      )
      .orderBy('a.entered_at', 'desc')
      .orderBy('a.number', 'desc')
      .limit(AGENDA_PAGE + 1)
      .execute()
    const rows = found.slice(0, AGENDA_PAGE).map(
      (row): AgendaRow => ({
        number: row.number,
        enteredAt: row.entered_at,
        receivedOn: row.received_on,
        urgency: row.urgency,
        secrecy: row.secrecy,
        content: row.is_open
          ? {
              dossier: row.dossier,
              dossierNumber: row.dossier_number,
              sender: row.sender,
              letterNumber: row.letter_number,
              letterOn: row.letter_on,
              subject: row.subject,
            }
          : null,
      }),
    )
    return { rows, more: found.length > AGENDA_PAGE }
  })

/** Years that have a book, newest first: those in which a number was taken. */
export const agendaYears = (store: Store, agency: string): Promise<number[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('number_series')
      .select('year')
      .where('agency', '=', agency)
      .where('series', '=', 'agenda')
      .orderBy('year', 'desc')
      .execute()
    return rows.map((row) => row.year)
  })
