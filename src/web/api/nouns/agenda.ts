// The books of letters that came in and went out, year by year, with every number that was given.
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { type BookCursor, type BookFilter, bookYears } from '../../../store/books/book.ts'
import { readAgenda } from '../../../store/books/incoming.ts'
import { OUTGOING_STATES, readOutgoing } from '../../../store/books/outgoing.ts'
import { encodeCursor } from '../../request/cursor.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { agendaRow, outgoingRow } from '../shapes/books.ts'
import { afterOf, next } from '../shapes/common.ts'

const cursor = z.tuple([z.int().min(0).max(1_000_000_000), z.string(), z.string()])

/** What a book is narrowed by, also the one that is printed. */
export const filters = {
  after: afterOf(cursor),
  year: z.coerce
    .number()
    .int()
    .min(1945)
    .max(2200)
    .optional()
    .meta(says('tahun ini bila tidak disebut', 'this year where it is left out')),
  month: z.coerce.number().int().min(1).max(12).optional(),
  classification: z.string().max(30).optional(),
  words: z.string().max(200).optional().meta(says('kata yang dicari', 'words to look for')),
}

const answer = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    year: z.int(),
    years: z.array(z.int()).meta(says('tahun yang sudah ada bukunya', 'years that have a book')),
    rows: z.array(row),
    next,
  })

type Asked = {
  after?: z.output<typeof cursor> | undefined
  year?: number | undefined
  month?: number | undefined
  classification?: string | undefined
  words?: string | undefined
  state?: string | undefined
}

export const filterOf = (asked: Asked, thisYear: number): BookFilter => ({
  year: asked.year ?? thisYear,
  month: asked.month ?? null,
  classification: asked.classification ?? null,
  state: asked.state ?? null,
  words: asked.words ?? '',
})

const afterCursor = ({ after }: Asked): BookCursor | null =>
  after ? { seq: after[0], sub: after[1], series: after[2] } : null

export const agendaEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'readAgenda',
    path: '/agenda',
    tag: 'register',
    scope: 'read',
    summary: sentence('Buku agenda surat masuk satu tahun', 'The book of incoming letters of one year'),
    query: z.object({ ...filters, state: z.enum(['late', 'registered']).optional() }),
    problems: ['not-allowed'],
    answer: answer(agendaRow),
    handle: async ({ services, office, agency, caller, now, query }) => {
      if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
      const filter = filterOf(query, inZone(now, agency.agency.zone).year)
      const wanted = { reader: caller.actor, filter, after: afterCursor(query) }
      const { rows, more } = await readAgenda(services.store, office, wanted)
      const years = await bookYears(services.store, office, 'incoming')
      const last = rows.at(-1)
      return good({
        year: filter.year,
        years,
        rows,
        next: more && last ? encodeCursor([last.seq, last.sub, '']) : null,
      })
    },
  }),
  endpoint('get', {
    id: 'readOutgoing',
    path: '/agenda/outgoing',
    tag: 'register',
    scope: 'read',
    summary: sentence(
      'Buku agenda surat keluar satu tahun: setiap nomor yang pernah diberikan',
      'The book of outgoing letters of one year: every number that was given',
    ),
    query: z.object({ ...filters, state: z.enum([...OUTGOING_STATES, 'late']).optional() }),
    problems: ['not-allowed'],
    answer: answer(outgoingRow),
    handle: async ({ services, office, agency, caller, now, query }) => {
      if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
      const filter = filterOf(query, inZone(now, agency.agency.zone).year)
      const wanted = { reader: caller.actor, filter, after: afterCursor(query) }
      const { rows, more } = await readOutgoing(services.store, office, wanted)
      const years = await bookYears(services.store, office, 'outgoing')
      const last = rows.at(-1)
      return good({
        year: filter.year,
        years,
        rows,
        next: more && last ? encodeCursor([last.seq, last.sub, last.series]) : null,
      })
    },
  }),
]
